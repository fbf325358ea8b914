import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Meilisearch } from 'meilisearch'
import type { MeilisearchApiError, Settings, Task } from 'meilisearch'
import { startMeilisearch } from '../../../server/embedded/meilisearch/index.ts'

export const masterKey = 'a-master-key'

export type TestServer = Awaited<ReturnType<typeof startServer>>

/** A server over a folder of its own; `close` removes both. */
export async function startServer() {
  const folder = await mkdtemp(join(tmpdir(), 'meilisearch-'))
  let running = await startMeilisearch({ folder, apiKey: masterKey })
  const connect = (apiKey = masterKey) =>
    new Meilisearch({ host: running.host, apiKey, defaultWaitOptions: { interval: 5, timeout: 20_000 } })
  return {
    folder,
    connect,
    host: () => running.host,
    /** `meanwhile` works on the folder of the stopped server. */
    async restart(meanwhile?: (folder: string) => Promise<void>) {
      await running.stop()
      await meanwhile?.(folder)
      running = await startMeilisearch({ folder, apiKey: masterKey })
      return connect()
    },
    async close() {
      await running.stop()
      await rm(folder, { recursive: true })
    },
  }
}

/** Creates an index with these settings and documents, whose primary key is `id`. */
export async function fill(client: Meilisearch, uid: string, settings: Settings, documents: object[]) {
  const index = client.index(uid)
  await succeeded(index.updateSettings(settings).waitTask())
  await succeeded(index.addDocuments(documents as Record<string, unknown>[], { primaryKey: 'id' }).waitTask())
  return index
}

export async function succeeded(waiting: Promise<Task>): Promise<Task> {
  const task = await waiting
  if (task.status !== 'succeeded') throw new Error(`task ${task.status}: ${task.error?.message}`)
  return task
}

/** The error with which a request was refused. */
export async function refusal(
  request: Promise<unknown>,
): Promise<{ status: number; code: string; message: string; type: string }> {
  try {
    await request
  } catch (error) {
    const { response, cause } = error as MeilisearchApiError
    return { status: response.status, code: cause!.code, message: cause!.message, type: cause!.type }
  }
  throw new Error('the request was not refused')
}

export function idsOf(answer: { hits: Record<string, unknown>[] }): unknown[] {
  return answer.hits.map((hit) => hit['id'])
}
