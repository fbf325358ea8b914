import { indexNotFound, naming } from '../errors.ts'
import { members } from '../index/bitset.ts'
import { removeDocuments } from '../index/search-index.ts'
import { filterDocuments } from '../filter/filter-documents.ts'
import type { Collection } from '../engine.ts'
import type { Outcome, TaskOf } from './perform.ts'
import type { QueueState } from './queue.ts'

type Deletion = TaskOf<'documentDeletion'>

/** Deletes the named documents, those that a filter selects, or all. */
export function deleteDocuments({ collections, store }: QueueState, task: Deletion): Outcome {
  const collection = collections.get(task.indexUid!)
  if (!collection) throw indexNotFound(task.indexUid!)
  const numbers = naming(task.indexUid!, () => selected(collection, task.work))
  const { record, index } = collection
  return {
    results: [{ details: { deletedDocuments: numbers.length } }],
    persist() {
      for (const number of numbers) {
        store.documents.removeSync([record.key, number])
        store.prepared.removeSync([index.edition.number, number])
      }
    },
    apply: () => removeDocuments(index, numbers),
  }
}

function selected({ record, index }: Collection, work: Deletion['work']): number[] {
  if (work.by === 'all') return members(index.live)
  if (work.by === 'filter')
    return members(filterDocuments(index, record.settings, work.filter, 'invalid_document_filter'))
  const numbers = work.ids.map((id) => index.numbers.get(id)).filter((number) => number !== undefined)
  return [...new Set(numbers)]
}
