import type { Meilisearch } from 'meilisearch'
import type { IndexEntry } from './index-kind.ts'
import { done } from './search-task.ts'

/** Resolves once the search server took the entries and the deletions; `confirmed` when it has carried them out. */
export async function writeEntries(
  writing: Meilisearch,
  uid: string,
  entries: IndexEntry[],
  deletedIds: string[],
): Promise<{ confirmed: Promise<void> }> {
  const index = writing.index(uid)
  const tasks = [
    ...(entries.length > 0 ? [await index.addDocuments(entries, { primaryKey: 'id' })] : []),
    ...(deletedIds.length > 0 ? [await index.deleteDocuments(deletedIds)] : []),
  ]
  const confirmed = Promise.all(tasks.map((task) => done(writing, Promise.resolve(task), 15_000))).then(
    () => {},
  )
  confirmed.catch(() => {})
  return { confirmed }
}
