import type { JsonObject } from '../json.ts'
import type { QueueState } from './queue.ts'

/** The documents that a waiting task brought, read again from the store after a restart. */
export function documentsIn({ documents, store }: QueueState, task: number): JsonObject[] {
  const held = documents.get(task)
  if (held) return held
  const raw = store.payloads.get(task)
  return raw ? JSON.parse(raw.toString()) : []
}
