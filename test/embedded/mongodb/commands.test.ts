import type { Collection, Document } from 'mongodb'
import { run, type Running } from './running.ts'

let mongo: Running
let numbers: Collection<{ _id: number; text?: string }>

beforeAll(async () => {
  mongo = await run()
  numbers = mongo.db.collection('numbers')
  await numbers.insertMany(Array.from({ length: 1000 }, (_, at) => ({ _id: at })))
})

afterAll(() => mongo.stop())

describe('cursors', () => {
  test('give all in batches, in order, while others read too', async () => {
    const read = async (batchSize: number) =>
      (await numbers.find({}, { batchSize }).toArray()).map(({ _id }) => _id)
    const all = Array.from({ length: 1000 }, (_, at) => at)
    expect(await Promise.all([read(7), read(250), read(5000)])).toEqual([all, all, all])
  })

  test('first 101, then as many as fit', async () => {
    const first = await mongo.db.command({ find: 'numbers' })
    expect(first['cursor'].firstBatch).toHaveLength(101)
    const next = await mongo.db.command({ getMore: first['cursor'].id, collection: 'numbers' })
    expect(next['cursor']).toMatchObject({ nextBatch: { length: 899 } })
    expect(String(next['cursor'].id)).toBe('0')
  })

  test('no batch is larger than 16 MB', async () => {
    const large = mongo.db.collection('large')
    await large.insertMany(Array.from({ length: 5 }, () => ({ text: 'x'.repeat(5_000_000) })))
    const first = await mongo.db.command({ find: 'large' })
    expect(first['cursor'].firstBatch).toHaveLength(3)
    expect(await large.find().toArray()).toHaveLength(5)
  })

  test('one that was killed is not found, nor one of another collection', async () => {
    const { cursor } = await mongo.db.command({ find: 'numbers', batchSize: 1 })
    await expect(mongo.db.command({ getMore: cursor.id, collection: 'other' })).rejects.toMatchObject({
      code: 13,
    })
    expect(await mongo.db.command({ killCursors: 'numbers', cursors: [cursor.id] })).toMatchObject({
      cursorsKilled: [cursor.id],
    })
    await expect(mongo.db.command({ getMore: cursor.id, collection: 'numbers' })).rejects.toMatchObject({
      code: 43,
    })
  })

  test('go on over documents that are removed and added meanwhile', async () => {
    const moving = mongo.db.collection<{ _id: number }>('moving')
    await moving.insertMany(Array.from({ length: 300 }, (_, at) => ({ _id: at })))
    const cursor = moving.find({}, { batchSize: 50 }).sort({ _id: 1 })
    const seen: number[] = []
    for await (const { _id } of cursor) {
      seen.push(_id)
      if (_id === 10) await moving.deleteMany({ _id: { $gte: 200 } })
    }
    expect(seen).toEqual(Array.from({ length: 200 }, (_, at) => at))
  })
})

describe('is refused with its code', () => {
  const find = (more: Document) => ({ find: 'numbers', ...more })
  const aggregate = (...pipeline: Document[]) => ({ aggregate: 'numbers', cursor: {}, pipeline })
  test.each<[string, Document, number]>([
    ['an unknown command', { frob: 1 }, 59],
    ['an unknown option', find({ frob: 1 }), 40415],
    ['an option that is not kept', find({ returnKey: true }), 115],
    ['an unknown operator', find({ filter: { a: { $frob: 1 } } }), 2],
    ['an operator at the top', find({ filter: { $frob: 1 } }), 2],
    ['$where', find({ filter: { $where: '1' } }), 115],
    ['$near', find({ filter: { a: { $near: [1, 1] } } }), 115],
    ['$in without a list', find({ filter: { a: { $in: 1 } } }), 2],
    ['a filter that is no document', find({ filter: 1 }), 14],
    ['a wrong sort', find({ sort: { a: 2 } }), 2],
    ['a negative limit', find({ limit: -1 }), 51024],
    ['a mixed projection', find({ projection: { a: 1, b: 0 } }), 31254],
    ['a projection that collides', find({ projection: { a: 1, 'a.b': 1 } }), 31249],
    ['the same the other way', find({ projection: { 'a.b': 1, a: 1 } }), 31250],
    ['a hint to no index', find({ hint: 'nothing' }), 2],
    ['a collation of strength 4', find({ collation: { locale: 'en', strength: 4 } }), 115],
    ['a pattern that JavaScript cannot say', find({ filter: { a: { $regex: '\\Ga' } } }), 115],
    ['an unknown stage', aggregate({ $frob: 1 }), 40324],
    ['a stage that is not there', aggregate({ $graphLookup: {} }), 115],
    ['an unknown expression', aggregate({ $project: { a: { $frob: 1 } } }), 31325],
    ['an unknown accumulator', aggregate({ $group: { _id: 1, a: { $frob: 1 } } }), 15952],
    ['an aggregation without a cursor', { aggregate: 'numbers', pipeline: [] }, 9],
    ['a transaction', find({ txnNumber: 1, startTransaction: true, autocommit: false }), 20],
    ['a snapshot', find({ readConcern: { level: 'snapshot' } }), 123],
    ['a text index', { createIndexes: 'numbers', indexes: [{ key: { a: 'text' }, name: 'x' }] }, 115],
    ['a capped collection', { create: 'capped', capped: true, size: 1000 }, 115],
    ['a view', { create: 'view', viewOn: 'numbers' }, 115],
    ['a collection that is there otherwise', { create: 'numbers', collation: { locale: 'en' } }, 48],
    ['an empty insert', { insert: 'numbers', documents: [] }, 16],
    ['a change stream', aggregate({ $changeStream: {} }), 40573],
  ])('%s', async (_, command, code) => {
    await expect(mongo.db.command(command)).rejects.toMatchObject({ code, codeName: expect.any(String) })
  })

  test('what no document may have as its id', async () => {
    for (const _id of [[1], /x/])
      await expect(numbers.insertOne({ _id: _id as never })).rejects.toMatchObject({ code: 53 })
  })

  test('a transaction in the driver', async () => {
    const session = mongo.client.startSession()
    const act = () => session.withTransaction(() => numbers.insertOne({ _id: -1 }, { session }))
    await expect(act()).rejects.toThrow('does not support retryable writes')
    await session.endSession()
    expect(await numbers.findOne({ _id: -1 })).toBeNull()
  })
})

test('collections and databases are listed, made and dropped', async () => {
  const db = mongo.client.db('house')
  await db.createCollection('b')
  await db.collection('a').insertOne({})
  const names = (await db.listCollections().toArray()).map(({ name }) => name)
  expect(names.sort()).toEqual(['a', 'b'])
  expect(await db.listCollections({ name: 'a' }, { nameOnly: true }).toArray()).toEqual([
    { name: 'a', type: 'collection' },
  ])
  const { databases } = await mongo.client.db().admin().listDatabases()
  expect(databases.map(({ name }) => name)).toContain('house')
  await db.dropDatabase()
  expect(await db.listCollections().toArray()).toEqual([])
  expect(await db.collection('a').countDocuments()).toBe(0)
})

test('one bulk write reaches several collections', async () => {
  const result = await mongo.client.bulkWrite([
    { name: 'insertOne', namespace: 'bulk.a', document: { _id: 1 as never, n: 1 } },
    { name: 'updateOne', namespace: 'bulk.a', filter: { _id: 1 as never }, update: { $inc: { n: 1 } } },
    {
      name: 'updateOne',
      namespace: 'bulk.b',
      filter: { _id: 2 as never },
      update: { $set: { n: 1 } },
      upsert: true,
    },
    { name: 'deleteMany', namespace: 'bulk.a', filter: { n: 99 } },
  ])
  expect(result).toMatchObject({
    insertedCount: 1,
    matchedCount: 1,
    modifiedCount: 1,
    upsertedCount: 1,
    deletedCount: 0,
  })
  expect(await mongo.client.db('bulk').collection('a').findOne()).toEqual({ _id: 1, n: 2 })
  expect(await mongo.client.db('bulk').collection('b').findOne()).toEqual({ _id: 2, n: 1 })
})

test('many connections are served at once', async () => {
  const results = await Promise.all(Array.from({ length: 90 }, (_, at) => numbers.findOne({ _id: at })))
  expect(results.map((found) => found?._id)).toEqual(Array.from({ length: 90 }, (_, at) => at))
})

test('names that objects choke on are only names', async () => {
  const names = mongo.db.collection<Document>('names')
  const document = JSON.parse('{"10": 1, "2": 2, "__proto__": {"x": 1}, "constructor": 3, "a": {"$b": 1}}')
  await names.insertOne(document)
  const found = await names.findOne(
    { '__proto__.x': 1, constructor: 3 },
    { raw: true, projection: { _id: 0 } },
  )
  const bytes = Buffer.from(found as unknown as Uint8Array).toString('latin1')
  expect(bytes).toContain('__proto__')
})
