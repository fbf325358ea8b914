import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, statSync, truncateSync } from 'node:fs'
import { appendFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { open } from 'lmdb'
import { MongoClient } from 'mongodb'
import { startMongo } from '../../../server/embedded/mongodb/index.ts'
import { backUp } from '../../../server/embedded/mongodb/operations/back-up.ts'
import { checkFolder } from '../../../server/embedded/mongodb/operations/check-folder.ts'
import { compact } from '../../../server/embedded/mongodb/operations/compact.ts'
import { copyStore } from '../../../server/embedded/mongodb/operations/copy.ts'
import { restore } from '../../../server/embedded/mongodb/operations/restore.ts'
import { addressOf, kill, spawnServer } from './serving.ts'

interface Crate {
  _id: number
  code: string
  tags: string[]
  note: string
}

let folder: string
const inFolder = (name: string): string => join(folder, name)
const silent = (): void => undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-mongo-test-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const crate = (id: number): Crate => ({
  _id: id,
  code: `code ${id}`,
  tags: [`t${id % 3}`, 'all'],
  note: 'n'.repeat(900),
})

/** Runs `act` against a database of 300 crates, two indexes beside that on `_id`, and stops the server. */
async function withCrates(act: (client: MongoClient) => Promise<void> = async () => {}): Promise<void> {
  const { uri, stop } = await startMongo({ folder: inFolder('data') })
  const client = new MongoClient(uri)
  const crates = client.db('store').collection<Crate>('crates')
  await crates.createIndex({ code: 1 }, { unique: true, name: 'by code' })
  await crates.createIndex({ tags: 1 }, { name: 'by tag' })
  if ((await crates.countDocuments()) === 0)
    await crates.insertMany(Array.from({ length: 300 }, (_, at) => crate(at)))
  await act(client)
  await client.close()
  await stop()
}

type Tables = Record<'documents' | 'entries', ReturnType<typeof opened>>

const opened = (environment: ReturnType<typeof open>, name: string) =>
  environment.openDB<Buffer, Buffer>({ name, keyEncoding: 'binary', encoding: 'binary' })

/** Changes what is stored behind the server's back. */
async function damage(change: (tables: Tables) => void): Promise<void> {
  const environment = open<Buffer, Buffer>({
    path: inFolder('data'),
    noSubdir: false,
    maxDbs: 8,
    overlappingSync: false,
  })
  change({ documents: opened(environment, 'documents'), entries: opened(environment, 'entries') })
  await environment.close()
}

const faults = async (): Promise<string[]> => (await checkFolder(inFolder('data'), silent)).faults

test('a database in order is said to be so', async () => {
  await withCrates()
  const progress: string[] = []
  expect(await checkFolder(inFolder('data'), (line) => progress.push(line))).toEqual({
    collections: 1,
    documents: 300,
    entries: 1200,
    faults: [],
  })
  expect(progress).toEqual(['Checking store.crates (300 documents) ...'])
})

const firstKey = (table: Tables['entries'], index: number): Buffer => {
  const [key] = table.getKeys({ start: Buffer.of(0, 0, 0, index), limit: 1 })
  return Buffer.from(key as Buffer)
}

test('an entry that is missing is found', async () => {
  await withCrates()
  await damage(({ entries }) => entries.removeSync(firstKey(entries, 2)))
  expect(await faults()).toEqual(['store.crates: Record 1 is missing from the index by code'])
})

test('an entry that leads to nothing, or elsewhere, is found', async () => {
  await withCrates()
  await damage(({ entries }) => {
    const key = firstKey(entries, 3)
    key.writeUIntBE(999_999, key.length - 6, 6)
    entries.putSync(key, Buffer.alloc(0))
    const other = Buffer.concat([firstKey(entries, 2).subarray(0, 4), Buffer.from('made up')])
    entries.putSync(other, Buffer.of(0, 0, 0, 0, 0, 7))
  })
  expect(await faults()).toEqual([
    'store.crates: An entry of the index by code leads to record 7, which has another value',
    'store.crates: An entry of the index by tag leads to record 999999, which is not there',
  ])
})

test('a document cut short, one too few and one of no collection are found', async () => {
  await withCrates()
  await damage(({ documents }) => {
    const keys = [...documents.getKeys({ limit: 2 })].map((key) => Buffer.from(key))
    documents.putSync(keys[0] as Buffer, (documents.get(keys[0] as Buffer) as Buffer).subarray(0, 100))
    documents.removeSync(keys[1] as Buffer)
    documents.putSync(Buffer.of(0, 0, 0, 9, 0, 0, 0, 0, 0, 1), Buffer.of(5, 0, 0, 0, 0))
  })
  expect(await faults()).toEqual([
    'store.crates: Record 1 is no whole document',
    'store.crates: An entry of the index _id_ leads to record 2, which is not there',
    'store.crates: An entry of the index by code leads to record 2, which is not there',
    'store.crates: An entry of the index by tag leads to record 2, which is not there',
    'store.crates: An entry of the index by tag leads to record 2, which is not there',
    'store.crates: 300 documents were counted, 299 are there',
    'There are documents of no collection (9)',
  ])
})

test('a folder without a database, and a file that is none, are refused in a sentence', async () => {
  await expect(checkFolder(inFolder('nowhere'), silent)).rejects.toThrow(
    `There is no database in ${inFolder('nowhere')}`,
  )
  expect(existsSync(inFolder('nowhere'))).toBe(false)
  await writeFile(inFolder('data.mdb'), 'x'.repeat(20_000))
  await expect(checkFolder(folder, silent)).rejects.toThrow(/data\.mdb is no database, or a damaged one$/)
  await expect(startMongo({ folder })).rejects.toThrow(/data\.mdb is no database, or a damaged one$/)
  await withCrates()
  truncateSync(join(inFolder('data'), 'data.mdb'), 40_960)
  await expect(faults()).rejects.toThrow(/data\.mdb is cut short: it has 40960 bytes of \d{6,}$/)
})

test('a backup taken while others write restores to one instant', async () => {
  await withCrates(async (client) => {
    const crates = client.db('store').collection<Crate>('crates')
    let isDone = false
    const write = async (from: number) => {
      for (let id = from; !isDone; id += 4) {
        await crates.insertOne(crate(id))
        await crates.updateOne({ _id: id }, { $push: { tags: 'again' } })
      }
    }
    const writers = [1000, 1001, 1002, 1003].map(write)
    await crates.findOneAndUpdate({ _id: 7 }, { $set: { note: 'before the backup' } })
    const report = await backUp(inFolder('data'), inFolder('backup'), silent)
    isDone = true
    await Promise.all(writers)
    expect(report.faults).toEqual([])
    expect(report.documents).toBeGreaterThanOrEqual(300)
  })
  expect((await readdir(inFolder('backup'))).sort()).toEqual(['backup.json', 'data.mdb'])
  const report = await restore(inFolder('backup'), inFolder('restored'), silent)
  expect(report.faults).toEqual([])
  const { uri, stop } = await startMongo({ folder: inFolder('restored') })
  const client = new MongoClient(uri)
  const crates = client.db('store').collection<Crate>('crates')
  expect(await crates.countDocuments({ _id: { $lt: 300 } })).toBe(300)
  expect(await crates.findOne({ _id: 7 })).toMatchObject({ note: 'before the backup' })
  await expect(crates.insertOne(crate(7))).rejects.toMatchObject({ code: 11000 })
  await client.close()
  await stop()
})

test('a backup is never laid over anything, and a damaged or unfinished one is not restored', async () => {
  await withCrates()
  await backUp(inFolder('data'), inFolder('backup'), silent)
  await expect(backUp(inFolder('data'), inFolder('backup'), silent)).rejects.toThrow(
    `The folder ${inFolder('backup')} is not empty: name a new one for the backup`,
  )
  await expect(restore(inFolder('backup'), inFolder('data'), silent)).rejects.toThrow(
    `The database folder ${inFolder('data')} is not empty: move it away to restore a backup`,
  )
  const file = join(inFolder('backup'), 'data.mdb')
  await appendFile(file, 'x')
  await expect(restore(inFolder('backup'), inFolder('new'), silent)).rejects.toThrow(/is damaged/)
  truncateSync(file, 8192)
  await expect(restore(inFolder('backup'), inFolder('new'), silent)).rejects.toThrow(/is damaged/)
  for (const text of ['{', 'null']) {
    await writeFile(join(inFolder('backup'), 'backup.json'), text)
    await expect(restore(inFolder('backup'), inFolder('new'), silent)).rejects.toThrow(/is damaged/)
  }
  await rm(file)
  await expect(restore(inFolder('backup'), inFolder('new'), silent)).rejects.toThrow(
    /holds no finished backup: data\.mdb is missing$/,
  )
  await rm(join(inFolder('backup'), 'backup.json'))
  await expect(restore(inFolder('backup'), inFolder('new'), silent)).rejects.toThrow(
    /holds no finished backup: backup\.json is missing$/,
  )
  expect(existsSync(inFolder('new'))).toBe(false)
})

test('a backup goes neither where a file is nor into the folder of the database', async () => {
  await withCrates()
  await writeFile(inFolder('file'), '')
  await expect(backUp(inFolder('data'), inFolder('file'), silent)).rejects.toThrow(
    /^The folder .*file cannot be used: EEXIST/,
  )
  await expect(backUp(inFolder('data'), join(inFolder('data'), 'beside'), silent)).rejects.toThrow(
    /beside is within that of the database/,
  )
  expect((await readdir(inFolder('data'))).sort()).toEqual(['data.mdb', 'lock.mdb'])
})

test('a copy that cannot be written to its end leaves nothing and says so', async () => {
  const full = {
    copyTo: async (target: string) => {
      await writeFile(join(target, 'data.mdb'), 'a part')
      throw new Error('No space left on device')
    },
  }
  await expect(copyStore(full, folder)).rejects.toThrow(
    `The copy in ${folder} cannot be written: No space left on device`,
  )
  expect(await readdir(folder)).toEqual([])
})

test('compacting gives back what deletes left, and is refused while a server runs', async () => {
  await withCrates(async (client) => {
    const crates = client.db('store').collection<Crate>('crates')
    await crates.insertMany(Array.from({ length: 4000 }, (_, at) => crate(10_000 + at)))
    await crates.deleteMany({ _id: { $gte: 300 } })
  })
  const server = spawnServer(inFolder('data'))
  await addressOf(server)
  await expect(compact(inFolder('data'), silent)).rejects.toThrow(
    `The database folder ${inFolder('data')} is in use by process ${server.pid}`,
  )
  await kill(server)
  const { bytesBefore, bytesAfter } = await compact(inFolder('data'), silent)
  expect(bytesBefore).toBeGreaterThan(5_000_000)
  expect(bytesAfter).toBeLessThan(1_000_000)
  expect(statSync(join(inFolder('data'), 'data.mdb')).size).toBe(bytesAfter)
  await withCrates(async (client) => {
    const crates = client.db('store').collection<Crate>('crates')
    expect(await crates.countDocuments({ tags: 'all' })).toBe(300)
    await crates.insertOne(crate(301))
  })
  expect(await faults()).toEqual([])
})

test.each(['Writing', 'Checking'])(
  'kill -9 while compacting (%s) leaves the database as it was',
  async (moment) => {
    await withCrates()
    const script = fileURLToPath(new URL('./compact-until.ts', import.meta.url))
    const child = spawn(process.execPath, ['--import', 'tsx', script, inFolder('data'), moment], {
      stdio: 'inherit',
    })
    const [, signal] = (await once(child, 'exit')) as [number, string]
    expect(signal).toBe('SIGKILL')
    expect(await readdir(inFolder('data'))).toContain('beside')
    expect(await faults()).toEqual([])
    await withCrates(async (client) => {
      expect(await client.db('store').collection('crates').countDocuments()).toBe(300)
    })
    await compact(inFolder('data'), silent)
    expect((await readdir(inFolder('data'))).sort()).toEqual(['data.mdb'])
  },
)

const command = promisify(execFile)
const script = fileURLToPath(new URL('../../../scripts/database.ts', import.meta.url))

/** Runs the operator's command on the database in `folder`; gives what it says and its exit code. */
async function typed(...names: string[]): Promise<{ code: number; said: string }> {
  const env = { ...process.env, DATA_DIR: folder, MONGODB_URI: '' }
  try {
    const { stdout } = await command(process.execPath, ['--import', 'tsx', script, ...names], { env })
    return { code: 0, said: stdout }
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string }
    return { code, said: stderr }
  }
}

const usage = 'Usage: npm run database -- check | compact | backup FOLDER | restore FOLDER\n'

test.each([[[]], [['toString']], [['backup']], [['check', '/tmp/backup']], [['backup', 'a', 'b']]])(
  'what is typed wrong is answered with how it goes: %j',
  async (names) => {
    expect(await typed(...names)).toEqual({ code: 1, said: usage })
  },
)

test('a backup is for its owner alone, also in a folder that others may look into', async () => {
  await withCrates()
  await rename(inFolder('data'), inFolder('mongodb'))
  await mkdir(inFolder('backup'), { mode: 0o755 })
  const { code, said } = await typed('backup', inFolder('backup'))
  expect(said).toBe(
    `1 collections, 300 documents, 1200 index entries are backed up in ${inFolder('backup')}.\n`,
  )
  expect(code).toBe(0)
  expect(statSync(join(inFolder('backup'), 'data.mdb')).mode & 0o077).toBe(0)
})
