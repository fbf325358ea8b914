import type { Outcome, TaskOf } from './perform.ts'
import type { QueueState } from './queue.ts'
import type { Task } from './task.ts'

/** Cancels those of the matched tasks that have not begun. */
export function cancelTasks(state: QueueState, task: TaskOf<'taskCancelation'>): Outcome {
  const wanted = new Set(task.work.tasks)
  const hit = state.waiting.filter((waiting) => wanted.has(waiting.uid))
  state.waiting = state.waiting.filter((waiting) => !wanted.has(waiting.uid))
  const finishedAt = new Date().toISOString()
  const canceled = hit.map((waiting): Task => ({
    ...waiting,
    status: 'canceled',
    canceledBy: task.uid,
    finishedAt,
  }))
  return {
    results: [{ details: { canceledTasks: canceled.length } }],
    persist() {
      for (const each of canceled) state.store.tasks.putSync(each.uid, each)
      for (const { uid } of canceled) state.store.payloads.removeSync(uid)
    },
    apply() {
      for (const each of canceled) state.tasks.set(each.uid, each)
      for (const { uid } of canceled) state.documents.delete(uid)
    },
  }
}

/** Forgets those of the matched tasks that are finished. */
export function deleteTasks({ tasks, store }: QueueState, task: TaskOf<'taskDeletion'>): Outcome {
  const finished = task.work.tasks.filter((uid) => tasks.get(uid)?.finishedAt)
  return {
    results: [{ details: { deletedTasks: finished.length } }],
    persist() {
      for (const uid of finished) store.tasks.removeSync(uid)
    },
    apply() {
      for (const uid of finished) tasks.delete(uid)
    },
  }
}
