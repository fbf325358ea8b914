import { parentPort, workerData } from 'node:worker_threads'
import { listen } from './server.ts'

/** What the thread is told, and what it tells. */
export interface ThreadData {
  folder: string
  socketPath: string
  expiryInterval: number
}

export type ThreadReport = { kind: 'listening' } | { kind: 'failed'; message: string }

const { folder, socketPath, expiryInterval } = workerData as ThreadData

function report(message: ThreadReport): void {
  parentPort?.postMessage(message)
}

try {
  const listening = await listen(folder, socketPath, expiryInterval)
  parentPort?.once('message', () => {
    void listening.stop().then(() => parentPort?.close())
  })
  report({ kind: 'listening' })
} catch (error) {
  report({ kind: 'failed', message: (error as Error).message })
}
