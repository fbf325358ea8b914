import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('./serve.ts', import.meta.url))

/** A process of its own that serves the folder, to be killed. */
export const spawnServer = (folder: string): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })

/** Where it listens, once it does. */
export async function addressOf(server: ChildProcess): Promise<string> {
  const [line] = (await once(server.stdout as NodeJS.ReadableStream, 'data')) as [Buffer]
  return line.toString().trim()
}

export async function kill(server: ChildProcess): Promise<void> {
  server.kill('SIGKILL')
  await once(server, 'exit')
}
