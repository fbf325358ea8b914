import { Double, Int32, Long } from 'bson'
import type { Document, UpdateFilter } from 'mongodb'
import { run, type Running } from './running.ts'

let mongo: Running
let collections = 0

beforeAll(async () => {
  mongo = await run()
})

afterAll(() => mongo.stop())

const collection = () => mongo.db.collection<Document>(`c${++collections}`)

/** What an update makes of a document, without its `_id`. */
async function updated(document: Document, update: unknown, filter: Document = {}, options: Document = {}) {
  const one = collection()
  await one.insertOne({ _id: 1 as never, ...document })
  await one.updateOne(filter, update as UpdateFilter<Document>, options)
  return one.findOne({}, { projection: { _id: 0 } })
}

describe('operators', () => {
  test.each<[string, Document, Document, Document]>([
    ['$set makes the way', { a: 1 }, { $set: { 'b.c': 2 } }, { a: 1, b: { c: 2 } }],
    ['$set in an array', { a: [1, 2] }, { $set: { 'a.3': 9 } }, { a: [1, 2, null, 9] }],
    ['$unset', { a: 1, b: { c: 1, d: 2 } }, { $unset: { 'b.c': '', a: 1, z: 1 } }, { b: { d: 2 } }],
    ['$unset leaves a hole in an array', { a: [1, 2] }, { $unset: { 'a.0': 1 } }, { a: [null, 2] }],
    [
      '$inc and $mul',
      { a: 2, b: 3 },
      { $inc: { a: -5, z: 1 }, $mul: { b: 2, y: 4 } },
      { a: -3, b: 6, y: 0, z: 1 },
    ],
    ['$min and $max', { a: 5, b: 5 }, { $min: { a: 3, c: 1 }, $max: { b: 3 } }, { a: 3, b: 5, c: 1 }],
    ['$rename', { a: 1, b: 2 }, { $rename: { a: 'c.d', z: 'y' } }, { b: 2, c: { d: 1 } }],
    ['$push', { a: [1] }, { $push: { a: [2], b: 3 } }, { a: [1, [2]], b: [3] }],
    [
      '$push with all modifiers',
      { a: [5, 1] },
      { $push: { a: { $each: [4, 3], $sort: 1, $slice: 3 } } },
      { a: [1, 3, 4] },
    ],
    ['$push at a place', { a: [1, 2] }, { $push: { a: { $each: [9], $position: 1 } } }, { a: [1, 9, 2] }],
    ['$push keeps the last', { a: [1, 2] }, { $push: { a: { $each: [3], $slice: -2 } } }, { a: [2, 3] }],
    [
      '$push sorts documents',
      { a: [{ n: 2 }] },
      { $push: { a: { $each: [{ n: 1 }], $sort: { n: 1 } } } },
      { a: [{ n: 1 }, { n: 2 }] },
    ],
    ['$addToSet', { a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
    ['$addToSet takes a list as one', { a: [1] }, { $addToSet: { a: [1] } }, { a: [1, [1]] }],
    ['$pull by value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    ['$pull by operator', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    ['$pull by fields', { a: [{ b: 1, c: 1 }, { b: 2 }] }, { $pull: { a: { b: 1 } } }, { a: [{ b: 2 }] }],
    ['$pullAll', { a: [1, 2, 3, 1] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    ['$pop', { a: [1, 2, 3], b: [1, 2] }, { $pop: { a: 1, b: -1 } }, { a: [1, 2], b: [2] }],
    [
      '$setOnInsert does nothing to what is there',
      { a: 1 },
      { $setOnInsert: { b: 1 }, $set: { c: 1 } },
      { a: 1, c: 1 },
    ],
    ['new fields come by name', {}, { $set: { b: 1, a: 1 } }, { a: 1, b: 1 }],
  ])('%s', async (_, document, update, expected) => {
    const result = await updated(document, update)
    expect(JSON.stringify(result)).toBe(JSON.stringify(expected))
  })
})

describe('positions', () => {
  const grades = {
    a: [
      { g: 80, m: 1 },
      { g: 90, m: 2 },
      { g: 85, m: 3 },
    ],
  }
  test.each<[string, Document, Document, Document, Document, Document]>([
    [
      '$ is the element that matched',
      { a: [1, 5, 9] },
      { $set: { 'a.$': 0 } },
      { a: { $gt: 3 } },
      {},
      { a: [1, 0, 9] },
    ],
    [
      '$ by $elemMatch',
      grades,
      { $inc: { 'a.$.m': 10 } },
      { a: { $elemMatch: { g: { $gt: 80 }, m: 3 } } },
      {},
      {
        a: [
          { g: 80, m: 1 },
          { g: 90, m: 2 },
          { g: 85, m: 13 },
        ],
      },
    ],
    [
      '$ by a dotted path',
      grades,
      { $set: { 'a.$.m': 0 } },
      { 'a.g': 85 },
      {},
      {
        a: [
          { g: 80, m: 1 },
          { g: 90, m: 2 },
          { g: 85, m: 0 },
        ],
      },
    ],
    ['$[] is all', { a: [1, 2] }, { $inc: { 'a.$[]': 1 } }, {}, {}, { a: [2, 3] }],
    [
      '$[name] is what its filter says',
      grades,
      { $set: { 'a.$[e].m': 0 } },
      {},
      { arrayFilters: [{ 'e.g': { $gte: 85 } }] },
      {
        a: [
          { g: 80, m: 1 },
          { g: 90, m: 0 },
          { g: 85, m: 0 },
        ],
      },
    ],
    [
      'one within another',
      { a: [{ b: [1, 2] }, { b: [3] }] },
      { $inc: { 'a.$[].b.$[x]': 10 } },
      {},
      { arrayFilters: [{ x: { $gt: 1 } }] },
      { a: [{ b: [1, 12] }, { b: [13] }] },
    ],
  ])('%s', async (_, document, update, filter, options, expected) => {
    expect(await updated(document, update, filter, options)).toEqual(expected)
  })
})

test('numbers keep their type until they outgrow it', async () => {
  const one = collection()
  await one.insertOne({
    int: new Int32(2147483647),
    long: Long.fromNumber(1),
    double: new Double(1),
    small: new Int32(1),
  })
  await one.updateOne({}, { $inc: { int: 1, long: 1, double: 1, small: 1 } })
  const found = await one.findOne({}, { promoteValues: false, promoteLongs: false, projection: { _id: 0 } })
  expect(found).toEqual({
    int: Long.fromString('2147483648'),
    long: Long.fromNumber(2),
    double: new Double(2),
    small: new Int32(2),
  })
  await one.updateOne({}, { $set: { long: Long.MAX_VALUE } })
  await expect(one.updateOne({}, { $inc: { long: 1 } })).rejects.toMatchObject({ code: 2 })
})

test('a change that changes nothing does not count as one', async () => {
  const one = collection()
  await one.insertMany([{ a: 1 }, { a: 2 }])
  expect(await one.updateMany({}, { $set: { a: 1 } })).toMatchObject({ matchedCount: 2, modifiedCount: 1 })
  expect(await one.replaceOne({}, { a: 1 })).toMatchObject({ matchedCount: 1, modifiedCount: 0 })
  expect(await one.updateOne({ a: 1 }, { $set: { a: new Double(1) } })).toMatchObject({ modifiedCount: 1 })
})

test('a replacement keeps the id, before the other fields', async () => {
  const one = collection()
  await one.insertOne({ _id: 5 as never, a: 1, b: 2 })
  await one.replaceOne({}, { z: 1 })
  expect(JSON.stringify(await one.findOne())).toBe('{"_id":5,"z":1}')
})

test('an upsert starts from what the query says by equality', async () => {
  const one = collection()
  const result = await one.updateOne(
    { _id: 7 as never, 'a.b': 1, c: { $eq: 2 }, d: { $gt: 5 }, $and: [{ e: 3 }], f: { $in: [4] } },
    { $set: { g: 1 }, $setOnInsert: { h: 1 }, $inc: { c: 1 } },
    { upsert: true },
  )
  expect(result).toMatchObject({ matchedCount: 0, upsertedCount: 1, upsertedId: 7 })
  expect(await one.findOne()).toEqual({ _id: 7, a: { b: 1 }, c: 3, e: 3, f: 4, g: 1, h: 1 })
  expect(await one.updateOne({ x: 1 }, { $set: { y: 1 } }, { upsert: true })).toMatchObject({
    upsertedId: expect.objectContaining({ _bsontype: 'ObjectId' }),
  })
  await one.replaceOne({ _id: 9 as never, q: 1 }, { r: 1 }, { upsert: true })
  expect(await one.findOne({ _id: 9 as never })).toEqual({ _id: 9, r: 1 })
})

test('a pipeline updates by the document itself', async () => {
  expect(await updated({ a: 1, b: 2 }, [{ $set: { c: { $add: ['$a', '$b'] } } }, { $unset: 'a' }])).toEqual({
    b: 2,
    c: 3,
  })
})

test('findOneAndUpdate gives the document before or after, or what it removed', async () => {
  const one = collection()
  await one.insertMany([
    { _id: 1 as never, n: 1 },
    { _id: 2 as never, n: 2 },
  ])
  expect(await one.findOneAndUpdate({}, { $inc: { n: 10 } }, { sort: { n: -1 } })).toEqual({ _id: 2, n: 2 })
  expect(
    await one.findOneAndUpdate(
      { _id: 1 as never },
      { $inc: { n: 10 } },
      { returnDocument: 'after', projection: { n: 1, _id: 0 } },
    ),
  ).toEqual({ n: 11 })
  expect(
    await one.findOneAndUpdate(
      { _id: 3 as never },
      { $set: { n: 3 } },
      { upsert: true, returnDocument: 'after' },
    ),
  ).toEqual({ _id: 3, n: 3 })
  expect(await one.findOneAndUpdate({ _id: 4 as never }, { $set: { n: 3 } })).toBeNull()
  expect(await one.findOneAndDelete({ n: 12 })).toEqual({ _id: 2, n: 12 })
  expect(await one.findOneAndReplace({ _id: 1 as never }, { z: 1 }, { returnDocument: 'after' })).toEqual({
    _id: 1,
    z: 1,
  })
  expect(await one.countDocuments()).toBe(2)
})

describe('what cannot be', () => {
  test.each<[string, Document, Document, number]>([
    ['the id changes', { a: 1 }, { $set: { _id: 2 } }, 66],
    ['two changes of one field', { a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
    ['a change within another', { a: 1 }, { $set: { 'a.b': 1, a: 2 } }, 40],
    ['a field in a scalar', { a: 1 }, { $set: { 'a.b': 1 } }, 28],
    ['a name in an array', { a: [1] }, { $set: { 'a.b': 1 } }, 28],
    ['$inc of text', { a: 'x' }, { $inc: { a: 1 } }, 14],
    ['$push on no array', { a: 1 }, { $push: { a: 1 } }, 2],
    ['an unknown operator', { a: 1 }, { $frob: { a: 1 } }, 9],
    ['an empty name', { a: 1 }, { $set: { 'a.': 1 } }, 56],
    ['$ without a match', { a: [1] }, { $set: { 'a.$': 1 } }, 2],
    ['a filter nobody named', { a: [1] }, { $set: { 'a.$[x]': 1 } }, 2],
  ])('%s', async (_, document, update, code) => {
    const one = collection()
    await one.insertOne({ ...document })
    await expect(one.updateOne({}, update)).rejects.toMatchObject({ code })
    expect(await one.findOne({}, { projection: { _id: 0 } })).toEqual(document)
  })
})
