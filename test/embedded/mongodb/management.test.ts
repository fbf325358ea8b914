import { Binary, Decimal128, Double, Long, ObjectId, UUID } from 'bson'
import type { Collection, Document } from 'mongodb'
import { run, type Running } from './running.ts'

let mongo: Running
let collections = 0

beforeAll(async () => {
  mongo = await run(200)
})

afterAll(() => mongo.stop())

const collection = (): Collection<Document> => mongo.db.collection(`c${++collections}`)
const command = (document: Document) => mongo.db.command(document)
const admin = (document: Document) => mongo.client.db('admin').command(document)

describe('createIndexes', () => {
  const create = (name: string, ...indexes: Document[]) => command({ createIndexes: name, indexes })

  test('makes the collection, tells the numbers, and does nothing the second time', async () => {
    const index = { key: { a: 1 }, name: 'a_1', background: true }
    expect(await create('made', index)).toMatchObject({
      numIndexesBefore: 1,
      numIndexesAfter: 2,
      createdCollectionAutomatically: true,
    })
    expect(await create('made', index, { key: { _id: 1 }, name: 'mine' })).toEqual({
      numIndexesBefore: 2,
      numIndexesAfter: 2,
      createdCollectionAutomatically: false,
      note: 'all indexes already exist',
      ok: 1,
    })
  })

  test('makes all or none', async () => {
    const one = collection()
    await one.insertMany([{ a: 1 }, { a: 1 }])
    const indexes = [
      { key: { b: 1 }, name: 'b' },
      { key: { a: 1 }, name: 'a', unique: true },
    ]
    await expect(create(one.collectionName, ...indexes)).rejects.toMatchObject({ code: 11000 })
    expect(await one.indexes()).toHaveLength(1)
  })

  test.each<[string, Document, number]>([
    ['no name', { key: { a: 1 } }, 9],
    ['no key', { name: 'a' }, 9],
    ['an empty name', { key: { a: 1 }, name: '' }, 67],
    ['the name *', { key: { a: 1 }, name: '*' }, 2],
    ['the name of the id', { key: { a: 1 }, name: '_id_' }, 2],
    ['an empty key', { key: {}, name: 'a' }, 67],
    ['a key that is no document', { key: 1, name: 'a' }, 14],
    ['a direction of 0', { key: { a: 0 }, name: 'a' }, 67],
    ['a direction of true', { key: { a: true }, name: 'a' }, 67],
    ['an empty segment', { key: { 'a..b': 1 }, name: 'a' }, 67],
    ['a name with $', { key: { 'a.$b': 1 }, name: 'a' }, 67],
    ['an unknown kind', { key: { a: 'frob' }, name: 'a' }, 67],
    ['a text index', { key: { a: 'text' }, name: 'a' }, 115],
    ['a place', { key: { a: '2dsphere' }, name: 'a' }, 115],
    ['a hash', { key: { a: 'hashed' }, name: 'a' }, 115],
    ['a wildcard', { key: { '$**': 1 }, name: 'a' }, 115],
    ['an unknown option', { key: { a: 1 }, name: 'a', frob: 1 }, 197],
    ['an option of other kinds', { key: { a: 1 }, name: 'a', weights: {} }, 115],
    ['a wrong flag', { key: { a: 1 }, name: 'a', unique: 'yes' }, 14],
    ['another version', { key: { a: 1 }, name: 'a', v: 3 }, 67],
    ['an unique id', { key: { _id: 1 }, name: 'i', unique: true }, 197],
    ['a descending id', { key: { _id: -1 }, name: 'i' }, 2],
    ['an end of time', { key: { a: 1 }, name: 'a', expireAfterSeconds: -1 }, 67],
    ['an end of two times', { key: { a: 1, b: 1 }, name: 'a', expireAfterSeconds: 1 }, 67],
    ['sparse and partial', { key: { a: 1 }, name: 'a', sparse: true, partialFilterExpression: {} }, 67],
    ['a filter of what is not', { key: { a: 1 }, name: 'a', partialFilterExpression: { a: { $ne: 1 } } }, 67],
    ['a filter by a pattern', { key: { a: 1 }, name: 'a', partialFilterExpression: { a: /x/ } }, 67],
    ['an empty collation', { key: { a: 1 }, name: 'a', collation: {} }, 2],
  ])('refuses %s', async (_, index, code) => {
    await expect(create('refused', index)).rejects.toMatchObject({ code })
  })

  test('refuses what is at odds with another', async () => {
    await create(
      'odds',
      { key: { a: 1 }, name: 'a_1' },
      { key: { t: 1 }, name: 't_1', expireAfterSeconds: 5 },
    )
    const refused: [Document, number][] = [
      [{ key: { a: 1 }, name: 'other' }, 85],
      [{ key: { b: 1 }, name: 'a_1' }, 86],
      [{ key: { a: 1 }, name: 'a_1', unique: true }, 86],
      [{ key: { t: 1 }, name: 't_1', expireAfterSeconds: 6 }, 85],
      [{ key: { t: 1 }, name: 'other', expireAfterSeconds: 6 }, 85],
    ]
    for (const [index, code] of refused) await expect(create('odds', index)).rejects.toMatchObject({ code })
    await create(
      'odds',
      { key: { a: 1 }, name: 'sparse', sparse: true },
      { key: { a: 1 }, name: 'u', unique: true },
    )
    await expect(command({ dropIndexes: 'odds', index: { a: 1 } })).rejects.toMatchObject({ code: 181 })
    expect(await command({ dropIndexes: 'odds', index: ['u', 'sparse'] })).toMatchObject({ nIndexesWas: 5 })
    await expect(command({ dropIndexes: 'odds', index: ['a_1', '_id_'] })).rejects.toMatchObject({ code: 72 })
    expect(await mongo.db.collection('odds').indexes()).toHaveLength(3)
  })

  test('refuses a quorum, no index at all, and too many', async () => {
    await expect(
      command({ createIndexes: 'x', indexes: [{ key: { a: 1 }, name: 'a' }], commitQuorum: 1 }),
    ).rejects.toMatchObject({ code: 2 })
    await expect(create('x')).rejects.toMatchObject({ code: 2 })
    const many = Array.from({ length: 64 }, (_, at) => ({ key: { [`f${at}`]: 1 }, name: `f${at}` }))
    await expect(create('many', ...many)).rejects.toMatchObject({ code: 67 })
    expect(await create('many', ...many.slice(1))).toMatchObject({ numIndexesAfter: 64 })
  })
})

test.each<[unknown, string]>([
  ['it\'s "x"', '"it\'s "x""'],
  [5, '5'],
  [new Double(5), '5.0'],
  [Long.fromString('9007199254740993'), '9007199254740993'],
  [Decimal128.fromString('1.50'), '1.50'],
  [null, 'null'],
  [new Double(0.1 + 0.2), '0.3'],
  [new Double(-1e300), '-1e+300'],
  [new Double(Infinity), 'inf'],
  ['x'.repeat(159), `"${'x'.repeat(159)}"`],
  ['x'.repeat(160), `"${'x'.repeat(150)}..."`],
  [new UUID('01234567-89ab-cdef-0123-456789abcdef'), 'UUID("01234567-89ab-cdef-0123-456789abcdef")'],
  [true, 'true'],
  [new Date(1000), 'new Date(1000)'],
  [new ObjectId('0123456789abcdef01234567'), "ObjectId('0123456789abcdef01234567')"],
  [{ b: { c: 1 }, d: [1, 'x'] }, '{ b: { c: 1 }, d: [ 1, "x" ] }'],
  [new Binary(Buffer.from('ab')), 'BinData(0, 6162)'],
])('a second %p is told of as %s', async (value, text) => {
  const one = collection()
  await one.createIndex({ a: 1, 'b.c': -1 }, { unique: true })
  await one.insertOne({ a: value })
  const error = await one.insertOne({ a: value }).catch((e) => e)
  expect(error.message).toBe(
    `E11000 duplicate key error collection: test.${one.collectionName} index: a_1_b.c_-1 dup key: { a: ${text}, b.c: null }`,
  )
  expect(error).toMatchObject({ code: 11000, keyPattern: { a: 1, 'b.c': -1 }, keyValue: { 'b.c': null } })
})

describe('collMod', () => {
  test('hides an index and shows it again, which is kept up meanwhile', async () => {
    const one = collection()
    await one.createIndex({ a: 1 }, { unique: true })
    const modify = (index: Document) => command({ collMod: one.collectionName, index })
    expect(await modify({ name: 'a_1', hidden: true })).toEqual({
      hidden_old: false,
      hidden_new: true,
      ok: 1,
    })
    expect(await modify({ name: 'a_1', hidden: true })).toEqual({ ok: 1 })
    expect((await one.indexes())[1]).toMatchObject({ hidden: true, unique: true })
    await one.insertOne({ a: 1 })
    await expect(one.insertOne({ a: 1 })).rejects.toMatchObject({ code: 11000 })
    await expect(one.find({}, { hint: 'a_1' }).toArray()).rejects.toMatchObject({ code: 2 })
    expect(await modify({ keyPattern: { a: 1 }, hidden: false })).toMatchObject({ hidden_new: false })
    expect(await one.find({ a: 1 }, { hint: 'a_1' }).toArray()).toHaveLength(1)
    expect((await one.indexes())[1]).not.toHaveProperty('hidden')
  })

  test('gives documents an end, which comes', async () => {
    const one = collection()
    await one.createIndex({ at: 1 }, { expireAfterSeconds: 3600 })
    await one.createIndex({ plain: 1 })
    await one.insertMany([{ at: new Date(Date.now() - 60_000) }, { at: new Date() }, { plain: new Date(0) }])
    const modify = (index: Document) => command({ collMod: one.collectionName, index })
    expect(await modify({ keyPattern: { at: 1 }, expireAfterSeconds: 30 })).toMatchObject({
      expireAfterSeconds_old: 3600,
      expireAfterSeconds_new: 30,
    })
    const changed = await modify({ name: 'plain_1', expireAfterSeconds: 30 })
    expect(changed).toEqual({ expireAfterSeconds_new: 30, ok: 1 })
    while ((await one.countDocuments()) > 1) await new Promise((resolve) => setTimeout(resolve, 20))
    expect(await one.countDocuments({ at: { $gt: new Date(0) } })).toBe(1)
  })

  test.each<[string, Document, number]>([
    ['an index that is not there', { index: { name: 'b_1', hidden: true } }, 27],
    ['name and key', { index: { name: 'a_1', keyPattern: { a: 1 }, hidden: true } }, 72],
    ['neither', { index: { hidden: true } }, 72],
    ['no change', { index: { name: 'a_1' } }, 72],
    ['hiding the id', { index: { name: '_id_', hidden: true } }, 2],
    ['an end of the id', { index: { name: '_id_', expireAfterSeconds: 1 } }, 72],
    ['an end before the beginning', { index: { name: 'a_1', expireAfterSeconds: -1 } }, 72],
    ['uniqueness', { index: { name: 'a_1', unique: true } }, 115],
    ['an unknown change', { index: { name: 'a_1', frob: 1 } }, 40415],
    ['a validator', { validator: { a: 1 } }, 115],
  ])('refuses %s', async (_, change, code) => {
    await mongo.db.collection('modified').createIndex({ a: 1 })
    await expect(command({ collMod: 'modified', ...change })).rejects.toMatchObject({ code })
  })

  test('refuses a collection that is not there', async () => {
    await expect(command({ collMod: 'nowhere' })).rejects.toMatchObject({ code: 26 })
  })
})

describe('renameCollection', () => {
  const rename = (from: string, to: string, more: Document = {}) =>
    admin({ renameCollection: `test.${from}`, to: to.includes('.') ? to : `test.${to}`, ...more })

  test('keeps documents and indexes, over a restart too, and ends who reads the old name', async () => {
    const old = mongo.db.collection<Document>('old')
    await old.createIndex({ a: 1 }, { unique: true })
    await old.insertMany(Array.from({ length: 300 }, (_, a) => ({ a })))
    const cursor = old.find({}, { batchSize: 10 })
    await cursor.next()
    await rename('old', 'new')
    await expect(cursor.toArray()).rejects.toMatchObject({ code: 175 })
    expect(await old.countDocuments()).toBe(0)
    await mongo.restart()
    const renamed = mongo.db.collection('new')
    expect(await renamed.countDocuments({ a: { $gte: 0 } })).toBe(300)
    await expect(renamed.insertOne({ a: 5 })).rejects.toMatchObject({
      message: expect.stringContaining('collection: test.new index: a_1'),
    })
    await rename('new', 'elsewhere.new')
    expect(await mongo.client.db('elsewhere').collection('new').countDocuments()).toBe(300)
  })

  test('takes the place of another only where that is said', async () => {
    await mongo.db.collection('from').insertOne({ n: 1 })
    await mongo.db.collection('to').insertOne({ n: 2 })
    await expect(rename('from', 'to')).rejects.toMatchObject({ code: 48 })
    await rename('from', 'to', { dropTarget: true })
    expect(
      await mongo.db
        .collection('to')
        .find({}, { projection: { _id: 0 } })
        .toArray(),
    ).toEqual([{ n: 1 }])
  })

  test('is refused', async () => {
    await expect(rename('nowhere', 'x')).rejects.toMatchObject({ code: 26 })
    await expect(rename('to', 'to')).rejects.toMatchObject({ code: 20 })
    await expect(rename('to', 'te$t.x')).rejects.toMatchObject({ code: 73 })
    await expect(command({ renameCollection: 'test.to', to: 'test.x' })).rejects.toMatchObject({ code: 13 })
  })
})

describe('create', () => {
  test('again is no fault, unless otherwise', async () => {
    await command({ create: 'twice' })
    await command({ create: 'twice', idIndex: { key: { _id: 1 }, name: '_id_' } })
    await expect(command({ create: 'twice', collation: { locale: 'en' } })).rejects.toMatchObject({
      code: 48,
    })
  })

  test.each<[Document, number]>([
    [{ capped: true }, 72],
    [{ size: 100 }, 72],
    [{ capped: true, size: 100 }, 115],
    [{ pipeline: [] }, 72],
    [{ viewOn: 'x', pipeline: [{ $match: {} }] }, 115],
    [{ expireAfterSeconds: 5 }, 72],
    [{ timeseries: { timeField: 't' } }, 115],
    [{ validator: { a: 1 } }, 115],
    [{ clusteredIndex: { key: { _id: 1 }, unique: true } }, 115],
    [{ changeStreamPreAndPostImages: { enabled: true } }, 115],
    [{ frob: 1 }, 40415],
    [{ idIndex: { key: { a: 1 }, name: '_id_' } }, 2],
  ])('%j is refused with %d', async (options, code) => {
    await expect(command({ create: 'never', ...options })).rejects.toMatchObject({ code })
  })

  test('a name too long is refused, by the first insert too', async () => {
    const name = 'x'.repeat(260)
    await expect(command({ create: name })).rejects.toMatchObject({ code: 73 })
    await expect(mongo.db.collection(name).insertOne({})).rejects.toMatchObject({ code: 73 })
  })
})

describe('listing', () => {
  test('collections in batches, by a filter, by name alone', async () => {
    const db = mongo.client.db('listed')
    for (const name of ['a', 'b', 'c']) await db.createCollection(name)
    const first = await db.command({ listCollections: 1, cursor: { batchSize: 2 } })
    expect(first['cursor']).toMatchObject({ ns: 'listed.$cmd.listCollections', firstBatch: { length: 2 } })
    const all = await db.listCollections({}, { batchSize: 1 }).toArray()
    expect(all.map(({ name }) => name).sort()).toEqual(['a', 'b', 'c'])
    expect(all[0]).toMatchObject({
      type: 'collection',
      options: {},
      info: { readOnly: false },
      idIndex: { name: '_id_' },
    })
    expect(
      await db.listCollections({ name: /^[ab]$/ }, { nameOnly: true, authorizedCollections: true }).toArray(),
    ).toHaveLength(2)
    await db.collection('a').createIndexes([{ key: { x: 1 } }, { key: { y: 1 } }])
    expect(
      (await db.command({ listIndexes: 'a', cursor: { batchSize: 1 } }))['cursor'].firstBatch,
    ).toHaveLength(1)
    expect(await db.collection('a').listIndexes({ batchSize: 1 }).toArray()).toHaveLength(3)
  })

  test('databases with their size, only from admin', async () => {
    await mongo.client
      .db('sized')
      .collection('a')
      .insertOne({ _id: 1 as never, text: 'x'.repeat(1000) })
    const { databases } = await admin({ listDatabases: 1, filter: { name: 'sized' } })
    expect(databases).toEqual([{ name: 'sized', sizeOnDisk: 1000 + 25, empty: false }])
    expect(await admin({ listDatabases: 1, nameOnly: true, filter: { name: 'sized' } })).toEqual({
      databases: [{ name: 'sized' }],
      ok: 1,
    })
    await expect(command({ listDatabases: 1 })).rejects.toMatchObject({ code: 13 })
  })

  test('the numbers of a collection and of a database', async () => {
    const db = mongo.client.db('measured')
    await db.collection('a').insertMany([
      { _id: 1 as never, t: 'xx' },
      { _id: 2 as never, t: 'xxxx' },
    ])
    await db.collection('a').updateOne({ _id: 2 as never }, { $set: { t: 'xxxxxx' } })
    await db.collection('a').createIndex({ t: 1 })
    const one = await db.command({ collStats: 'a' })
    expect(one).toMatchObject({
      ns: 'measured.a',
      count: 2,
      size: 24 + 28,
      avgObjSize: 26,
      nindexes: 2,
      capped: false,
    })
    expect(Object.keys(one['indexSizes'])).toEqual(['_id_', 't_1'])
    expect(await db.command({ dbStats: 1 })).toMatchObject({
      db: 'measured',
      collections: 1,
      objects: 2,
      dataSize: 52,
      indexes: 2,
    })
    await db.collection('a').deleteMany({})
    expect(await db.command({ collStats: 'a', scale: 2 })).toMatchObject({
      count: 0,
      size: 0,
      totalIndexSize: 0,
    })
  })
})

test('dropping what is not there succeeds; who reads what is dropped is told', async () => {
  expect(await command({ drop: 'nowhere' })).toEqual({ ok: 1 })
  const one = collection()
  await one.createIndex({ a: 1 })
  await one.insertMany(Array.from({ length: 300 }, (_, a) => ({ a })))
  const [byIndex, byAll] = [one.find({ a: { $gte: 0 } }, { batchSize: 10 }), one.find({}, { batchSize: 10 })]
  await Promise.all([byIndex.next(), byAll.next()])
  await one.dropIndex('a_1')
  await expect(byIndex.toArray()).rejects.toMatchObject({ code: 175 })
  await one.drop()
  await one.insertOne({})
  await expect(byAll.toArray()).rejects.toMatchObject({ code: 175 })
})

describe('maxTimeMS', () => {
  const slow = { $expr: { $gt: [{ $size: { $range: ['$n', 20000] } }, 0] } }

  beforeAll(() => mongo.db.collection('slow').insertMany(Array.from({ length: 1000 }, (_, n) => ({ n }))))

  test.each<[string, Document]>([
    ['a find', { find: 'slow', filter: slow }],
    ['a count', { count: 'slow', query: slow }],
    ['a distinct', { distinct: 'slow', key: 'n', query: slow }],
    ['an aggregation', { aggregate: 'slow', pipeline: [{ $match: slow }], cursor: {} }],
  ])('stops %s', async (_, asked) => {
    await expect(command({ ...asked, maxTimeMS: 20 })).rejects.toMatchObject({
      code: 50,
      codeName: 'MaxTimeMSExpired',
    })
  })

  test('holds for all batches of a cursor together, and not for others', async () => {
    const cursor = mongo.db.collection('slow').find(slow, { batchSize: 2, maxTimeMS: 20 })
    await expect(cursor.toArray()).rejects.toMatchObject({ code: 50 })
    expect(
      await mongo.db
        .collection('slow')
        .find({ n: { $lt: 500 } }, { batchSize: 50 })
        .toArray(),
    ).toHaveLength(500)
    await expect(command({ find: 'slow', maxTimeMS: -1 })).rejects.toMatchObject({ code: 2 })
    expect((await command({ find: 'slow', maxTimeMS: 0 }))['cursor'].firstBatch).toHaveLength(101)
  })
})
