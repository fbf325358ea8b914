import { setImmediate } from 'node:timers/promises'
import type { Collection } from '../engine.ts'
import { asMeilisearchError, MeilisearchError } from '../errors.ts'
import { slice } from '../index/build.ts'
import { markListsStored, storeLists } from '../index/edition.ts'
import { prepare } from '../index/prepare.ts'
import type { PreparedDocument } from '../index/prepare.ts'
import { written } from '../index/prepared-form.ts'
import { putDocument, takeNumber } from '../index/search-index.ts'
import type { DocumentId } from '../index/search-index.ts'
import type { JsonObject } from '../json.ts'
import { documentsIn } from './body.ts'
import { readDocument } from './documents.ts'
import { collectionFor } from './new-collection.ts'
import type { Outcome, TaskOf } from './perform.ts'
import { documentId, primaryKeyFor } from './primary-key.ts'
import type { QueueState } from './queue.ts'

type Addition = TaskOf<'documentAdditionOrUpdate'>
type Change = { id: DocumentId; document: JsonObject }
/** The last state of every document that a batch touches. */
type Changes = Map<string, Change>

/** Adds, replaces or merges documents; each task of the batch takes effect whole or fails alone. */
export async function addDocuments(state: QueueState, batch: Addition[]): Promise<Outcome> {
  const collection = collectionFor(state, batch[0]!.indexUid!)
  const target: Target = { state, collection, primaryKey: collection.record.primaryKey, changes: new Map() }
  const results = batch.map((task) => collect(target, task))
  const puts = await prepareAll(target)
  const { record, index } = collection
  const kept = { ...record, primaryKey: target.primaryKey, updatedAt: new Date().toISOString() }
  return {
    results,
    persist() {
      state.store.indexes.putSync(record.uid, kept)
      storeLists(state.store, index)
      for (const { number, stored, form } of puts) {
        state.store.documents.putSync([record.key, number], stored)
        state.store.prepared.putSync([index.edition.number, number], form)
      }
    },
    async apply() {
      collection.record = kept
      state.collections.set(record.uid, collection)
      markListsStored(index)
      await inSlices(puts, ({ number, prepared }) => putDocument(index, number, prepared))
    },
  }
}

type Target = { state: QueueState; collection: Collection; primaryKey: string | null; changes: Changes }

function collect(target: Target, task: Addition): Outcome['results'][number] {
  try {
    const documents = documentsIn(target.state, task.uid)
    const primaryKey = primaryKeyFor(target.primaryKey, task.work.primaryKey, documents)
    const changes = changesOf(target, task, primaryKey, documents)
    for (const [key, change] of changes) target.changes.set(key, change)
    target.primaryKey = primaryKey
    return { details: { indexedDocuments: documents.length } }
  } catch (error) {
    return { error: named(task.indexUid!, asMeilisearchError(error)), details: { indexedDocuments: 0 } }
  }
}

function named(uid: string, { code, message }: MeilisearchError): MeilisearchError {
  return new MeilisearchError(code, `Index \`${uid}\`: ${message}`)
}

function changesOf(
  target: Target,
  { work }: Addition,
  primaryKey: string | null,
  documents: JsonObject[],
): Changes {
  const changes: Changes = new Map()
  for (const document of documents) {
    const id = documentId(document, primaryKey!)
    const key = String(id)
    const isKnown = changes.has(key) || target.changes.has(key) || target.collection.index.numbers.has(key)
    if (work.skipCreation && !isKnown) continue
    const base = work.merge && isKnown ? present(target, changes, key) : {}
    changes.set(key, { id, document: { ...base, ...document } })
  }
  return changes
}

function present({ state, collection, changes }: Target, newer: Changes, key: string): JsonObject {
  const change = newer.get(key) ?? changes.get(key)
  return change?.document ?? readDocument(state.store, collection, key) ?? {}
}

type Put = { number: number; stored: string; form: Buffer; prepared: PreparedDocument }

async function prepareAll({ collection: { index }, changes }: Target): Promise<Put[]> {
  const puts: Put[] = []
  await inSlices([...changes.values()], ({ id, document }) => {
    const [number, stored] = [takeNumber(index, id), JSON.stringify([id, document])]
    const prepared = prepare(index, id, document)
    puts.push({ number, stored, form: written(index, prepared), prepared })
  })
  return puts
}

/** Lets searches have a turn between slices. */
async function inSlices<Item>(items: Item[], act: (item: Item) => void): Promise<void> {
  for (let from = 0; from < items.length; from += slice) {
    if (from > 0) await setImmediate()
    for (const item of items.slice(from, from + slice)) act(item)
  }
}
