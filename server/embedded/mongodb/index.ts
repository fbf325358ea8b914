import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Unusable } from './storage/unusable.ts'
import type { ThreadData, ThreadReport } from './worker.ts'

export interface Mongo {
  /** Reaches the server through a socket that only this user may open; the database is named by the client. */
  uri: string
  /** Finishes what was begun, closes the store and removes the socket. */
  stop(): Promise<void>
}

const running = new Set<string>()

/**
 * Starts the server in a thread of its own over a durable folder, which is made where it is missing.
 * Rejects with `Unusable` where the folder cannot be used or is in use. A crash of the thread ends the process,
 * as an uncaught error: nothing could be read or written any more.
 * `expiryInterval`: milliseconds between two looks for documents that a TTL index says are past.
 */
export async function startMongo(options: { folder: string; expiryInterval?: number }): Promise<Mongo> {
  const folder = resolve(options.folder)
  if (running.has(folder)) throw new Unusable(`The database folder ${folder} is in use by this process`)
  running.add(folder)
  const socketFolder = mkdtempSync(join(tmpdir(), 'concord-'))
  const release = () => {
    rmSync(socketFolder, { recursive: true, force: true })
    running.delete(folder)
  }
  const socketPath = join(socketFolder, 'm.sock')
  try {
    const worker = await startWorker({ folder, socketPath, expiryInterval: options.expiryInterval ?? 60_000 })
    return {
      uri: `mongodb://${encodeURIComponent(socketPath)}/?directConnection=true`,
      stop: stopper(worker, release),
    }
  } catch (error) {
    release()
    throw error
  }
}

function startWorker(workerData: ThreadData): Promise<Worker> {
  const worker = new Worker(new URL('./thread.mjs', import.meta.url), { workerData })
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', (report: ThreadReport) => {
      worker.off('error', reject)
      if (report.kind === 'listening') resolve(watched(worker))
      else void worker.terminate().then(() => reject(new Unusable(report.message)))
    })
  })
}

/** A thread that ends unasked takes the process with it: silence would be worse. */
function watched(worker: Worker): Worker {
  worker.on('error', (error) => {
    throw new Error(`The embedded database has crashed: ${error.stack ?? error.message}`)
  })
  return worker.once('exit', endedUnasked)
}

function endedUnasked(code: number): never {
  throw new Error(`The embedded database has ended with code ${code}`)
}

function stopper(worker: Worker, release: () => void): () => Promise<void> {
  let stopped: Promise<void> | undefined
  return () => (stopped ??= stopWorker(worker).finally(release))
}

function stopWorker(worker: Worker): Promise<void> {
  worker.off('exit', endedUnasked)
  return new Promise((resolve, reject) => {
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The embedded database ended with code ${code}`)),
    )
    worker.postMessage('stop')
  })
}
