import type { Collections } from '../engine.ts'
import { asMeilisearchError, errorBody } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import type { Store } from '../storage/store.ts'
import { nextBatch } from './batch.ts'
import { perform } from './perform.ts'
import type { Outcome } from './perform.ts'
import type { Task, Work } from './task.ts'

/** A task about to be queued; `body` is the raw content, `documents` the same parsed. */
export type Request = {
  work: Work
  indexUid: string | null
  details: JsonObject
  customMetadata?: string | undefined
  body?: { raw: Buffer; documents: JsonObject[] } | undefined
}

export type TaskQueue = {
  /** All tasks known, oldest first. */
  tasks: Map<number, Task>
  /** Resolves once the task is on the disk; it is worked on at the same time. */
  enqueue(request: Request): Promise<Task>
  stop(): Promise<void>
}

export type QueueState = {
  store: Store
  collections: Collections
  tasks: Map<number, Task>
  waiting: Task[]
  documents: Map<number, JsonObject[]>
  nextUid: number
  nextBatchUid: number
}

/** Finished tasks beyond this many are forgotten, the oldest first. */
const historyKept = 10_000

export function openQueue(store: Store, collections: Collections): TaskQueue {
  const state = readState(store, collections)
  let stopping = false
  let running: Promise<void> | undefined
  const wake = () => {
    running ??= run(state, () => stopping).finally(() => {
      running = undefined
      if (state.waiting.length > 0 && !stopping) wake()
    })
  }
  wake()
  return {
    tasks: state.tasks,
    async enqueue(request) {
      const task = addTask(state, request)
      const written = state.store.write(() => persistNew(state, task, request))
      wake()
      await written
      return task
    },
    async stop() {
      stopping = true
      await running
    },
  }
}

function readState(store: Store, collections: Collections): QueueState {
  const tasks = new Map<number, Task>()
  for (const { key, value } of store.tasks.getRange()) tasks.set(key, value)
  const waiting = [...tasks.values()].filter((task) => task.status === 'enqueued')
  const batches = [...tasks.values()].map((task) => task.batchUid ?? -1)
  const nextBatchUid = batches.reduce((highest, uid) => Math.max(highest, uid), -1) + 1
  const nextUid = store.counters.get('nextTask') ?? 0
  return { store, collections, tasks, waiting, documents: new Map(), nextUid, nextBatchUid }
}

function addTask(state: QueueState, { work, indexUid, details, customMetadata, body }: Request): Task {
  const times = { enqueuedAt: new Date().toISOString(), startedAt: null, finishedAt: null }
  const metadata = customMetadata === undefined ? {} : { customMetadata }
  const start = { batchUid: null, status: 'enqueued', canceledBy: null, error: null } as const
  const task: Task = { uid: state.nextUid++, indexUid, ...start, details, ...times, work, ...metadata }
  state.tasks.set(task.uid, task)
  state.waiting.push(task)
  if (body) state.documents.set(task.uid, body.documents)
  return task
}

function persistNew({ store }: QueueState, task: Task, { body }: Request): void {
  store.tasks.putSync(task.uid, { ...task, status: 'enqueued', startedAt: null, batchUid: null })
  store.counters.putSync('nextTask', task.uid + 1)
  if (body) store.payloads.putSync(task.uid, body.raw)
}

async function run(state: QueueState, isStopping: () => boolean): Promise<void> {
  while (state.waiting.length > 0 && !isStopping()) await work(state, nextBatch(state))
}

async function work(state: QueueState, batch: Task[]): Promise<void> {
  const [batchUid, startedAt] = [state.nextBatchUid++, new Date().toISOString()]
  for (const task of batch) Object.assign(task, { batchUid, startedAt, status: 'processing' })
  const finished = await commit(state, batch).catch((error) => allFailed(batch, error))
  for (const task of finished) {
    state.tasks.set(task.uid, task)
    state.documents.delete(task.uid)
  }
}

/** Stores what the batch comes to together with its finished tasks, then lets searches see it. */
async function commit(state: QueueState, batch: Task[]): Promise<Task[]> {
  const outcome: Outcome = await perform(state, batch).catch((error) => ({ results: failures(batch, error) }))
  const finished = batch.map((task, place) => finish(task, outcome.results[place]!))
  const forgotten = overdue(state)
  await state.store.write(() => {
    outcome.persist?.()
    for (const task of finished) state.store.tasks.putSync(task.uid, task)
    for (const { uid } of batch) state.store.payloads.removeSync(uid)
    for (const uid of forgotten) state.store.tasks.removeSync(uid)
  })
  await outcome.apply?.()
  for (const uid of forgotten) state.tasks.delete(uid)
  return finished
}

function failures(batch: Task[], error: unknown): Outcome['results'] {
  return batch.map(() => ({ error: asMeilisearchError(error) }))
}

/** When even storing fails: the tasks are told as failed now, and tried again at the next start. */
function allFailed(batch: Task[], error: unknown): Task[] {
  return failures(batch, error).map((result, place) => finish(batch[place]!, result))
}

function finish(task: Task, { details, error }: Outcome['results'][number]): Task {
  const status = error ? 'failed' : 'succeeded'
  const failure = error ? errorBody(error) : null
  const finishedAt = new Date().toISOString()
  const known = { ...task.details, ...details }
  return { ...task, status, error: failure, details: error ? withZeros(known) : known, finishedAt }
}

const counts = ['indexedDocuments', 'deletedDocuments', 'canceledTasks', 'deletedTasks']

/** A task that failed did nothing. */
function withZeros(details: JsonObject): JsonObject {
  const entries = Object.entries(details)
  return Object.fromEntries(
    entries.map(([name, value]) => [name, counts.includes(name) ? (value ?? 0) : value]),
  )
}

function overdue({ tasks }: QueueState): number[] {
  const excess = tasks.size - historyKept
  if (excess <= 0) return []
  const finished = [...tasks.values()].slice(0, excess).filter((task) => task.finishedAt !== null)
  return finished.map((task) => task.uid)
}
