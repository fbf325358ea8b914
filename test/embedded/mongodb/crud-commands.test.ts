import { Long } from 'bson'
import type { Document } from 'mongodb'
import { codeOf, found, having, typed } from './crud.ts'
import { run, type Running } from './running.ts'

let mongo: Running

beforeAll(async () => {
  mongo = await run()
})

afterAll(() => mongo.stop())

const three = [{ a: 1 }, { a: 2 }, { a: 3 }]
const ids = (documents: Document[]) => documents.map(({ _id }) => Number(_id))

describe('find', () => {
  test.each<[string, Document, number[]]>([
    ['let in $expr', { filter: { $expr: { $gt: ['$a', '$$least'] } }, let: { least: 1 } }, [1, 2]],
    [
      'let with a calculation',
      { filter: { $expr: { $eq: ['$a', '$$x'] } }, let: { x: { $add: [1, 1] } } },
      [1],
    ],
    ['a hint by name', { filter: { a: { $gt: 1 } }, hint: 'a_1' }, [1, 2]],
    ['a hint by key', { filter: { a: { $gt: 1 } }, hint: { a: 1 } }, [1, 2]],
    ['min and max', { hint: { a: 1 }, min: { a: 2 }, max: { a: 3 } }, [1]],
    ['max with a descending index', { hint: { a: -1 }, max: { a: 1 } }, [2, 1]],
    ['min beside a filter', { hint: { a: 1 }, min: { a: 2 }, filter: { a: { $ne: 2 } } }, [2]],
    ['skip and limit', { sort: { a: -1 }, skip: 1, limit: 1 }, [1]],
    ['a read concern', { readConcern: { level: 'majority' } }, [0, 1, 2]],
    [
      'a comment, a time, and what only shards mind',
      { comment: { x: 1 }, maxTimeMS: 1000, allowPartialResults: true, allowDiskUse: true },
      [0, 1, 2],
    ],
  ])('%s', async (_, options, expected) => {
    const name = await having(mongo.db, three)
    await mongo.db.collection(name).createIndexes([{ key: { a: 1 } }, { key: { a: -1 } }])
    expect(ids(await found(mongo.db, name, options))).toEqual(expected)
  })

  test('a single batch ends its cursor, and a batch of none leaves it open', async () => {
    const name = await having(mongo.db, three)
    const single = await mongo.db.command({ find: name, batchSize: 2, singleBatch: true })
    expect(single['cursor']).toMatchObject({ firstBatch: { length: 2 } })
    expect(String(single['cursor'].id)).toBe('0')
    const { cursor } = await mongo.db.command({ find: name, batchSize: 0 })
    expect(cursor.firstBatch).toEqual([])
    const rest = await mongo.db.command({ getMore: cursor.id, collection: name })
    expect(rest['cursor'].nextBatch).toHaveLength(3)
  })

  test('the numbers of records are shown', async () => {
    const name = await having(mongo.db, three)
    const documents = await found(mongo.db, name, { showRecordId: true, projection: { a: 1 } })
    expect(typed(documents.map(({ $recordId }) => $recordId))).toBe(
      typed([1, 2, 3].map((number) => Long.fromNumber(number))),
    )
  })

  test.each<[string, Document, number]>([
    ['an unknown option', { frob: 1 }, 40415],
    ['an unknown index', { hint: 'frob' }, 2],
    ['an unknown key', { hint: { frob: 1 } }, 2],
    ['a hint of another type', { hint: 5 }, 9],
    ['a negative limit', { limit: -1 }, 51024],
    ['a negative skip', { skip: -1 }, 51024],
    ['a negative batch', { batchSize: -1 }, 51024],
    ['min without a hint', { min: { a: 1 } }, 51173],
    ['min and max of different fields', { min: { a: 1 }, max: { b: 1 }, hint: { a: 1 } }, 51176],
    ['min of fields that the index lacks', { min: { b: 1 }, hint: { a: 1 } }, 51174],
    ['min that is not before max', { min: { a: 2 }, max: { a: 2 }, hint: { a: 1 } }, 51175],
    ['a tail', { tailable: true }, 2],
    ['waiting without a tail', { awaitData: true }, 9],
    ['index keys instead of documents', { returnKey: true }, 115],
    ['an unknown name', { filter: { $expr: '$$x' } }, 17276],
    ['a snapshot', { readConcern: { level: 'snapshot' } }, 123],
    ['linearizable reads', { readConcern: { level: 'linearizable' } }, 123],
    ['an unknown level', { readConcern: { level: 'frob' } }, 9],
  ])('refuses %s', async (_, options, code) => {
    const name = await having(mongo.db, three)
    await mongo.db.collection(name).createIndex({ a: 1 })
    expect(await codeOf(mongo.db, { find: name, ...options })).toBe(code)
  })
})

describe('count', () => {
  test.each<[string, Document, number]>([
    ['of all', {}, 3],
    ['of some', { query: { a: { $gt: 1 } } }, 2],
    ['with skip and limit', { skip: 1, limit: 1 }, 1],
    ['with a limit of a condition', { query: { a: { $gt: 0 } }, limit: 2 }, 2],
    ['with a negative limit', { limit: -2 }, 2],
    ['skipping more than there are', { skip: 9 }, 0],
    ['with a hint', { query: { a: 1 }, hint: '_id_' }, 1],
  ])('%s', async (_, options, n) => {
    const name = await having(mongo.db, three)
    expect((await mongo.db.command({ count: name, ...options }))['n']).toBe(n)
  })
})

describe('distinct', () => {
  const documents = [
    { a: 1, b: [{ c: 1 }, { c: [2, 3] }], t: 'x', d: null },
    { a: [1, 2, [3]], b: [{ c: 3 }], t: 'X' },
    { b: { c: 4 }, t: 'y', d: 5 },
  ]
  test.each<[string, Document, unknown[]]>([
    ['elements of arrays', { key: 'a' }, [1, 2, [3]]],
    ['within documents of arrays', { key: 'b.c' }, [1, 2, 3, 4]],
    ['at a place', { key: 'b.0.c' }, [1, 3]],
    ['null, but nothing missing', { key: 'd' }, [null, 5]],
    ['of some', { key: 'a', query: { t: 'x' } }, [1]],
    ['with a collation', { key: 't', collation: { locale: 'en', strength: 2 } }, ['x', 'y']],
    ['of no field', { key: 'z' }, []],
  ])('%s', async (_, options, values) => {
    const name = await having(mongo.db, documents)
    expect((await mongo.db.command({ distinct: name, ...options }))['values']).toEqual(values)
  })
})

describe('update and delete', () => {
  test('a sort chooses the one', async () => {
    const name = await having(mongo.db, three)
    const updates = [
      { q: {}, u: { $set: { b: 1 } }, sort: { a: -1 } },
      { q: {}, u: { c: 1 }, sort: { a: 1 } },
    ]
    await mongo.db.command({ update: name, updates })
    expect(typed(await found(mongo.db, name))).toBe(
      typed([
        { _id: 0, c: 1 },
        { _id: 1, a: 2 },
        { _id: 2, a: 3, b: 1 },
      ]),
    )
  })

  test('names of the command serve queries and deletes', async () => {
    const name = await having(mongo.db, three)
    const q = { $expr: { $eq: ['$a', '$$x'] } }
    expect(await mongo.db.command({ delete: name, let: { x: 2 }, deletes: [{ q, limit: 0 }] })).toMatchObject(
      { n: 1 },
    )
    await mongo.db.command({ update: name, let: { x: 3 }, updates: [{ q, u: { $set: { b: 1 } } }] })
    expect(typed(await found(mongo.db, name))).toBe(
      typed([
        { _id: 0, a: 1 },
        { _id: 2, a: 3, b: 1 },
      ]),
    )
  })

  test('a write that fails is told of in its place; unordered ones go on', async () => {
    const name = await having(mongo.db, three)
    await mongo.db.collection(name).createIndex({ a: 1 }, { unique: true })
    const documents = [
      { _id: 7, a: 7 },
      { _id: 8, a: 1 },
      { _id: 9, a: 9 },
    ]
    const ordered = await mongo.db.command({ insert: name, documents })
    expect(ordered).toMatchObject({
      n: 1,
      writeErrors: [{ index: 1, code: 11000, keyPattern: { a: 1 }, keyValue: { a: 1 } }],
    })
    expect(ordered['writeErrors'][0].errmsg).toContain(`index: a_1 dup key: { a: 1 }`)
    const unordered = await mongo.db.command({ insert: name, documents, ordered: false })
    expect(unordered).toMatchObject({ ok: 1, n: 1, writeErrors: [{ index: 0 }, { index: 1 }] })
  })

  test.each<[string, Document, number]>([
    ['an unknown field of a statement', { updates: [{ q: {}, u: {}, frob: 1 }] }, 40415],
    ['a statement without a query', { updates: [{ u: {} }] }, 40414],
    ['a statement without an update', { updates: [{ q: {} }] }, 40414],
    ['an unknown index', { updates: [{ q: {}, u: { $set: { a: 1 } }, hint: 'frob' }] }, 2],
    ['a sort for several', { updates: [{ q: {}, u: { $set: { a: 1 } }, sort: { a: 1 }, multi: true }] }, 9],
    ['a flag of another type', { updates: [{ q: {}, u: {}, multi: 'x' }] }, 14],
    ['two members', { updates: [{ q: {}, u: {} }], writeConcern: { w: 2 } }, 2],
    ['a mode of members', { updates: [{ q: {}, u: {} }], writeConcern: { w: 'east' } }, 2],
  ])('an update refuses %s', async (_, options, code) => {
    expect(await codeOf(mongo.db, { update: await having(mongo.db, three), ...options })).toBe(code)
  })

  test.each<[string, Document, number]>([
    ['an unknown field of a statement', { deletes: [{ q: {}, limit: 1, frob: 1 }] }, 40415],
    ['a statement without a limit', { deletes: [{ q: {} }] }, 40414],
    ['a limit of two', { deletes: [{ q: {}, limit: 2 }] }, 9],
    ['an unknown index', { deletes: [{ q: {}, limit: 1, hint: { z: 1 } }] }, 2],
    ['no statements', { deletes: [] }, 16],
  ])('a delete refuses %s', async (_, options, code) => {
    expect(await codeOf(mongo.db, { delete: await having(mongo.db, three), ...options })).toBe(code)
  })

  test('majority and journal are kept as every write is', async () => {
    const name = await having(mongo.db, three)
    for (const writeConcern of [
      { w: 1 },
      { w: 'majority' },
      { w: 1, j: true },
      { w: 'majority', wtimeout: 5 },
    ])
      expect(
        await codeOf(mongo.db, { delete: name, deletes: [{ q: { a: 9 }, limit: 0 }], writeConcern }),
      ).toBeUndefined()
  })
})

describe('findAndModify', () => {
  const run = async (options: Document) => {
    const name = await having(mongo.db, [
      { a: 1, l: [1, 2] },
      { a: 2, l: [2, 3] },
    ])
    return mongo.db.command({ findAndModify: name, ...options })
  }
  test.each<[string, Document, Document]>([
    [
      'the document before',
      { query: { a: 1 }, update: { $inc: { a: 5 } }, fields: { l: 0 } },
      { lastErrorObject: { n: 1, updatedExisting: true }, value: { _id: 0, a: 1 } },
    ],
    [
      'the document after',
      { query: { a: 1 }, update: { $inc: { a: 5 } }, new: true, fields: { a: 1, _id: 0 } },
      { lastErrorObject: { n: 1, updatedExisting: true }, value: { a: 6 } },
    ],
    [
      'the one that a sort puts first',
      { sort: { a: -1 }, update: { b: 1 }, new: true },
      { lastErrorObject: { n: 1, updatedExisting: true }, value: { _id: 1, b: 1 } },
    ],
    [
      'what was removed',
      { query: { a: 2 }, remove: true, fields: { a: 1 } },
      { lastErrorObject: { n: 1 }, value: { _id: 1, a: 2 } },
    ],
    ['nothing', { query: { a: 9 }, remove: true }, { lastErrorObject: { n: 0 }, value: null }],
    [
      'nothing to update',
      { query: { a: 9 }, update: { $set: { b: 1 } } },
      { lastErrorObject: { n: 0, updatedExisting: false }, value: null },
    ],
    [
      'what was upserted',
      { query: { _id: 9 }, update: { $set: { b: 1 } }, upsert: true, new: true },
      { lastErrorObject: { n: 1, updatedExisting: false, upserted: 9 }, value: { _id: 9, b: 1 } },
    ],
    [
      'nothing before an upsert',
      { query: { _id: 9 }, update: { $set: { b: 1 } }, upsert: true },
      { lastErrorObject: { n: 1, updatedExisting: false, upserted: 9 }, value: null },
    ],
    [
      'filtered elements',
      {
        query: { a: 1 },
        update: { $set: { 'l.$[e]': 0 } },
        arrayFilters: [{ e: 2 }],
        new: true,
        fields: { l: 1 },
      },
      { lastErrorObject: { n: 1, updatedExisting: true }, value: { _id: 0, l: [1, 0] } },
    ],
    [
      'the element that matched',
      { query: { l: 3 }, update: { $set: { b: 1 } }, fields: { 'l.$': 1 } },
      { lastErrorObject: { n: 1, updatedExisting: true }, value: { _id: 1, l: [3] } },
    ],
    [
      'by a pipeline with names',
      { query: { a: 1 }, update: [{ $set: { b: '$$x' } }], let: { x: 7 }, new: true, fields: { b: 1 } },
      { lastErrorObject: { n: 1, updatedExisting: true }, value: { _id: 0, b: 7 } },
    ],
  ])('%s', async (_, options, reply) => {
    expect(await run(options)).toEqual({ ...reply, ok: 1 })
  })

  test.each<[string, Document, number]>([
    ['neither', {}, 9],
    ['an update and a removal', { update: { a: 1 }, remove: true }, 9],
    ['an upsert and a removal', { upsert: true, remove: true }, 9],
    ['the document after a removal', { new: true, remove: true }, 9],
    ['filters and a removal', { remove: true, arrayFilters: [] }, 9],
    ['filters and a pipeline', { update: [{ $set: { a: 1 } }], arrayFilters: [] }, 9],
    ['an unknown option', { update: { a: 1 }, frob: 1 }, 40415],
    ['an unknown index', { update: { a: 1 }, hint: 'frob' }, 2],
  ])('refuses %s', async (_, options, code) => {
    await expect(run(options)).rejects.toMatchObject({ code })
  })
})

describe('bulkWrite', () => {
  const admin = () => mongo.client.db('admin')
  const bulk = async (ops: Document[], others: Document = {}) => {
    const name = await having(mongo.db, three)
    return admin().command({ bulkWrite: 1, nsInfo: [{ ns: `test.${name}` }], ops, ...others })
  }
  const mixed = [
    { insert: 0, document: { _id: 7 } },
    { insert: 0, document: { _id: 7 } },
    { update: 0, filter: { a: { $gt: 1 } }, updateMods: { $set: { b: 1 } }, multi: true },
    { update: 0, filter: { _id: 9 }, updateMods: { $set: { b: 1 } }, upsert: true },
    { delete: 0, filter: { a: 1 } },
  ]

  test('tells of each operation, and of all', async () => {
    const reply = await bulk(mixed, { ordered: false })
    expect(reply).toMatchObject({
      nErrors: 1,
      nInserted: 1,
      nMatched: 2,
      nModified: 2,
      nUpserted: 1,
      nDeleted: 1,
    })
    expect(reply['cursor'].firstBatch).toMatchObject([
      { ok: 1, idx: 0, n: 1 },
      { ok: 0, idx: 1, n: 0, code: 11000, keyPattern: { _id: 1 }, keyValue: { _id: 7 } },
      { ok: 1, idx: 2, n: 2, nModified: 2 },
      { ok: 1, idx: 3, n: 1, nModified: 0, upserted: { _id: 9 } },
      { ok: 1, idx: 4, n: 1 },
    ])
  })

  test('ends at an error where it is ordered, and tells only of errors where that is asked', async () => {
    const reply = await bulk(mixed, { errorsOnly: true })
    expect(reply).toMatchObject({ nErrors: 1, nInserted: 1, nMatched: 0, nUpserted: 0 })
    expect(reply['cursor'].firstBatch).toMatchObject([{ idx: 1, code: 11000 }])
    expect(String(reply['cursor'].id)).toBe('0')
    const quiet = await bulk(mixed.slice(2), { errorsOnly: true })
    expect({ ...quiet['cursor'], id: String(quiet['cursor'].id) }).toMatchObject({ id: '0', firstBatch: [] })
  })

  test('gives its items in batches', async () => {
    const { cursor } = await bulk(mixed, { ordered: false, cursor: { batchSize: 2 } })
    expect(cursor.firstBatch).toHaveLength(2)
    const more = { getMore: cursor.id, collection: '$cmd.bulkWrite', batchSize: 2 }
    expect((await admin().command(more))['cursor'].nextBatch).toMatchObject([{ idx: 2 }, { idx: 3 }])
    expect((await admin().command(more))['cursor']).toMatchObject({ nextBatch: [{ idx: 4 }] })
  })

  test('knows names, filters, hints and constants', async () => {
    const ops = [
      {
        update: 0,
        filter: { $expr: { $eq: ['$a', '$$x'] } },
        updateMods: [{ $set: { b: '$$c' } }],
        constants: { c: 5 },
        hint: '_id_',
      },
      { update: 0, filter: { a: 2 }, updateMods: { $set: { l: [1, 2] } } },
      { update: 0, filter: { a: 2 }, updateMods: { $set: { 'l.$[e]': 0 } }, arrayFilters: [{ e: 2 }] },
    ]
    expect(await bulk(ops, { let: { x: 2 } })).toMatchObject({ nErrors: 0, nMatched: 3, nModified: 3 })
  })

  test.each<[string, Document[], Document, number]>([
    ['an unknown operation', [{ frob: 0 }], {}, 9],
    ['an unknown field', [{ insert: 0, document: {}, frob: 1 }], {}, 40415],
    ['no document', [{ insert: 0 }], {}, 40414],
    ['a namespace there is not', [{ insert: 1, document: {} }], {}, 2],
    ['no operations', [], {}, 16],
    ['an unknown option', [{ insert: 0, document: {} }], { frob: 1 }, 40415],
  ])('refuses %s', async (_, ops, others, code) => {
    await expect(bulk(ops, others)).rejects.toMatchObject({ code })
  })

  test.each(['nothing', '.b', 'a.', 'a b.c', 'a.$c'])('%j is no namespace of it', async (ns) => {
    const command = { bulkWrite: 1, nsInfo: [{ ns }], ops: [{ insert: 0, document: {} }] }
    await expect(admin().command(command)).rejects.toMatchObject({ code: 73 })
  })

  test('belongs to the database admin', async () => {
    const command = { bulkWrite: 1, nsInfo: [{ ns: 'a.b' }], ops: [{ insert: 0, document: {} }] }
    expect(await codeOf(mongo.db, command)).toBe(13)
  })
})
