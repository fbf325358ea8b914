import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMongo } from '../../../server/embedded/mongodb/index.ts'
import { run } from './running.ts'
import { addressOf, kill, spawnServer } from './serving.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-mongo-test-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

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
  const server = spawnServer(folder)
  await addressOf(server)
  await expect(startMongo({ folder })).rejects.toThrow(
    `The database folder ${folder} is in use by process ${server.pid}`,
  )
  await kill(server)
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
