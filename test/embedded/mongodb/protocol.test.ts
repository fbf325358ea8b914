import { Binary, type Document, Long, type UUID } from 'bson'
import { type Db, MongoClient } from 'mongodb'
import { createCursors } from '../../../server/embedded/mongodb/commands/cursors.ts'
import { createSessions } from '../../../server/embedded/mongodb/commands/sessions.ts'
import { askAt, message } from './raw.ts'
import { run, type Running } from './running.ts'

let mongo: Running
let db: Db

beforeAll(async () => {
  mongo = await run()
  db = mongo.db
  await db
    .collection<{ _id: number }>('many')
    .insertMany(Array.from({ length: 500 }, (_, at) => ({ _id: at })))
})

afterAll(() => mongo.stop())

/** What comes back for a command that no driver has dressed. */
const ask = (command: Document, database = 'test') => askAt(mongo.uri, message({ ...command, $db: database }))
const session = (digit: number) => ({ id: new Binary(Buffer.alloc(16, digit), Binary.SUBTYPE_UUID) })

describe('a greeting', () => {
  test('tells of a server that stands alone', async () => {
    expect(await ask({ hello: 1 }, 'admin')).toEqual({
      isWritablePrimary: true,
      maxBsonObjectSize: 16_777_216,
      maxMessageSizeBytes: 48_000_000,
      maxWriteBatchSize: 100_000,
      localTime: expect.any(Date),
      logicalSessionTimeoutMinutes: 30,
      connectionId: expect.any(Number),
      minWireVersion: 0,
      maxWireVersion: 25,
      readOnly: false,
      ok: 1,
    })
    expect(await ask({ isMaster: 1, helloOk: true }, 'admin')).toMatchObject({
      ismaster: true,
      helloOk: true,
    })
  })
})

describe('what a shell asks', () => {
  test.each<[Document, Document]>([
    [{ buildInfo: 1 }, { version: '8.0.0', versionArray: [8, 0, 0, 0] }],
    [
      { getParameter: 1, featureCompatibilityVersion: 1 },
      { featureCompatibilityVersion: { version: '8.0' } },
    ],
    [{ getParameter: '*' }, { requireApiVersion: false, authenticationMechanisms: [] }],
    [{ connectionStatus: 1, showPrivileges: true }, { authInfo: { authenticatedUserPrivileges: [] } }],
    [{ hostInfo: 1 }, { system: { cpuAddrSize: 64 } }],
    [{ getLog: 'startupWarnings' }, { log: [] }],
    [{ getLog: '*' }, { names: ['global', 'startupWarnings'] }],
    [{ getCmdLineOpts: 1 }, { argv: [] }],
    [{ logout: 1 }, {}],
    [{ whatsmyuri: 1 }, { you: 'anonymous unix socket' }],
    [{ atlasVersion: 1 }, { ok: 0, code: 59 }],
    [{ getFreeMonitoringStatus: 1 }, { ok: 0, code: 59 }],
    [
      { getParameter: 1, frob: 1 },
      { ok: 0, code: 72 },
    ],
    [{ replSetGetStatus: 1 }, { ok: 0, code: 76 }],
    [
      { saslStart: 1, mechanism: 'SCRAM-SHA-256' },
      { ok: 0, code: 18 },
    ],
    [
      { createUser: 'x', pwd: 'x', roles: [] },
      { ok: 0, code: 115 },
    ],
    [{ usersInfo: 1 }, { ok: 0, code: 115 }],
  ])('%j', async (command, reply) => {
    expect(await ask(command, 'admin')).toMatchObject({ ok: 1, ...reply })
  })

  test('the status counts', async () => {
    const before = await db.command({ serverStatus: 1 })
    await db.collection('many').findOne()
    await db.command({ frob: 1 }).catch(() => undefined)
    const { metrics, connections, mem, pid, ...others } = await db.command({
      serverStatus: 1,
      storageEngine: 0,
    })
    expect(metrics.commands.find.total).toBe((before.metrics.commands.find?.total ?? 0) + 1)
    expect(metrics.commands).not.toHaveProperty('frob')
    expect(connections.current).toBeGreaterThan(0)
    expect(mem.resident).toBeGreaterThan(10)
    expect(Number(pid)).toBe(process.pid)
    expect(others).not.toHaveProperty('storageEngine')
  })
})

describe('sessions', () => {
  test('are begun, named, refreshed and ended', async () => {
    const { id, timeoutMinutes } = await db.command({ startSession: 1 })
    expect((id.id as UUID).toHexString()).toHaveLength(36)
    expect(timeoutMinutes).toBe(30)
    expect(await ask({ ping: 1, lsid: session(1) })).toEqual({ ok: 1 })
    expect(await ask({ ping: 1, lsid: { id: 'me' } })).toMatchObject({ ok: 0, code: 14 })
    expect(await ask({ refreshSessions: [session(1)] })).toEqual({ ok: 1 })
    expect(await ask({ endSessions: [session(1)] })).toEqual({ ok: 1 })
  })

  test.each<[string, Document, number]>([
    ['a transaction number', { insert: 'x', documents: [{}], lsid: session(1), txnNumber: Long.ONE }, 20],
    [
      'a transaction',
      { find: 'x', lsid: session(1), txnNumber: Long.ONE, startTransaction: true, autocommit: false },
      20,
    ],
    ['a commit', { commitTransaction: 1, lsid: session(1), txnNumber: Long.ONE, autocommit: false }, 20],
    ['an abort', { abortTransaction: 1, lsid: session(1), txnNumber: Long.ONE, autocommit: false }, 20],
    ['a transaction without a number', { find: 'x', lsid: session(1), startTransaction: true }, 72],
  ])('have no transactions: %s', async (_, command, code) => {
    expect(await ask(command, 'admin')).toMatchObject({ ok: 0, code })
  })

  test('own their cursors', async () => {
    const open = async (lsid?: Document) => {
      const reply = await ask({ find: 'many', batchSize: 2, ...(lsid && { lsid }) })
      return (reply?.cursor as Document).id as Long
    }
    const more = (getMore: Long, lsid?: Document) =>
      ask({ getMore: Long.fromValue(getMore), collection: 'many', ...(lsid && { lsid }) })
    const [mine, free] = [await open(session(1)), await open()]
    expect(await more(mine, session(2))).toMatchObject({ ok: 0, code: 50738 })
    expect(await more(mine)).toMatchObject({ ok: 0, code: 50737 })
    expect(await more(free, session(1))).toMatchObject({ ok: 0, code: 50736 })
    expect(await more(free)).toMatchObject({ ok: 1 })
    expect(await ask({ killSessions: [session(2)] })).toEqual({ ok: 1 })
    expect(await ask({ killSessions: [session(1)] })).toEqual({ ok: 1 })
    expect(await more(mine, session(1))).toMatchObject({ ok: 0, code: 43 })
  })

  test('end all together', async () => {
    const cursor = mongo.client.startSession()
    const reader = db.collection('many').find({}, { batchSize: 2, session: cursor })
    await reader.next()
    expect(await ask({ killAllSessions: [] }, 'admin')).toEqual({ ok: 1 })
    await expect(reader.toArray()).rejects.toMatchObject({ code: 43 })
    expect(await ask({ killAllSessions: [{ user: 'me', db: 'x' }] }, 'admin')).toMatchObject({
      ok: 0,
      code: 115,
    })
    await cursor.endSession()
  })

  test('are over after half an hour unused', () => {
    const sessions = createSessions()
    sessions.touch('idle', 0)
    sessions.touch('busy', 0)
    sessions.touch('busy', 29 * 60_000)
    expect(sessions.expire(30 * 60_000 + 1)).toEqual(new Set(['idle']))
    expect(sessions.expire(60 * 60_000)).toEqual(new Set(['busy']))
  })
})

describe('cursors', () => {
  const bare = { command: new Map(), isGone: () => false } as unknown as Parameters<
    ReturnType<typeof createCursors>['start']
  >[0]
  const documents = Array.from({ length: 3 }, () => ({ bytes: Buffer.alloc(5) }))
  const start = { namespace: 'a.b', documents, batchSize: 1 }

  test('end after ten minutes unasked, unless they were asked not to', async () => {
    const cursors = createCursors()
    const open = async (neverExpires: boolean) =>
      (await cursors.start(bare, { ...start, neverExpires })).get('id') as bigint
    const [idle, patient] = [await open(false), await open(true)]
    const next = (id: bigint) => cursors.next(bare, { id, namespace: 'a.b', batchSize: 1 })
    cursors.expire(Date.now() + 9 * 60_000)
    expect((await next(idle)).get('nextBatch')).toHaveLength(1)
    cursors.expire(Date.now() + 11 * 60_000)
    await expect(next(idle)).rejects.toThrow(`cursor id ${idle} not found`)
    expect((await next(patient)).get('nextBatch')).toHaveLength(1)
    expect(cursors.count()).toEqual({ total: 1, neverExpiring: 1, inUse: 0 })
  })

  test('stop searching when their client leaves', async () => {
    function* nothing() {
      for (;;) yield undefined
    }
    const gone = { ...bare, isGone: () => true }
    const cursors = createCursors()
    await expect(cursors.start(gone, { ...start, documents: nothing() })).rejects.toMatchObject({ code: 279 })
    expect(cursors.count().total).toBe(0)
  })

  test('give way to others where there are too many', async () => {
    const cursors = createCursors()
    const first = (await cursors.start(bare, start)).get('id') as bigint
    for (let at = 0; at < 2000; at++) await cursors.start(bare, start)
    expect(cursors.count().total).toBe(2000)
    await expect(cursors.next(bare, { id: first, namespace: 'a.b', batchSize: 1 })).rejects.toThrow(
      'not found',
    )
  })

  test('are asked by their own name, and by nobody who sets a time', async () => {
    const reply = await ask({ find: 'many', batchSize: 2 })
    const id = Long.fromValue((reply?.cursor as Document).id)
    expect(await ask({ getMore: id, collection: 'others' })).toMatchObject({ ok: 0, code: 13 })
    expect(await ask({ getMore: id, collection: 'many' }, 'other')).toMatchObject({ ok: 0, code: 13 })
    expect(await ask({ getMore: id, collection: '' })).toMatchObject({ ok: 0, code: 73 })
    expect(await ask({ getMore: id, collection: 'many', maxTimeMS: 10 })).toMatchObject({ ok: 0, code: 2 })
    expect(await ask({ getMore: id, collection: 'many', batchSize: -1 })).toMatchObject({
      ok: 0,
      code: 51024,
    })
    expect(await ask({ getMore: 7, collection: 'many' })).toMatchObject({ ok: 0, code: 14 })
    expect(await ask({ getMore: id, collection: 'many', batchSize: 3 })).toMatchObject({
      cursor: { nextBatch: [{ _id: 2 }, { _id: 3 }, { _id: 4 }], ns: 'test.many' },
    })
  })

  test('are killed by number', async () => {
    const reply = await ask({ find: 'many', batchSize: 2 })
    const id = Long.fromValue((reply?.cursor as Document).id)
    const unknown = Long.fromNumber(42)
    const killed = await ask({ killCursors: 'many', cursors: [id, unknown] })
    expect(killed).toMatchObject({ ok: 1, cursorsAlive: [], cursorsUnknown: [] })
    expect((killed?.cursorsKilled as Long[]).map(String)).toEqual([String(id)])
    expect((killed?.cursorsNotFound as Long[]).map(String)).toEqual(['42'])
    expect(await ask({ killCursors: 'many', cursors: [1] })).toMatchObject({ ok: 0, code: 14 })
    expect(await ask({ killCursors: 'many' })).toMatchObject({ ok: 0, code: 40414 })
  })
})

test('the Stable API is kept to where that is asked', async () => {
  const client = new MongoClient(mongo.uri, {
    serverApi: { version: '1', strict: true, deprecationErrors: true },
  })
  expect(
    await client
      .db('test')
      .collection('many')
      .countDocuments({ _id: { $lt: 3 } as never }),
  ).toBe(3)
  await expect(client.db('test').collection('many').distinct('_id')).rejects.toMatchObject({ code: 323 })
  await client.close()
  expect(await ask({ ping: 1, apiVersion: '2' })).toMatchObject({ ok: 0, code: 322 })
  expect(await ask({ ping: 1, apiStrict: true })).toMatchObject({ ok: 0, code: 4886600 })
})

test('what only a replica set can promise is refused, what any server keeps is taken', async () => {
  const find = (more: Document) => ask({ find: 'many', limit: 1, ...more })
  expect(await find({ $readPreference: { mode: 'secondaryPreferred' } })).toMatchObject({ ok: 1 })
  expect(await find({ readConcern: { level: 'majority' } })).toMatchObject({ ok: 1 })
  expect(await find({ readConcern: { level: 'snapshot' } })).toMatchObject({ ok: 0, code: 123 })
  expect(await find({ readConcern: { afterClusterTime: 1 } })).toMatchObject({ ok: 0, code: 123 })
})
