import { decode, decodeFields } from '../bson/decode.ts'
import { type Condition, fieldsOf, isEverything } from '../query/condition.ts'
import type { Store } from '../storage/store.ts'
import type { Collection } from './model.ts'
import { type Plan, planFor } from './plan.ts'
import type { Query } from '../query/query.ts'
import { scan, type StoredDocument } from './scan.ts'
import { sorted } from './sorting.ts'
import type { Work } from './work.ts'

/** `undefined` where a while nothing was found, so that whoever asks can give way to others. */
export type Step = StoredDocument | undefined

/** The stored documents that a query finds, in its order, one after the other as they are asked for. */
export function* find(store: Store, collection: Collection, query: Query): Generator<StoredDocument> {
  for (const step of follow(store, collection, query, planFor(collection, query))) if (step) yield step
}

/** The same step by step. */
export function findStepwise(store: Store, collection: Collection, query: Query): Generator<Step> {
  return follow(store, collection, query, planFor(collection, query))
}

/** The same by a plan that is known; `work` counts what is looked at. */
export function* follow(
  store: Store,
  collection: Collection,
  query: Query,
  plan: Plan,
  work?: Work,
): Generator<Step> {
  const found = filtered(scan(store, collection, plan.access, work), query.condition)
  yield* limited(plan.sorted ? found : sorted(found, query), query.skip, query.limit)
}

/** Documents looked at in one step that finds none. */
const stepLength = 100

function* filtered(documents: Iterable<StoredDocument>, condition: Condition): Generator<Step> {
  if (isEverything(condition)) return yield* documents
  const names = fieldsOf(condition)
  let missed = 0
  for (const stored of documents) {
    const document = names ? decodeFields(stored.bytes, names) : decode(stored.bytes)
    if (condition.matches(document)) yield stored
    else if (++missed % stepLength === 0) yield undefined
  }
}

function* limited(steps: Iterable<Step>, skip: number, limit: number): Generator<Step> {
  let seen = 0
  for (const step of steps) {
    if (step) seen++
    if (!step || seen > skip) yield step
    if (!step) continue
    if (limit > 0 && seen >= skip + limit) return
  }
}
