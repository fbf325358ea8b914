import type { TextOrder } from '../bson/compare.ts'
import type { Found } from '../bson/value.ts'

/** What a command says beside its filters, expressions and updates, and what all of them go by. */
export interface Context {
  /** The order of its collation; none for the simple one. */
  texts?: TextOrder | undefined
  /** What its `let` names, and `NOW`, which is the same for the whole command. */
  variables?: ReadonlyMap<string, Found> | undefined
  /** Where a filter stands that asks no whole document: on an element of an array, or in an update. */
  place?: 'element' | 'update' | undefined
}
