import type { Json, JsonObject } from '../json.ts'
import { duration } from './task.ts'
import type { Task } from './task.ts'

/** Tasks that were worked on together, by the number of their batch. */
export function batchesOf(tasks: Task[]): Map<number, Task[]> {
  const batches = new Map<number, Task[]>()
  for (const task of tasks) {
    if (task.batchUid === null) continue
    const known = batches.get(task.batchUid)
    if (known) known.push(task)
    else batches.set(task.batchUid, [task])
  }
  return batches
}

/** A batch as the original shows it. */
export function batchView(uid: number, tasks: Task[]): Record<string, unknown> {
  const [first, last] = [tasks[0]!, tasks.at(-1)!]
  const times = { startedAt: first.startedAt, finishedAt: last.finishedAt }
  const stats = {
    totalNbTasks: tasks.length,
    status: countsBy(tasks, ({ status }) => status),
    types: countsBy(tasks, ({ work }) => work.type),
    indexUids: countsBy(tasks, ({ indexUid }) => indexUid),
  }
  return {
    uid,
    progress: null,
    details: sum(tasks),
    stats,
    duration: duration(times),
    ...times,
    ...strategy(tasks),
  }
}

function strategy(tasks: Task[]) {
  const { uid, work } = tasks[0]!
  const alone = `created batch containing only task with id ${uid} of type \`${work.type}\` that cannot be batched with any other task.`
  return { batchStrategy: tasks.length > 1 ? 'batched all enqueued tasks' : alone }
}

function countsBy(tasks: Task[], keyOf: (task: Task) => string | null): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const task of tasks) {
    const key = keyOf(task)
    if (key !== null) counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

/** The details of all tasks: numbers added up, anything else as the last task has it. */
function sum(tasks: Task[]): JsonObject {
  const details: JsonObject = {}
  for (const [name, value] of tasks.flatMap((task) => Object.entries(task.details ?? {})))
    details[name] = added(details[name], value)
  return details
}

function added(one: Json | undefined, other: Json): Json {
  return typeof one === 'number' && typeof other === 'number' ? one + other : (other ?? one ?? null)
}
