import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

export interface ServerProcess {
  url: string
  /** what it has printed so far on standard output */
  printed(): string
  /** as a power cut would */
  kill(): Promise<void>
  /** as Ctrl-C would; resolves with the exit code */
  interrupt(): Promise<number | null>
}

/** Runs the server as `npm start` does after its set-up, and resolves when it says where it is. */
export async function startServer(env: Record<string, string>): Promise<ServerProcess> {
  const child = run(env)
  let output = ''
  let errors = ''
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const url = await new Promise<string>((done, fail) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const found = /Concord is at (\S+)[\s\S]*Password: \S+\n/.exec(output)?.[1]
      if (found) done(found)
    })
    child.once('exit', (code) => fail(new Error(`The server ended with ${code}: ${errors}`)))
  })
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))
  return {
    url,
    printed: () => output,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    interrupt() {
      child.kill('SIGINT')
      return ended
    },
  }
}

/** Runs it until it ends by itself. */
export async function runServer(
  env: Record<string, string>,
  user: { uid?: number; gid?: number } = {},
): Promise<{ code: number | null; errors: string }> {
  const child = run(env, user)
  let errors = ''
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  return new Promise((done) => child.once('exit', (code) => done({ code, errors })))
}

/** No test leaves a server behind, however it ends. */
const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})

function run(env: Record<string, string>, user: { uid?: number; gid?: number } = {}): ChildProcess {
  const base = { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', LOG_LEVEL: 'error' }
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/index.ts'], {
    ...user,
    cwd: root,
    env: { ...base, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}
