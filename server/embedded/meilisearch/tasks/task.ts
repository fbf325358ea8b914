import type { ErrorBody } from '../errors.ts'
import type { Json, JsonObject } from '../json.ts'
import type { SettingsUpdate } from '../settings/settings.ts'

export type TaskStatus = 'enqueued' | 'processing' | 'succeeded' | 'failed' | 'canceled'

export const taskStatuses: TaskStatus[] = ['enqueued', 'processing', 'succeeded', 'failed', 'canceled']

/** What a task does; documents and ids of documents wait in the store's payloads, not here. */
export type Work =
  | { type: 'documentAdditionOrUpdate'; merge: boolean; primaryKey: string | null; skipCreation: boolean }
  | { type: 'documentDeletion'; by: 'ids'; ids: string[] }
  | { type: 'documentDeletion'; by: 'filter'; filter: Json }
  | { type: 'documentDeletion'; by: 'all' }
  | { type: 'settingsUpdate'; settings: SettingsUpdate; mayCreate: boolean }
  | { type: 'indexCreation'; primaryKey: string | null }
  | { type: 'indexUpdate'; primaryKey: string | null; newUid: string | null }
  | { type: 'indexDeletion' }
  | { type: 'indexSwap'; swaps: Swap[] }
  | { type: 'taskCancelation'; tasks: number[] }
  | { type: 'taskDeletion'; tasks: number[] }

export type Swap = { indexes: [string, string]; rename: boolean }

export type Task = {
  uid: number
  batchUid: number | null
  indexUid: string | null
  status: TaskStatus
  canceledBy: number | null
  details: JsonObject | null
  error: ErrorBody | null
  enqueuedAt: string
  startedAt: string | null
  finishedAt: string | null
  work: Work
  customMetadata?: string
}

/** What the answer to a write says. */
export function summary(task: Task): Record<string, unknown> {
  const { uid, indexUid, enqueuedAt, work, customMetadata } = task
  const metadata = customMetadata === undefined ? {} : { customMetadata }
  return { taskUid: uid, indexUid, status: 'enqueued', type: work.type, enqueuedAt, ...metadata }
}

/** The task as the original shows it. */
export function taskView(task: Task): Record<string, unknown> {
  const { work, customMetadata, ...shown } = task
  const metadata = customMetadata === undefined ? {} : { customMetadata }
  const { uid, batchUid, indexUid, status, canceledBy, details, error, enqueuedAt, startedAt, finishedAt } =
    shown
  const view = { uid, batchUid, indexUid, status, type: work.type, canceledBy, details, error }
  return { ...view, duration: duration(task), enqueuedAt, startedAt, finishedAt, ...metadata }
}

/** How long the work took, as ISO 8601 writes it; null while it goes on. */
export function duration({ startedAt, finishedAt }: Pick<Task, 'startedAt' | 'finishedAt'>): string | null {
  if (startedAt === null || finishedAt === null) return null
  return `PT${(Date.parse(finishedAt) - Date.parse(startedAt)) / 1000}S`
}
