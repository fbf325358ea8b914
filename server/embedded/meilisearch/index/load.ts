import { documentRange } from '../storage/store.ts'
import type { Store } from '../storage/store.ts'
import { buildIndex, completed } from './build.ts'
import { dictionaryOf } from './dictionary.ts'
import { editionRange, markListsStored, readLists } from './edition.ts'
import type { Edition } from './edition.ts'
import type { IndexRecord } from './index-record.ts'
import { maker } from './maker.ts'
import { namesOf } from './names.ts'
import { fieldNumber } from './plan.ts'
import { readPrepared, tokenRoom } from './prepared-form.ts'
import { emptyIndex, placeDocument } from './search-index.ts'
import type { SearchIndex } from './search-index.ts'

/** The index as its prepared forms have it; built from the documents where these are of another maker or not whole. */
export async function loadIndex(store: Store, record: IndexRecord): Promise<SearchIndex> {
  const { key, settings, edition } = record
  if (edition?.maker !== maker || !isWhole(store, key, edition)) return buildIndex(store, key, settings)
  try {
    return await readIndex(store, record, edition)
  } catch {
    return buildIndex(store, key, settings)
  }
}

function isWhole(store: Store, key: number, edition: Edition): boolean {
  const documents = store.documents.getKeysCount(documentRange(key))
  return store.prepared.getKeysCount(editionRange(edition)) === documents
}

async function readIndex(store: Store, { settings }: IndexRecord, edition: Edition): Promise<SearchIndex> {
  const [words, fields, paths, shapes] = readLists(store, edition)
  const index = emptyIndex(settings, edition, dictionaryOf(words))
  for (const field of fields) fieldNumber(index.plan, field)
  index.pathNames = namesOf(paths)
  index.shapeNames = namesOf(shapes)
  markListsStored(index)
  const room = tokenRoom()
  for (const { key, value } of store.prepared.getRange(editionRange(edition)))
    placeDocument(index, key[1], readPrepared(index, value, room))
  return completed(index)
}
