import type { MeilisearchError } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import { addDocuments } from './add-documents.ts'
import { deleteDocuments } from './delete-documents.ts'
import { createIndex, deleteIndex, updateIndex } from './manage-index.ts'
import { swapIndexes } from './swap-indexes.ts'
import { cancelTasks, deleteTasks } from './manage-tasks.ts'
import type { QueueState } from './queue.ts'
import type { Task, Work } from './task.ts'
import { updateSettings } from './update-settings.ts'

/**
 * What a batch of tasks comes to. `persist` runs inside the transaction that also marks the tasks as done;
 * `apply` then changes what searches see. One result for each task of the batch.
 */
export type Outcome = {
  results: { details?: JsonObject; error?: MeilisearchError | undefined }[]
  persist?: () => void
  apply?: () => void | Promise<void>
}

/** A task whose work is of one type. */
export type TaskOf<Type extends Work['type']> = Task & { work: Extract<Work, { type: Type }> }

type Performers = {
  [Type in Work['type']]: (state: QueueState, batch: TaskOf<Type>[]) => Promise<Outcome> | Outcome
}

const performers: Performers = {
  documentAdditionOrUpdate: addDocuments,
  documentDeletion: (state, [task]) => deleteDocuments(state, task!),
  settingsUpdate: (state, [task]) => updateSettings(state, task!),
  indexCreation: (state, [task]) => createIndex(state, task!),
  indexUpdate: (state, [task]) => updateIndex(state, task!),
  indexDeletion: (state, [task]) => deleteIndex(state, task!),
  indexSwap: (state, [task]) => swapIndexes(state, task!),
  taskCancelation: (state, [task]) => cancelTasks(state, task!),
  taskDeletion: (state, [task]) => deleteTasks(state, task!),
}

/** All tasks of a batch are of one type. A thrown error fails them all. */
export async function perform(state: QueueState, batch: Task[]): Promise<Outcome> {
  const act = performers[batch[0]!.work.type] as (
    state: QueueState,
    batch: Task[],
  ) => Promise<Outcome> | Outcome
  return act(state, batch)
}
