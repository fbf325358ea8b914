import { decode, decodeFields } from '../bson/decode.ts'
import { type Condition, fieldsOf, isEverything } from '../query/condition.ts'
import type { Store } from '../storage/store.ts'
import type { Collection } from './model.ts'
import { type Plan, planFor } from './plan.ts'
import type { Query } from './query.ts'
import { scan, type StoredDocument } from './scan.ts'
import { sorted } from './sorting.ts'
import type { Work } from './work.ts'

export { type Query, queryOf } from './query.ts'

/** The stored documents that a query finds, in its order, one after the other as they are asked for. */
export function find(store: Store, collection: Collection, query: Query): Generator<StoredDocument> {
  return follow(store, collection, query, planFor(collection, query))
}

/** The same by a plan that is known; `work` counts what is looked at. */
export function* follow(
  store: Store,
  collection: Collection,
  query: Query,
  plan: Plan,
  work?: Work,
): Generator<StoredDocument> {
  const found = filtered(scan(store, collection, plan.access, work), query.condition)
  yield* limited(plan.sorted ? found : sorted(found, query), query.skip, query.limit)
}

function* filtered(documents: Iterable<StoredDocument>, condition: Condition): Generator<StoredDocument> {
  if (isEverything(condition)) return yield* documents
  const names = fieldsOf(condition)
  for (const stored of documents) {
    const document = names ? decodeFields(stored.bytes, names) : decode(stored.bytes)
    if (condition.matches(document)) yield stored
  }
}

export function* limited<T>(items: Iterable<T>, skip: number, limit: number): Generator<T> {
  let seen = 0
  for (const item of items) {
    seen++
    if (seen > skip) yield item
    if (limit > 0 && seen >= skip + limit) return
  }
}
