import { decode } from '../bson/decode.ts'
import type { Document } from '../bson/value.ts'
import { find } from '../collections/find.ts'
import type { Query } from '../query/query.ts'
import type { Collection } from '../collections/model.ts'
import type { StoredDocument } from '../collections/scan.ts'
import { insertDocument, removeDocument, replaceDocument } from '../collections/write.ts'
import { upsertedDocument } from '../update/upsert.ts'
import type { CompiledUpdate } from '../update/update.ts'
import { collectionFor } from './insert.ts'
import type { Server } from './request.ts'

export interface Modification {
  query: Query
  update: CompiledUpdate
  multi: boolean
  upsert: boolean
}

export interface Modified {
  matched: number
  modified: number
  /** The document that an upsert added. */
  inserted?: Document
  /** The one document, before and after, where there may be only one. */
  before?: Document
  after?: Document
}

/** Updates what the query finds; only within a write transaction. */
export function modify(server: Server, namespace: string, modification: Modification): Modified {
  const { query, update, multi, upsert } = modification
  const collection = server.catalog.find(namespace)
  const found = collection ? selected(server, collection, query, multi) : []
  if (collection && found.length > 0) return updateAll(server, collection, found, query, update)
  if (!upsert) return { matched: 0, modified: 0 }
  const inserted = upsertedDocument(query.condition, update)
  insertDocument(server, collectionFor(server, namespace), inserted)
  return { matched: 0, modified: 0, inserted }
}

/** All are found before the first is changed, so that none is found again where its change moved it. */
export function selected(
  server: Server,
  collection: Collection,
  query: Query,
  multi: boolean,
): StoredDocument[] {
  return [...find(server.store, collection, { ...query, limit: multi ? query.limit : 1 })]
}

function updateAll(
  server: Server,
  collection: Collection,
  found: readonly StoredDocument[],
  { condition }: Query,
  update: CompiledUpdate,
): Modified {
  const result: Modified = { matched: 0, modified: 0 }
  for (const { record, bytes } of found) {
    const before = decode(bytes)
    const after = update.apply(decode(bytes), { query: condition, isInsert: false })
    const isChanged = replaceDocument(server, collection, record, { document: before, bytes }, after)
    result.matched += 1
    if (isChanged) result.modified += 1
    Object.assign(result, { before, after })
  }
  return result
}

/** Removes what the query finds and gives it; only within a write transaction. */
export function remove(server: Server, namespace: string, query: Query, multi: boolean): Document[] {
  const collection = server.catalog.find(namespace)
  if (!collection) return []
  return selected(server, collection, query, multi).map(({ record, bytes }) => {
    const document = decode(bytes)
    removeDocument(server, collection, record, document)
    return document
  })
}
