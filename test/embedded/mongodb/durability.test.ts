import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Collection, MongoClient } from 'mongodb'
import { startMongo } from '../../../server/embedded/mongodb/index.ts'
import { run } from './running.ts'

interface Note {
  _id: number
  key: string
  tags: string[]
  version: number
}

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-mongo-test-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

async function serve(): Promise<{ child: ChildProcess; uri: string }> {
  const script = fileURLToPath(new URL('./serve.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer]
  return { child, uri: line.toString().trim() }
}

/** Inserts and updates until the server is gone; notes what it acknowledged. */
async function write(
  notes: Collection<Note>,
  from: number,
  acknowledged: Map<number, number>,
): Promise<void> {
  for (let id = from; ; id += 10) {
    try {
      await notes.insertOne({ _id: id, key: `key ${id}`, tags: [`t${id % 7}`, `u${id}`], version: 1 })
      acknowledged.set(id, 1)
      await notes.updateOne({ _id: id }, { $set: { version: 2 }, $push: { tags: 'again' } })
      acknowledged.set(id, 2)
    } catch {
      return
    }
  }
}

test('what was acknowledged outlives kill -9, and every index agrees with its documents', async () => {
  const acknowledged = new Map<number, number>()
  for (let kill = 0; kill < 5; kill++) {
    const { child, uri } = await serve()
    const client = new MongoClient(uri, { serverSelectionTimeoutMS: 1000 })
    const notes = client.db('test').collection<Note>('notes')
    await notes.createIndex({ key: 1 }, { unique: true })
    await notes.createIndex({ tags: 1, version: -1 })
    const start = kill * 100_000
    const writers = Array.from({ length: 10 }, (_, at) => write(notes, start + at, acknowledged))
    await new Promise((resolve) => setTimeout(resolve, 150 + kill * 60))
    child.kill('SIGKILL')
    await once(child, 'exit')
    await Promise.all(writers)
    await client.close()
  }
  const { uri, stop } = await startMongo({ folder })
  const client = new MongoClient(uri)
  const stored = new Map<number, number>()
  for await (const { _id, version } of client.db('test').collection<Note>('notes').find())
    stored.set(_id, version)
  expect(acknowledged.size).toBeGreaterThan(50)
  expect([...acknowledged].filter(([id, version]) => !((stored.get(id) ?? 0) >= version))).toEqual([])
  expect(await client.db('test').command({ validate: 'notes' })).toMatchObject({ valid: true, errors: [] })
  expect(await client.db('test').collection('notes').countDocuments()).toBe(stored.size)
  await client.close()
  await stop()
}, 90_000)

test('a restart keeps documents, indexes and what is known of them', async () => {
  const mongo = await run()
  const items = () => mongo.db.collection('items')
  await items().createIndex({ tags: 1 }, { unique: true, name: 'by tag' })
  await items().insertMany([{ tags: ['a', 'b'] }, { tags: 'c' }])
  await mongo.restart()
  expect(await items().countDocuments({})).toBe(2)
  expect(await items().find({ tags: 'b' }).toArray()).toMatchObject([{ tags: ['a', 'b'] }])
  await expect(items().insertOne({ tags: ['x', 'b'] })).rejects.toMatchObject({ code: 11000 })
  expect(await items().find().sort({ tags: 1 }).toArray()).toHaveLength(2)
  await mongo.stop()
})

test('a failed write leaves nothing behind and does not disturb those beside it', async () => {
  const mongo = await run()
  const items = mongo.db.collection<{ _id: number; k: number }>('items')
  await items.createIndex({ k: 1 }, { unique: true })
  const all = await Promise.allSettled(
    Array.from({ length: 60 }, (_, at) => items.insertOne({ _id: at, k: at % 20 })),
  )
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
  expect(await mongo.db.command({ validate: 'items' })).toMatchObject({
    valid: true,
    nrecords: 20,
    keysPerIndex: { _id_: 20, k_1: 20 },
  })
  await mongo.stop()
})

test('a folder in use is refused, in this process and in another', async () => {
  const { child } = await serve()
  await expect(startMongo({ folder })).rejects.toThrow(
    `The database folder ${folder} is in use by process ${child.pid}`,
  )
  child.kill('SIGKILL')
  await once(child, 'exit')
  const mongo = await startMongo({ folder })
  await expect(startMongo({ folder })).rejects.toThrow(
    `The database folder ${folder} is in use by this process`,
  )
  await mongo.stop()
})

test('a folder that cannot be is refused in one sentence', async () => {
  const file = join(folder, 'file')
  await writeFile(file, 'not a folder')
  await expect(startMongo({ folder: join(file, 'inside') })).rejects.toThrow(
    /^The database folder .* cannot be used: /,
  )
  expect(await readFile(file, 'utf8')).toBe('not a folder')
  const locked = join(folder, 'locked')
  await startMongo({ folder: locked }).then(({ stop }) => stop())
  await chmod(join(locked, 'data.mdb'), 0o000)
  if (process.getuid?.() !== 0) await expect(startMongo({ folder: locked })).rejects.toThrow(/cannot be used/)
})
