import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Binary, Decimal128, Long, ObjectId, Timestamp } from 'bson'
import { MongoClient } from 'mongodb'
import { checkFolder } from '../../../server/embedded/mongodb/operations/check-folder.ts'
import { connectTo, message, sections, sequence } from './raw.ts'
import { addressOf, kill, spawnServer } from './serving.ts'

let folder: string
let server: ChildProcess
let uri: string
let client: MongoClient

const precious = Array.from({ length: 50 }, (_, at) => ({ _id: at, tags: [`t${at % 5}`], at: new Date(at) }))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-mongo-test-'))
  server = spawnServer(folder)
  uri = await addressOf(server)
  client = new MongoClient(uri)
  await client.db('precious').collection('things').createIndex({ tags: 1 })
  await client.db('precious').collection<{ _id: number }>('things').insertMany(precious)
})

afterAll(async () => {
  await client.close()
  await kill(server)
  await rm(folder, { recursive: true, force: true })
})

const every = {
  a: 1.5,
  b: 'text',
  c: [1, { d: null }],
  e: new ObjectId('0123456789abcdef01234567'),
  f: new Date(7),
  g: /x/i,
  h: Long.fromNumber(2 ** 40),
  i: Decimal128.fromString('1.5'),
  j: new Binary(Buffer.from('bin')),
  k: new Timestamp({ t: 1, i: 2 }),
}
const filter = { a: { $gte: 1 }, $or: [{ b: /t/ }, { c: { $elemMatch: { d: null } } }] }

const commands = [
  { hello: 1, client: { application: { name: 'x' } } },
  { isMaster: 1, helloOk: true },
  { ping: 1, lsid: { id: new Binary(Buffer.alloc(16), 4) } },
  { buildInfo: 1 },
  { create: 'made' },
  { listCollections: 1, filter: { name: 'x' }, nameOnly: true },
  { listDatabases: 1 },
  {
    createIndexes: 'x',
    indexes: [
      { key: { b: 1, c: -1 }, name: 'by b', unique: true, partialFilterExpression: { a: { $gt: 0 } } },
    ],
  },
  { listIndexes: 'x' },
  { dropIndexes: 'x', index: 'by b' },
  { insert: 'x', documents: [every, { _id: 2, ...every }], ordered: false },
  {
    find: 'x',
    filter,
    sort: { a: 1, b: -1 },
    projection: { c: { $slice: 1 } },
    skip: 1,
    limit: 5,
    batchSize: 2,
  },
  { getMore: Long.fromNumber(12345), collection: 'x', batchSize: 3 },
  { killCursors: 'x', cursors: [Long.fromNumber(12345)] },
  {
    aggregate: 'x',
    pipeline: [{ $match: filter }, { $group: { _id: '$b', n: { $sum: '$a' } } }, { $sort: { n: 1 } }],
    cursor: {},
  },
  {
    aggregate: 'x',
    pipeline: [{ $unwind: '$c' }, { $lookup: { from: 'y', localField: 'b', foreignField: 'b', as: 'z' } }],
    cursor: { batchSize: 2 },
  },
  { count: 'x', query: filter },
  { distinct: 'x', key: 'c.d', query: { a: { $in: [1, 2] } }, collation: { locale: 'en', strength: 2 } },
  {
    update: 'x',
    updates: [
      {
        q: filter,
        u: { $set: { 'c.$[i].d': 1 }, $inc: { a: 1 } },
        arrayFilters: [{ 'i.d': null }],
        multi: true,
      },
    ],
  },
  {
    update: 'x',
    updates: [{ q: { b: 'new' }, u: { $push: { c: { $each: [1], $slice: -3 } } }, upsert: true }],
  },
  {
    findAndModify: 'x',
    query: { a: 1 },
    update: [{ $set: { b: { $concat: ['$b', '!'] } } }],
    new: true,
    upsert: true,
  },
  { delete: 'x', deletes: [{ q: { b: 'text' }, limit: 1 }] },
  {
    bulkWrite: 1,
    ops: [
      { insert: 0, document: every },
      { update: 0, filter: {}, updateMods: { $unset: { a: 1 } } },
    ],
    nsInfo: [{ ns: 'fuzz.x' }],
  },
  { explain: { find: 'x', filter }, verbosity: 'queryPlanner' },
  { validate: 'x' },
  { drop: 'made' },
  { dropDatabase: 1 },
  { endSessions: [{ id: new Binary(Buffer.alloc(16), 4) }] },
]
const samples = [
  ...commands.map((command) => message({ ...command, $db: 'bulkWrite' in command ? 'admin' : 'fuzz' })),
  sections(message({ insert: 'x', $db: 'fuzz' }), sequence('documents', every, { _id: 'two' }, every)),
  sections(
    message({ update: 'x', $db: 'fuzz' }),
    sequence('updates', { q: filter, u: { $set: { b: 'c' } } }),
  ),
]

/** The same numbers in every run, so that a failure can be seen again. */
function numbersFrom(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

const lengths = [-1, 0, 1, 4, 5, 255, 65_536, 2 ** 24, 47_999_999, 48_000_001, 2 ** 31 - 1, -(2 ** 31)]

/** A sample with bytes changed, lengths that lie, parts missing or doubled, in any combination. */
function mutate(below: (limit: number) => number): Buffer {
  let bytes = Buffer.from(samples[below(samples.length)] as Buffer)
  const changes = [
    () => bytes.writeUInt8(below(256), below(bytes.length)),
    () => bytes.writeInt32LE(lengths[below(lengths.length)] as number, below(bytes.length - 3)),
    () => bytes.writeInt32LE(below(bytes.length * 2), below(bytes.length - 3)),
    () => bytes.writeUInt8(bytes.readUInt8(below(bytes.length)) ^ (1 << below(8)), below(bytes.length)),
    () => (bytes = bytes.subarray(0, 20 + below(bytes.length - 20))),
    () => {
      const [from, to] = [below(bytes.length), below(bytes.length)].sort((a, b) => a - b) as [number, number]
      bytes = Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)])
    },
  ]
  for (let count = 1 + below(4); count > 0; count--) (changes[below(changes.length)] as () => void)()
  if (below(3) > 0) bytes.writeInt32LE(bytes.length, 0)
  return bytes
}

async function throwAt(bytes: Buffer): Promise<void> {
  const socket = connectTo(uri)
  socket.resume().end(bytes)
  await once(socket, 'close')
}

/** Megabytes that the server has in memory; unknown but on Linux. */
function memory(): number {
  const path = `/proc/${server.pid}/status`
  return existsSync(path) ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(path, 'utf8'))?.[1]) / 1024 : 0
}

test('10,000 mutations of every command are answered or hung up on, and change nothing else', async () => {
  const below = numbersFrom(7)
  const throwing = async (count: number) => {
    for (let at = 0; at < count; at++) await throwAt(mutate(below))
  }
  await throwing(500)
  const before = memory()
  await Promise.all(Array.from({ length: 10 }, () => throwing(950)))
  expect(server.exitCode).toBeNull()
  expect(memory() - before).toBeLessThan(300)
  const fresh = new MongoClient(uri)
  const things = fresh.db('precious').collection('things')
  expect(await things.find().sort({ _id: 1 }).toArray()).toEqual(precious)
  expect(await things.countDocuments({ tags: 't3' })).toBe(10)
  await fresh.close()
  expect((await checkFolder(folder, () => undefined)).faults).toEqual([])
}, 120_000)
