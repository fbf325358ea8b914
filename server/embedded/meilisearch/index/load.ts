import { setImmediate } from 'node:timers/promises'
import type { JsonObject } from '../json.ts'
import type { Settings } from '../settings/settings.ts'
import { documentRange } from '../storage/store.ts'
import type { Store } from '../storage/store.ts'
import { prepare } from './prepare.ts'
import { emptyIndex, putDocument } from './search-index.ts'
import type { DocumentId, SearchIndex } from './search-index.ts'

/** How many documents are worked on before searches get a turn. */
export const slice = 100

/** Stored documents begin with their id, so that it is known without asking for the primary key. */
export type StoredDocument = [DocumentId, JsonObject]

/** Builds the index of the stored documents under these settings. */
export async function loadIndex(store: Store, key: number, settings: Settings): Promise<SearchIndex> {
  const index = emptyIndex(settings)
  let done = 0
  for (const { key: path, value } of store.documents.getRange({ ...documentRange(key), snapshot: false })) {
    const [id, document]: StoredDocument = JSON.parse(value)
    index.numbers.set(String(id), path[1])
    putDocument(index, path[1], prepare(index, id, document))
    if (++done % slice === 0) await setImmediate()
  }
  for (let number = 0; number < index.ids.length; number++) {
    if (index.ids[number] === undefined) index.gaps.unshift(number)
  }
  return index
}
