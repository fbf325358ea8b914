import type { QueueState } from './queue.ts'
import type { Task } from './task.ts'

/** Documents of adjacent additions that are still worked on together. */
const largestBatch = 10_000

/** Takes from the queue what is worked on next: a cancelation first, else the oldest and what joins it. */
export function nextBatch(state: QueueState): Task[] {
  const urgent = state.waiting.findIndex((task) => task.work.type === 'taskCancelation')
  if (urgent !== -1) return state.waiting.splice(urgent, 1)
  const first = state.waiting[0]!
  let taken = 1
  let documents = sizeOf(state, first)
  while (joins(first, state.waiting[taken])) {
    documents += sizeOf(state, state.waiting[taken]!)
    if (documents > largestBatch) break
    taken++
  }
  return state.waiting.splice(0, taken)
}

function joins(first: Task, next: Task | undefined): boolean {
  if (first.work.type !== 'documentAdditionOrUpdate' || next?.work.type !== first.work.type) return false
  return first.indexUid === next.indexUid && first.work.primaryKey === next.work.primaryKey
}

function sizeOf(state: QueueState, task: Task): number {
  return state.documents.get(task.uid)?.length ?? largestBatch
}
