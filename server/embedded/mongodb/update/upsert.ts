import type { Document } from '../bson/value.ts'
import { withId } from '../collections/identity.ts'
import { refuse } from '../errors.ts'
import { type Condition, conjuncts } from '../query/condition.ts'
import { changeField } from './paths.ts'
import { type CompiledUpdate } from './update.ts'
import type { Value } from '../bson/value.ts'

/** The document that an upsert inserts: what the query says by equality, then the update. */
export function upsertedDocument(query: Condition, update: CompiledUpdate): Document {
  const start = startOf(query, update.isReplacement)
  return withId(update.apply(start, { query: undefined, isInsert: true }))
}

function startOf(query: Condition, onlyId: boolean): Document {
  const document: Document = new Map()
  const seen = new Set<string>()
  for (const { path, value } of equalities(query)) {
    if (onlyId && path !== '_id') continue
    if (seen.has(path)) refuse(54, `cannot infer query fields to set, path '${path}' is matched twice`)
    seen.add(path)
    changeField(document, path.split('.'), { creates: true, apply: () => value })
  }
  return document
}

function equalities(query: Condition): { path: string; value: Value }[] {
  return conjuncts(query).flatMap(({ path, operator, operand }) => {
    if (operator === '$eq') return [{ path, value: operand }]
    const [only, ...others] = operator === '$in' ? (operand as Value[]) : []
    return only !== undefined && others.length === 0 ? [{ path, value: only }] : []
  })
}
