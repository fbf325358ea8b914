import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readlinkSync, statSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { open } from 'lmdb'
import { openStore } from '../../../server/embedded/mongodb/storage/store.ts'

let folder: string
let children: ChildProcess[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-mongo-test-'))
  await openStore(join(folder, 'data'), '').close()
})

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  children = []
  await rm(folder, { recursive: true, force: true })
})

/** Writes who holds the folder, as a server would have that was killed or is still there. */
async function held(by: { pid: number; started?: string; processes?: string; file?: string }): Promise<void> {
  const { dev, ino } = statSync(join(folder, 'data', 'data.mdb'))
  const holder = { started: '1', processes: 'pid:[1]', file: `${dev}-${ino}`, socketPath: '', ...by }
  const environment = open<Buffer, Buffer>({
    path: join(folder, 'data'),
    noSubdir: false,
    maxDbs: 8,
    overlappingSync: false,
  })
  environment
    .openDB<Buffer, Buffer>({ name: 'lock', keyEncoding: 'binary', encoding: 'binary' })
    .putSync(Buffer.from('holder'), Buffer.from(JSON.stringify(holder)))
  await environment.close()
}

async function run(program: URL, ...args: string[]): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(program), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  await once(child.stdout as NodeJS.ReadableStream, 'data')
  return child.pid as number
}

const opens = async (name = 'data'): Promise<void> => openStore(join(folder, name), '').close()

const onLinux = process.platform === 'linux' ? test : test.skip

onLinux('a number that another process has by now holds nothing', async () => {
  await held({ pid: process.ppid, started: '1', processes: readlinkSync('/proc/self/ns/pid') })
  await opens()
})

test('a holder of another container holds the folder while it lives, and no longer', async () => {
  const pid = await run(new URL('./reader.ts', import.meta.url), join(folder, 'data'))
  await held({ pid })
  await expect(opens()).rejects.toThrow(
    `The database folder ${join(folder, 'data')} is in use by process ${pid}`,
  )
  children[0]?.kill('SIGKILL')
  await once(children[0] as ChildProcess, 'exit')
  await opens()
})

test('a copy of a folder in use is free', async () => {
  await run(new URL('./serve.ts', import.meta.url), join(folder, 'data'))
  await expect(opens()).rejects.toThrow(/is in use by process/)
  await cp(join(folder, 'data', 'data.mdb'), join(folder, 'copy', 'data.mdb'))
  await opens('copy')
})
