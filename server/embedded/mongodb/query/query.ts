import type { TextOrder } from '../bson/compare.ts'
import type { Found } from '../bson/value.ts'
import type { Condition } from './condition.ts'
import type { SortField } from './sort.ts'

export interface Query {
  condition: Condition
  sort: readonly SortField[]
  skip: number
  /** Documents at most; 0 for no limit. */
  limit: number
  texts: TextOrder | undefined
  /** An index by its name or key, or `$natural`, as the command gives it. */
  hint: Found
}

export function queryOf(condition: Condition, others: Partial<Query> = {}): Query {
  return { condition, sort: [], skip: 0, limit: 0, texts: undefined, hint: undefined, ...others }
}
