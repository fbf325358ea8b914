import { parentPort, workerData } from 'node:worker_threads'
import { openEngine } from './engine.ts'
import { serve } from './http/server.ts'

export type Opening = { folder: string; apiKey: string; port?: number }
export type Report = { host: string }

const { folder, apiKey, port = 0 }: Opening = workerData
const engine = await openEngine(folder, apiKey)
const server = await serve(engine, port)

parentPort?.once('message', async () => {
  await server.stop()
  await engine.close()
  parentPort?.close()
})
parentPort?.postMessage({ host: server.host } satisfies Report)
