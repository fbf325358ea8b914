import { setImmediate } from 'node:timers/promises'
import type { JsonObject } from '../json.ts'
import type { Settings } from '../settings/settings.ts'
import { documentRange } from '../storage/store.ts'
import type { Store } from '../storage/store.ts'
import { wordLists } from './dictionary.ts'
import { markListsStored, newEdition, storeLists } from './edition.ts'
import { postingsOf } from './postings.ts'
import { prepare } from './prepare.ts'
import { written } from './prepared-form.ts'
import { emptyIndex, placeDocument } from './search-index.ts'
import type { DocumentId, SearchIndex } from './search-index.ts'

/** How many documents are worked on before searches get a turn. */
export const slice = 100
/** How many prepared forms are stored in one transaction. */
const storedTogether = 20 * slice

/** Stored documents begin with their id, so that it is known without asking for the primary key. */
export type StoredDocument = [DocumentId, JsonObject]

/** Builds the index of the stored documents under these settings, and stores the edition that it starts from next time. */
export async function buildIndex(store: Store, key: number, settings: Settings): Promise<SearchIndex> {
  const index = emptyIndex(settings, newEdition(store))
  const forms: Form[] = []
  for (const { key: path, value } of store.documents.getRange({ ...documentRange(key), snapshot: false })) {
    const [id, document]: StoredDocument = JSON.parse(value)
    const prepared = prepare(index, id, document)
    placeDocument(index, path[1], prepared)
    forms.push({ number: path[1], form: written(index, prepared) })
    if (forms.length % slice === 0) await setImmediate()
    if (forms.length === storedTogether) await storeForms(store, index, forms.splice(0))
  }
  if (forms.length > 0) await storeForms(store, index, forms)
  return completed(index)
}

type Form = { number: number; form: Buffer }

async function storeForms(store: Store, index: SearchIndex, forms: Form[]): Promise<void> {
  await store.write(() => {
    storeLists(store, index)
    for (const { number, form } of forms) store.prepared.putSync([index.edition.number, number], form)
  })
  markListsStored(index)
}

/** Adds to an index whose documents are in place what follows from all of them. */
export async function completed(index: SearchIndex): Promise<SearchIndex> {
  for (let number = index.ids.length - 1; number >= 0; number--) {
    const id = index.ids[number]
    if (id === undefined) index.gaps.push(number)
    else index.numbers.set(String(id), number)
  }
  index.postings = await postingsOf(index.tokens, index.dictionary.words.length, setImmediate)
  wordLists(index.dictionary)
  return index
}
