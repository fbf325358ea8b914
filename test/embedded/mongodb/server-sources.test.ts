import { run, type Running } from './running.ts'

let server: Running
beforeAll(async () => {
  server = await run()
  await server.db.collection('counted').insertMany([{ text: 'one' }, { text: 'two' }])
})
afterAll(() => server.stop())

test('the figures of a collection come as the first stage of a pipeline, as the shell asks for them', async () => {
  const pipeline = [{ $collStats: { storageStats: { scale: 1 }, count: {} } }]
  const [figures] = await server.db.collection('counted').aggregate(pipeline).toArray()
  const bytesOfBoth = 2 * (4 + 17 + 14 + 1)
  expect(figures).toMatchObject({
    ns: 'test.counted',
    count: 2,
    storageStats: { size: bytesOfBoth, count: 2, avgObjSize: 36, nindexes: 1, capped: false },
  })
})

test('later stages go on with the figures', async () => {
  const pipeline = [{ $collStats: { count: {} } }, { $project: { _id: 0, count: 1 } }]
  expect(await server.db.collection('counted').aggregate(pipeline).toArray()).toEqual([{ count: 2 }])
})

test('the sessions of the server are listed with the one that asks', async () => {
  const session = server.client.startSession()
  const sessions = await server.client
    .db('admin')
    .aggregate([{ $listLocalSessions: {} }], { session })
    .toArray()
  await session.endSession()
  expect(sessions.map(({ _id }) => _id.id.toString('hex'))).toContain(session.id?.id.toString('hex'))
  expect(sessions[0]?.lastUse).toBeInstanceOf(Date)
})

const strict = { apiVersion: '1', apiStrict: true, cursor: {} }

test.each([
  [
    'a collection that is not there',
    { aggregate: 'nothing', pipeline: [{ $collStats: {} }], cursor: {} },
    26,
  ],
  ['figures of no collection', { aggregate: 1, pipeline: [{ $collStats: {} }], cursor: {} }, 73],
  [
    'sessions of a collection',
    { aggregate: 'counted', pipeline: [{ $listLocalSessions: {} }], cursor: {} },
    73,
  ],
  [
    'figures as a later stage',
    { aggregate: 'counted', pipeline: [{ $match: {} }, { $collStats: {} }], cursor: {} },
    40602,
  ],
  [
    'latencies, which are not measured',
    { aggregate: 'counted', pipeline: [{ $collStats: { latencyStats: {} } }], cursor: {} },
    115,
  ],
  ['changes of a collection', { aggregate: 'counted', pipeline: [{ $changeStream: {} }], cursor: {} }, 40573],
  ['changes of a database', { aggregate: 1, pipeline: [{ $changeStream: {} }], cursor: {} }, 40573],
  ['what the server is doing', { aggregate: 1, pipeline: [{ $currentOp: {} }], cursor: {} }, 115],
  ['sessions under the Stable API', { aggregate: 1, pipeline: [{ $listLocalSessions: {} }], ...strict }, 323],
  [
    'sizes under the Stable API',
    { aggregate: 'counted', pipeline: [{ $collStats: { storageStats: {} } }], ...strict },
    323,
  ],
])('refused: %s', async (_what, command, code) => {
  await expect(server.db.command(command)).rejects.toMatchObject({ code })
})

test('a count under the Stable API is allowed', async () => {
  const command = { aggregate: 'counted', pipeline: [{ $collStats: { count: {} } }], ...strict }
  expect((await server.db.command(command)).cursor.firstBatch[0].count).toBe(2)
})
