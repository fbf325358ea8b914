import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** A program of the project that runs beside the bench. */
export interface Program {
  /** what it printed up to the line that was waited for */
  printed: string
  /** from its start to that line */
  seconds: number
  /** Ends it as Ctrl-C does and waits for that. */
  stop(): Promise<void>
}

const running = new Set<ChildProcess>()
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')))

/** Starts a program and waits until it has printed what matches `sign`. Throws with its complaints if it ends before. */
export async function startProgram(
  args: string[],
  env: Record<string, string>,
  sign: RegExp,
): Promise<Program> {
  const started = performance.now()
  const child = run(args, env)
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  const complaints = textOf(child.stderr)
  let printed = ''
  await new Promise<void>((done, fail) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      if (sign.test(printed)) done()
    })
    void ended.then((code) => fail(new Error(`${args.join(' ')} ended with ${code}: ${complaints()}`)))
  })
  return {
    printed,
    seconds: (performance.now() - started) / 1_000,
    async stop() {
      child.kill('SIGINT')
      await ended
    },
  }
}

/** Runs a program to its end; throws with its complaints unless it ends well. `tell` hears them as they come. */
export async function runProgram(
  args: string[],
  env: Record<string, string>,
  tell?: (line: string) => void,
): Promise<{ printed: string; seconds: number }> {
  const started = performance.now()
  const child = run(args, env)
  const [printed, complaints] = [textOf(child.stdout), textOf(child.stderr)]
  if (tell) child.stderr?.on('data', (chunk: Buffer) => tell(chunk.toString()))
  const code = await new Promise<number | null>((done) => child.once('close', done))
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${complaints()}`)
  return { printed: printed(), seconds: (performance.now() - started) / 1_000 }
}

function textOf(stream: NodeJS.ReadableStream | null): () => string {
  let text = ''
  stream?.on('data', (chunk: Buffer) => (text += chunk.toString()))
  return () => text
}

/** With nothing of the settings around it but the path: the bench measures its own data only. */
function run(args: string[], env: Record<string, string>): ChildProcess {
  const { PATH = '', HOME = '', TMPDIR } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    cwd: root,
    env: { PATH, HOME, ...(TMPDIR && { TMPDIR }), LOG_LEVEL: 'error', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}
