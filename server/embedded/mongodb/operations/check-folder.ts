import { loadCollections } from '../collections/catalog-records.ts'
import { checkCollection } from '../collections/check.ts'
import type { Collection } from '../collections/model.ts'
import { after, numberKey } from '../storage/keys.ts'
import { openReader, type Store, type Table } from '../storage/store.ts'
import type { Tell } from './tell.ts'

export interface Report {
  collections: number
  documents: number
  entries: number
  /** A sentence for each thing that is not as it should be. */
  faults: string[]
}

/**
 * Checks every collection of a folder, as they were at one instant; a process that writes to it goes on meanwhile.
 * Throws `Unusable` where the folder holds no database.
 */
export async function checkFolder(folder: string, tell: Tell): Promise<Report> {
  const store = openReader(folder)
  try {
    return checkStore(store, tell)
  } finally {
    await store.close()
  }
}

function checkStore(store: Store, tell: Tell): Report {
  const report: Report = { collections: 0, documents: 0, entries: 0, faults: [] }
  const collections = [...loadCollections(store).values()]
  for (const collection of collections) {
    tell(`Checking ${collection.namespace} (${collection.documents} documents) ...`)
    add(report, collection, store)
  }
  const numbers = collections.map(({ number }) => number)
  const indexes = collections.flatMap((collection) => collection.indexes.map(({ number }) => number))
  report.faults.push(
    ...strays(store.documents, numbers).map((number) => `There are documents of no collection (${number})`),
    ...strays(store.entries, indexes).map((number) => `There are entries of no index (${number})`),
  )
  return report
}

function add(report: Report, collection: Collection, store: Store): void {
  const { documents, entries, errors } = checkCollection(store, collection)
  report.collections++
  report.documents += documents
  report.entries += [...entries.values()].reduce((sum, count) => sum + count, 0)
  report.faults.push(...errors.map((error) => `${collection.namespace}: ${error}`))
}

/** The numbers that keys begin with, but those that are known. */
function strays(table: Table, known: readonly number[]): number[] {
  const found: number[] = []
  for (let start: Buffer = Buffer.alloc(0); ;) {
    const [key] = table.getKeys({ start, limit: 1 })
    if (!key) return found
    const number = key.readUInt32BE(0)
    if (!known.includes(number)) found.push(number)
    start = after(numberKey(number))
  }
}
