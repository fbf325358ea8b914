import { isEverything } from '../query/condition.ts'
import type { Store } from '../storage/store.ts'
import { follow } from './find.ts'
import type { Collection } from './model.ts'
import { type Access, type Plan, planFor } from './plan.ts'
import type { Query } from '../query/query.ts'
import type { Work } from './work.ts'

/** How the number of documents is found: from the collection's own count, from an index alone, or one by one. */
export type CountPlan =
  | { kind: 'metadata' }
  | { kind: 'keys'; access: Access & { kind: 'index' } }
  | { kind: 'documents'; plan: Plan }

export function planCount(collection: Collection, query: Query): CountPlan {
  const plan = planFor(collection, { ...query, sort: [] })
  if (isEverything(query.condition) && query.hint === undefined) return { kind: 'metadata' }
  const { access } = plan
  return access.kind === 'index' && answersByKeys(access, query)
    ? { kind: 'keys', access }
    : { kind: 'documents', plan }
}

/**
 * Whether every entry in the ranges is one document that matches: one field alone is asked for, by whole values that
 * their keys equal, and no document has two of these keys.
 */
function answersByKeys({ candidate }: Access & { kind: 'index' }, { condition, hint }: Query): boolean {
  const { index, exact } = candidate
  if (hint !== undefined || !exact || condition.kind !== 'field') return false
  if (condition.operator !== '$eq' && condition.operator !== '$in') return false
  if (condition.path !== index.fields[0]?.name) return false
  return !index.multikey.includes(true) || (index.fields.length === 1 && candidate.ranges.length === 1)
}

/** How many documents the query finds within its skip and limit: how many so far, step by step; `work` counts what is looked at. */
export function* countStepwise(
  store: Store,
  collection: Collection,
  query: Query,
  work?: Work,
): Generator<number> {
  const plan = planCount(collection, query)
  if (plan.kind === 'metadata') return yield clipped(collection.documents, query)
  if (plan.kind === 'keys') return yield clipped(countKeys(store, plan.access, work), query)
  let documents = 0
  for (const step of follow(store, collection, { ...query, sort: [] }, plan.plan, work))
    yield step ? ++documents : documents
}

function countKeys(store: Store, { candidate }: Access & { kind: 'index' }, work: Work | undefined): number {
  const keys = candidate.ranges.reduce((sum, range) => sum + store.entries.getKeysCount(range), 0)
  if (work) work.keys += keys
  return keys
}

function clipped(documents: number, { skip, limit }: Query): number {
  const rest = Math.max(0, documents - skip)
  return limit > 0 ? Math.min(limit, rest) : rest
}
