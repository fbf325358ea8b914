import type { Collection, Document } from 'mongodb'
import { run, type Running } from './running.ts'

let mongo: Running
let collections = 0

beforeAll(async () => {
  mongo = await run(200)
})

afterAll(() => mongo.stop())

const collection = (): Collection<Document> => mongo.db.collection(`c${++collections}`)

/** The stages of the plan from the top down, with the index's name where there is one. */
async function planOf(one: Collection, filter: Document, sort: Record<string, 1 | -1> = {}): Promise<string> {
  const { queryPlanner } = await one.find(filter).sort(sort).explain()
  const names: string[] = []
  for (let stage = queryPlanner.winningPlan; stage; stage = stage.inputStage)
    names.push([stage.stage, stage.indexName, stage.direction].filter(Boolean).join(' '))
  return names.join(' < ')
}

describe('unique', () => {
  test('one of two equal keys is refused, whatever the number type, null and nothing among them', async () => {
    const one = collection()
    await one.createIndex({ a: 1 }, { unique: true })
    await one.insertMany([{ a: 1 }, { b: 1 }])
    for (const a of [1, null, undefined])
      await expect(one.insertOne({ a })).rejects.toMatchObject({ code: 11000 })
    await expect(one.updateOne({ a: 1 }, { $unset: { a: 1 } })).rejects.toMatchObject({
      code: 11000,
      keyValue: { a: null },
    })
    await one.insertOne({ a: '1' })
    expect(await one.countDocuments()).toBe(3)
  })

  test('elements of arrays are keys, those of one document may repeat', async () => {
    const one = collection()
    await one.createIndex({ tags: 1 }, { unique: true })
    await one.insertOne({ tags: ['a', 'b', 'a'] })
    await expect(one.insertOne({ tags: ['c', 'b'] })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { tags: 1 },
      keyValue: { tags: 'b' },
      message: expect.stringContaining('index: tags_1 dup key: { tags: "b" }'),
    })
    expect(await one.countDocuments({ tags: 'c' })).toBe(0)
  })

  test('a sparse one lets documents without the field be, a partial one those outside its filter', async () => {
    const one = collection()
    await one.createIndex({ a: 1 }, { unique: true, sparse: true })
    await one.createIndex({ b: 1 }, { unique: true, partialFilterExpression: { active: true } })
    await one.insertMany([{ b: 1, active: false }, { b: 1 }, { b: 1, active: true }])
    await expect(one.insertOne({ b: 1, active: true })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { b: 1 },
    })
    await expect(one.updateOne({ active: false }, { $set: { active: true } })).rejects.toMatchObject({
      code: 11000,
    })
    await one.deleteOne({ active: true })
    await one.updateOne({ active: false }, { $set: { active: true } })
    expect(await one.countDocuments()).toBe(2)
  })

  test('an unordered insert keeps the good ones and tells of each other one', async () => {
    const one = collection()
    const documents = [{ _id: 1 }, { _id: 1 }, { _id: 2 }, { _id: 2 }] as never[]
    const error = await one.insertMany(documents, { ordered: false }).catch((e) => e)
    expect(error.writeErrors.map((e: { index: number }) => e.index)).toEqual([1, 3])
    expect(await one.countDocuments()).toBe(2)
    await expect(one.insertMany([{ _id: 3 }, { _id: 1 }, { _id: 4 }] as never[])).rejects.toMatchObject({
      code: 11000,
    })
    expect(await one.distinct('_id')).toEqual([1, 2, 3])
  })

  test('long keys that differ at their end are told apart', async () => {
    const one = collection()
    await one.createIndex({ a: 1 }, { unique: true })
    const long = 'x'.repeat(5000)
    await one.insertMany([{ a: `${long}1` }, { a: `${long}2` }])
    await expect(one.insertOne({ a: `${long}1` })).rejects.toMatchObject({ code: 11000 })
    expect(await one.find({ a: `${long}2` }).toArray()).toHaveLength(1)
    expect(await one.find({ a: { $gt: `${long}1` } }).toArray()).toHaveLength(1)
  })
})

describe('building', () => {
  test('on documents that are there, or not at all', async () => {
    const one = collection()
    await one.insertMany([{ a: 1 }, { a: 1 }, { a: 2 }])
    await expect(one.createIndex({ a: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 })
    expect(await one.indexes()).toHaveLength(1)
    await one.createIndex({ a: 1 })
    expect(await planOf(one, { a: 2 })).toBe('FETCH < IXSCAN a_1 forward')
    expect(await one.find({ a: 1 }).toArray()).toHaveLength(2)
  })

  test('the same again changes nothing, another under its name or with its keys is refused', async () => {
    const one = collection()
    await one.createIndex({ a: 1 })
    expect(await one.createIndex({ a: 1 })).toBe('a_1')
    await expect(one.createIndex({ a: 1 }, { unique: true })).rejects.toMatchObject({ code: 86 })
    await expect(one.createIndex({ a: 1 }, { name: 'other' })).rejects.toMatchObject({ code: 85 })
    await expect(one.createIndex({ b: 1 }, { name: 'a_1' })).rejects.toMatchObject({ code: 86 })
    expect(await one.indexes()).toEqual([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: 1 }, name: 'a_1' },
    ])
  })

  test('arrays in two fields of one index are refused', async () => {
    const one = collection()
    await one.createIndex({ a: 1, b: 1 })
    await one.insertOne({ a: [1, 2], b: 1 })
    await expect(one.insertOne({ a: [1], b: [1] })).rejects.toMatchObject({ code: 171 })
  })

  test('dropping', async () => {
    const one = collection()
    await one.createIndexes([{ key: { a: 1 } }, { key: { b: -1 } }, { key: { c: 1 } }])
    await one.dropIndex('a_1')
    await expect(one.dropIndex('a_1')).rejects.toMatchObject({ code: 27 })
    await expect(one.dropIndex('_id_')).rejects.toMatchObject({ code: 72 })
    await one.dropIndexes()
    expect(await one.indexes()).toHaveLength(1)
    expect(await one.drop()).toBe(true)
    await expect(one.indexes()).rejects.toMatchObject({ code: 26 })
  })
})

describe('the plan', () => {
  let one: Collection<Document>

  beforeAll(async () => {
    one = collection()
    await one.createIndexes([
      { key: { country: 1, at: -1 } },
      { key: { at: 1 } },
      { key: { email: 1 }, unique: true, partialFilterExpression: { email: { $exists: true } } },
      { key: { tags: 1 } },
      { key: { rare: 1 }, sparse: true },
    ])
    await one.insertMany([
      { _id: 1, country: ['KEN', 'PER'], at: 1, email: 'a', tags: ['x'] },
      { _id: 2, country: 'KEN', at: 2, tags: ['x', 'y'] },
    ] as never[])
  })

  test.each<[string, Document, Record<string, 1 | -1>, string]>([
    ['the id', { _id: 1 }, {}, 'IDHACK _id_'],
    [
      'an equality and the order behind it',
      { country: 'KEN' },
      { at: -1 },
      'FETCH < IXSCAN country_1_at_-1 forward',
    ],
    ['the same backwards', { country: 'KEN' }, { at: 1 }, 'FETCH < IXSCAN country_1_at_-1 backward'],
    ['a range', { at: { $gt: 1 } }, {}, 'FETCH < IXSCAN at_1 forward'],
    ['an order alone', {}, { at: -1 }, 'FETCH < IXSCAN at_1 backward'],
    ['a partial index that the query lies within', { email: 'a' }, {}, 'FETCH < IXSCAN email_1 forward'],
    ['not one that it does not', { email: null }, {}, 'COLLSCAN forward'],
    ['no order by a field with arrays', {}, { tags: 1 }, 'SORT < COLLSCAN forward'],
    ['no sparse index for an order', {}, { rare: 1 }, 'SORT < COLLSCAN forward'],
    ['no index for what none has', { other: 1 }, {}, 'COLLSCAN forward'],
  ])('takes %s', async (_, filter, sort, expected) => {
    expect(await planOf(one, filter, sort)).toBe(expected)
  })

  test('gives each document once', async () => {
    expect(await one.find({ country: { $in: ['KEN', 'PER'] } }).toArray()).toHaveLength(2)
    expect(await one.find({ tags: { $gte: 'x' } }).toArray()).toHaveLength(2)
  })
})

describe('a partial index lacks what the query may find', () => {
  test.each<[string, object[], Document, Document]>([
    ['an array in an array', [{ a: [[1, 2]] }, { a: [1, 2] }], { a: { $gt: 0 } }, { a: [1, 2] }],
    ['one of several', [{ a: [[1, 2]] }, { a: [1, 2] }], { a: { $gt: 0 } }, { a: { $in: [[1, 2], 3] } }],
    ['a missing field', [{ a: null }, {}], { a: { $type: 'null' } }, { a: null }],
    ['a text by a pattern', [{ a: /x/ }, { a: 'x' }], { a: { $type: 'regex' } }, { a: { $in: [/x/] } }],
  ])('%s', async (_, documents, partialFilterExpression, query) => {
    const one = collection()
    await one.createIndex({ a: 1 }, { partialFilterExpression })
    await one.insertMany(documents)
    expect(await one.find(query).toArray()).toHaveLength(2)
  })
})

test('a count by an element of an array counts no plain value', async () => {
  const one = collection()
  await one.createIndex({ a: 1 })
  await one.insertMany([{ a: 5 }, { a: 6 }])
  const query = { a: { $elemMatch: { $eq: 5 } } }
  expect((await mongo.db.command({ count: one.collectionName, query }))['n']).toBe(0)
})

test('documents past their time are removed, others not', async () => {
  const one = collection()
  await one.createIndex({ at: 1 }, { expireAfterSeconds: 60 })
  const ago = (seconds: number) => new Date(Date.now() - seconds * 1000)
  await one.insertMany([
    { _id: 1, at: ago(90) },
    { _id: 2, at: ago(30) },
    { _id: 3, at: 'long ago' },
    { _id: 4 },
    { _id: 5, at: [ago(1), ago(99)] },
  ] as never[])
  while ((await one.countDocuments()) > 3) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(await one.distinct('_id')).toEqual([2, 3, 4])
})
