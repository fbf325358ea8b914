import { Worker } from 'node:worker_threads'
import type { Opening, Report } from './worker.ts'

/**
 * Starts the HTTP server (loopback only) over a durable folder; `apiKey` is the master key.
 * Rejects when the folder cannot be opened or the port is taken.
 */
export async function startMeilisearch(options: Opening): Promise<{ host: string; stop(): Promise<void> }> {
  const worker = new Worker(new URL('./thread.mjs', import.meta.url), { workerData: options, execArgv: [] })
  const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  const host = await started(worker)
  return {
    host,
    async stop() {
      worker.postMessage('stop')
      await gone
    },
  }
}

function started(worker: Worker): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the embedded search stopped before it was ready')))
    worker.once('message', (report: Report) => resolve(report.host))
  })
}
