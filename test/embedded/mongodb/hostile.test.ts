import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Collection, type Document, MongoClient } from 'mongodb'
import { connectTo, message } from './raw.ts'
import { addressOf, kill, spawnServer } from './serving.ts'

let folder: string
let server: ChildProcess
let uri: string
let client: MongoClient
let crates: Collection<{ _id: number }>

/** Twenty megabytes in 20,000 documents. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-mongo-test-'))
  server = spawnServer(folder)
  uri = await addressOf(server)
  client = new MongoClient(uri)
  crates = client.db('store').collection('crates')
  const note = 'n'.repeat(1000)
  await crates.insertMany(Array.from({ length: 20_000 }, (_, at) => ({ _id: at, note, group: at % 7 })))
})

afterAll(async () => {
  await client.close()
  await kill(server)
  await rm(folder, { recursive: true, force: true })
})

/** Megabytes that the server has in memory; unknown but on Linux. */
function memory(): number {
  const path = `/proc/${server.pid}/status`
  return existsSync(path) ? Number(/RssAnon:\s+(\d+)/.exec(readFileSync(path, 'utf8'))?.[1]) / 1024 : 0
}

async function opened(count: number): Promise<Socket[]> {
  const sockets = Array.from({ length: count }, () => connectTo(uri))
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  return sockets
}

const leave = (sockets: Socket[]): void => sockets.forEach((socket) => socket.destroy())
const isWell = async (): Promise<void> => {
  expect(await crates.findOne({ _id: 19_999 })).toMatchObject({ group: 0 })
}

test('200 clients at once get their own answers', async () => {
  const clients = Array.from({ length: 200 }, () => new MongoClient(uri, { maxPoolSize: 1 }))
  const answers = await Promise.all(
    clients.map(async (one, at) => {
      const mine = one.db('store').collection<{ _id: number }>('mine')
      await mine.insertOne({ _id: at })
      return mine.findOne({ _id: at })
    }),
  )
  expect(answers).toEqual(Array.from({ length: 200 }, (_, at) => ({ _id: at })))
  await Promise.all(clients.map((one) => one.close()))
}, 60_000)

test('clients that ask for much and do not read cost no more than there is', async () => {
  const before = memory()
  const sockets = await opened(100)
  const ask = message({ find: 'crates', batchSize: 20_000, $db: 'store' })
  for (const socket of sockets) socket.pause().write(Buffer.concat([ask, ask, ask]))
  await wait(4000)
  expect(memory() - before).toBeLessThan(900)
  await isWell()
  leave(sockets)
}, 60_000)

test('messages that are claimed and not sent take no memory, and large ones come in by turns', async () => {
  const before = memory()
  const sockets = await opened(200)
  const claim = message({ ping: 1, $db: 'admin' }, { length: 48_000_000 })
  for (const socket of sockets) socket.write(claim)
  await wait(500)
  expect(memory() - before).toBeLessThan(200)
  const megabytes = Buffer.alloc(1024 * 1024)
  for (const socket of sockets) for (let sent = 0; sent < 20; sent++) socket.write(megabytes)
  await wait(1500)
  expect(memory() - before).toBeLessThan(500)
  await isWell()
  leave(sockets)
  await crates.insertMany(
    Array.from({ length: 10 }, (_, at) => ({ _id: 30_000 + at, note: 'n'.repeat(1_000_000) })),
  )
  await isWell()
}, 60_000)

test('half a message a byte at a time takes no memory', async () => {
  const before = memory()
  const [socket] = (await opened(1)) as [Socket]
  const half = message({ ping: 1, $db: 'admin', pad: 'p'.repeat(20_000) }).subarray(0, 15_000)
  for (const byte of half) if (!socket.write(Buffer.of(byte))) await once(socket, 'drain')
  expect(memory() - before).toBeLessThan(100)
  leave([socket])
})

test('cursors that are left open hold nothing up', async () => {
  const left: Document[] = []
  for (let at = 0; at < 2000; at++)
    left.push((await client.db('store').command({ find: 'crates', sort: { _id: 1 }, batchSize: 1 })).cursor)
  const before = memory()
  await crates.updateMany({ group: 3 }, { $set: { note: 'short' } })
  expect(memory() - before).toBeLessThan(400)
  await client.db('store').command({ killCursors: 'crates', cursors: left.map(({ id }) => id) })
  await isWell()
}, 60_000)

test('a long search lets others through', async () => {
  const order: string[] = []
  const search = { find: 'crates', filter: { note: /n$/, absent: { $exists: true } } }
  const found = client
    .db('store')
    .command(search)
    .then(() => order.push('search'))
  const counted = crates.countDocuments({ absent: 1 } as never).then(() => order.push('count'))
  const sorted = crates
    .find()
    .sort({ note: 1, _id: -1 })
    .limit(3)
    .toArray()
    .then(() => order.push('sort'))
  for (let at = 0; at < 5; at++) await crates.findOne({ _id: at })
  order.push('others')
  await Promise.all([found, counted, sorted])
  expect(order[0]).toBe('others')
})

test('a cursor is read by one at a time, and killed while it is read', async () => {
  const db = client.db('store')
  const session = client.startSession()
  const { cursor } = await db.command(
    {
      find: 'crates',
      filter: { $or: [{ _id: { $lt: 2 } }, { absent: 1 }] },
      batchSize: 2,
      hint: { $natural: 1 },
    },
    { session },
  )
  const more = () => db.command({ getMore: cursor.id, collection: 'crates' }, { session })
  const reading = more()
  const second = more()
  const [first, other, killed] = await Promise.allSettled([
    reading,
    second,
    db.command({ killCursors: 'crates', cursors: [cursor.id] }),
  ])
  expect(killed).toMatchObject({ status: 'fulfilled', value: { cursorsKilled: [cursor.id] } })
  expect(other).toMatchObject({ reason: { code: 12051 } })
  expect(first).toMatchObject({ reason: { code: 237 } })
  await session.endSession()
})

test('requests that come all at once on one connection are answered in turn', async () => {
  const [socket] = (await opened(1)) as [Socket]
  const requests = Array.from({ length: 500 }, (_, at) =>
    message({ find: 'crates', filter: { _id: at }, $db: 'store' }),
  )
  const sizes: number[] = []
  let rest = Buffer.alloc(0)
  socket.write(Buffer.concat(requests))
  for await (const chunk of socket) {
    rest = Buffer.concat([rest, chunk as Buffer])
    for (; rest.length >= 4 && rest.length >= rest.readInt32LE(0); rest = rest.subarray(rest.readInt32LE(0)))
      sizes.push(rest.readInt32LE(0))
    if (sizes.length === 500) break
  }
  expect(sizes).toHaveLength(500)
  leave([socket])
})
