import { Decimal128, Double, Long, MaxKey, MinKey, ObjectId } from 'bson'
import type { Document, FindOptions } from 'mongodb'
import { run, type Running } from './running.ts'

let mongo: Running
let collections = 0

beforeAll(async () => {
  mongo = await run()
})

afterAll(() => mongo.stop())

/** The ids, in natural order, of the documents that a filter finds; each gets its place as `_id`. */
async function matching(
  documents: object[],
  filter: Document,
  options: FindOptions = {},
): Promise<unknown[]> {
  const collection = mongo.db.collection(`c${++collections}`)
  await collection.insertMany(documents.map((document, at) => ({ _id: at as never, ...document })))
  return (await collection.find(filter, options).toArray()).map(({ _id }) => _id)
}

const array = [{ a: [1, 2] }, { a: 1 }, { a: [[1, 2]] }, { a: [] }, { a: 2 }, {}]

describe('equality', () => {
  test.each<[string, object[], Document, number[]]>([
    ['a value meets an element of an array', array, { a: 1 }, [0, 1]],
    ['an array meets itself, or is an element', array, { a: [1, 2] }, [0, 2]],
    ['an empty array meets itself only', array, { a: [] }, [3]],
    [
      'null meets nothing, but no empty array',
      [{ a: null }, {}, { a: [] }, { a: [null] }, { a: 0 }],
      { a: null },
      [0, 1, 3],
    ],
    [
      'null on a path through a scalar',
      [{ a: 1 }, { a: {} }, { a: [] }, { a: [1] }, { a: [{ b: 1 }] }, { a: [{}] }],
      { 'a.b': null },
      [0, 1, 5],
    ],
    [
      'numbers of all types',
      [
        { a: 1 },
        { a: new Double(1) },
        { a: Long.fromNumber(1) },
        { a: Decimal128.fromString('1.0') },
        { a: '1' },
        { a: true },
      ],
      { a: 1 },
      [0, 1, 2, 3],
    ],
    [
      'a large long is no near double',
      [{ a: Long.fromString('9007199254740993') }, { a: new Double(9007199254740992) }],
      { a: Long.fromString('9007199254740993') },
      [0],
    ],
    ['NaN meets NaN', [{ a: NaN }, { a: 0 }, { a: null }], { a: NaN }, [0]],
    [
      'documents in the order of their fields',
      [{ a: { b: 1, c: 2 } }, { a: { c: 2, b: 1 } }, { a: { b: 1 } }],
      { a: { b: 1, c: 2 } },
      [0],
    ],
    [
      'a dotted path through an array of documents',
      [{ a: [{ b: 1 }, { b: 2 }] }, { a: { b: 2 } }, { a: [{ b: [2, 3] }] }],
      { 'a.b': 2 },
      [0, 1, 2],
    ],
    ['a place in an array', [{ a: [1, 2] }, { a: [2, 1] }, { a: { 1: 2 } }], { 'a.1': 2 }, [0, 2]],
    ['a path beyond a place', [{ a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 2 }] }], { 'a.0.b': 2 }, [1]],
    [
      'dates and ids',
      [{ a: new Date(5) }, { a: 5 }, { a: new ObjectId('0'.repeat(24)) }],
      { a: new Date(5) },
      [0],
    ],
  ])('%s', async (_, documents, filter, expected) => {
    expect(await matching(documents, filter)).toEqual(expected)
  })
})

describe('comparison', () => {
  test.each<[string, object[], Document, number[]]>([
    [
      '$gt keeps to its type',
      [{ a: 3 }, { a: '3' }, { a: null }, { a: new Date(9e12) }, { a: [1, 9] }],
      { a: { $gt: 2 } },
      [0, 4],
    ],
    [
      'two bounds may be met by two elements',
      [{ a: [1, 9] }, { a: [1, 2] }, { a: 5 }],
      { a: { $gt: 3, $lt: 6 } },
      [0, 2],
    ],
    ['$gte null meets null and nothing', [{ a: null }, {}, { a: 1 }], { a: { $gte: null } }, [0, 1]],
    ['$gt null meets nothing at all', [{ a: null }, {}, { a: 1 }], { a: { $gt: null } }, []],
    ['NaN is in no range', [{ a: NaN }, { a: 1 }], { a: { $lt: 5 } }, [1]],
    ['text by code point', [{ a: '\uffee' }, { a: '😀' }], { a: { $gt: '\uffee' } }, [1]],
    ['arrays as wholes', [{ a: [1, 2] }, { a: [3] }, { a: 3 }], { a: { $gt: [2] } }, [1]],
    ['$ne is not equality', [{ a: 1 }, { a: [1, 2] }, {}, { a: null }], { a: { $ne: 1 } }, [2, 3]],
    ['$ne null', [{ a: 1 }, {}, { a: null }], { a: { $ne: null } }, [0]],
    [
      '$in with null, a pattern and a number',
      [{ a: 1 }, { a: 'xyz' }, {}, { a: 'b' }, { a: Long.fromNumber(1) }],
      { a: { $in: [1, null, /^x/] } },
      [0, 1, 2, 4],
    ],
    ['$in meets elements', array, { a: { $in: [2, 7] } }, [0, 4]],
    ['$nin', [{ a: 1 }, { a: [1] }, {}, { a: 3 }], { a: { $nin: [1, 2] } }, [2, 3]],
    [
      'MinKey and MaxKey span the types',
      [{ a: 'x' }, { a: 1 }, { a: new MaxKey() }],
      { a: { $gt: new MinKey(), $lt: new MaxKey() } },
      [0, 1],
    ],
  ])('%s', async (_, documents, filter, expected) => {
    expect(await matching(documents, filter)).toEqual(expected)
  })
})

describe('other operators', () => {
  test.each<[string, object[], Document, number[]]>([
    ['$exists', [{ a: null }, {}, { a: [] }], { a: { $exists: true } }, [0, 2]],
    ['$exists false', [{ a: null }, {}, { b: 1 }], { a: { $exists: false } }, [1, 2]],
    [
      '$exists within arrays',
      [{ a: [{ b: 1 }, {}] }, { a: [{}] }, { a: [] }],
      { 'a.b': { $exists: false } },
      [1, 2],
    ],
    ['$type by name', [{ a: 1 }, { a: 1.5 }, { a: '1' }, { a: ['x'] }], { a: { $type: 'string' } }, [2, 3]],
    [
      '$type number',
      [{ a: 1 }, { a: 1.5 }, { a: Long.fromNumber(1) }, { a: '1' }],
      { a: { $type: 'number' } },
      [0, 1, 2],
    ],
    ['$type array', [{ a: [1] }, { a: 1 }], { a: { $type: 'array' } }, [0]],
    ['$size', array, { a: { $size: 2 } }, [0]],
    ['$all', [{ a: [1, 2, 3] }, { a: [1] }, { a: 1 }], { a: { $all: [1, 2] } }, [0]],
    ['$all of one', [{ a: [1, 2] }, { a: 1 }, { a: 2 }], { a: { $all: [1] } }, [0, 1]],
    ['$all of nothing', [{ a: [] }, { a: 1 }], { a: { $all: [] } }, []],
    [
      '$elemMatch on documents asks one element',
      [{ a: [{ b: 1, c: 2 }] }, { a: [{ b: 1 }, { c: 2 }] }, { a: { b: 1, c: 2 } }],
      { a: { $elemMatch: { b: 1, c: 2 } } },
      [0],
    ],
    [
      '$elemMatch on values',
      [{ a: [1, 9] }, { a: [5] }, { a: 5 }],
      { a: { $elemMatch: { $gt: 3, $lt: 6 } } },
      [1],
    ],
    [
      '$elemMatch takes an array within as a whole',
      [{ a: [[5]] }, { a: [5] }],
      { a: { $elemMatch: { $gt: 3 } } },
      [1],
    ],
    ['$not with an operator', [{ a: 5 }, { a: 1 }, {}], { a: { $not: { $gt: 3 } } }, [1, 2]],
    ['$not with a pattern', [{ a: 'abc' }, { a: 'x' }, {}], { a: { $not: /b/ } }, [1, 2]],
    ['$mod', [{ a: 7 }, { a: 8.9 }, { a: -2 }, { a: 'x' }], { a: { $mod: [3, 2] } }, [1]],
    [
      '$and and $or',
      [
        { a: 1, b: 1 },
        { a: 1, b: 2 },
        { a: 2, b: 1 },
      ],
      { $and: [{ a: 1 }, { $or: [{ b: 2 }, { b: 3 }] }] },
      [1],
    ],
    ['$nor', [{ a: 1 }, { b: 1 }, {}], { $nor: [{ a: 1 }, { b: 1 }] }, [2]],
    [
      '$expr compares fields',
      [
        { a: 1, b: 2 },
        { a: 2, b: 1 },
        { a: 3, b: 3.0 },
      ],
      { $expr: { $gte: ['$a', '$b'] } },
      [1, 2],
    ],
    ['$comment says nothing', [{ a: 1 }], { a: 1, $comment: 'why' }, [0]],
  ])('%s', async (_, documents, filter, expected) => {
    expect(await matching(documents, filter)).toEqual(expected)
  })
})

describe('regular expressions', () => {
  const names = [
    { n: 'Anna' },
    { n: 'anna' },
    { n: 'x\nanna' },
    { n: 'anna\n' },
    { n: ['bob', 'anna'] },
    { n: 5 },
  ]
  test.each<[string, Document, number[]]>([
    ['by case', { n: /^anna/ }, [1, 3, 4]],
    ['without case', { n: { $regex: '^anna', $options: 'i' } }, [0, 1, 3, 4]],
    ['$ stands before a last line end too', { n: /^anna$/ }, [1, 3, 4]],
    ['many lines', { n: /^anna$/m }, [1, 2, 3, 4]],
    ['options in the pattern', { n: { $regex: '(?i)^ANNA$' } }, [0, 1, 3, 4]],
    ['a class with brackets', { n: { $regex: '[]x[]' } }, [2]],
  ])('%s', async (_, filter, expected) => {
    expect(await matching(names, filter)).toEqual(expected)
  })
})

test('a collation folds case and accents in queries and sorts', async () => {
  const words = [{ a: 'Öl' }, { a: 'ol' }, { a: 'OL' }, { a: 'p' }]
  expect(await matching(words, { a: 'ol' }, { collation: { locale: 'en', strength: 1 } })).toEqual([0, 1, 2])
  expect(await matching(words, { a: 'ol' }, { collation: { locale: 'en', strength: 2 } })).toEqual([1, 2])
  expect(await matching(words, { a: { $in: ['P'] } }, { collation: { locale: 'en', strength: 2 } })).toEqual([
    3,
  ])
  expect(
    await matching(words, {}, { collation: { locale: 'en', strength: 2 }, sort: { a: 1, _id: -1 } }),
  ).toEqual([2, 1, 0, 3])
})

test('a sort takes the types in their order, of an array its least or greatest', async () => {
  const documents = [
    { a: 'x' },
    { a: 2 },
    {},
    { a: [1, 9] },
    { a: null },
    { a: [] },
    { a: new Date(1) },
    { a: true },
    { a: { b: 1 } },
  ]
  expect(await matching(documents, {}, { sort: { a: 1 } })).toEqual([5, 2, 4, 3, 1, 0, 8, 7, 6])
  expect(await matching(documents, {}, { sort: { a: -1 } })).toEqual([6, 7, 8, 0, 3, 1, 2, 4, 5])
  expect(await matching(documents, {}, { sort: { a: 1 }, skip: 3, limit: 2 })).toEqual([3, 1])
})

describe('projection', () => {
  const document = { _id: 1, a: 1, b: { c: 2, d: 3 }, e: [{ f: 1, g: 2 }, 5, { g: 3 }], h: [1, 2, 3, 4] }
  test.each<[string, Document, Document]>([
    ['includes', { a: 1 }, { _id: 1, a: 1 }],
    ['excludes', { a: 0, b: 0, e: 0 }, { _id: 1, h: [1, 2, 3, 4] }],
    ['leaves the id out', { _id: 0, a: true }, { a: 1 }],
    ['goes into documents', { 'b.c': 1, _id: 0 }, { b: { c: 2 } }],
    ['goes into arrays', { 'e.g': 1, _id: 0 }, { e: [{ g: 2 }, { g: 3 }] }],
    ['keeps scalars where it excludes', { 'e.g': 0, a: 0, b: 0, h: 0, _id: 0 }, { e: [{ f: 1 }, 5, {}] }],
    ['slices', { h: { $slice: -2 }, a: 1 }, { _id: 1, a: 1, h: [3, 4] }],
    ['slices and keeps the rest', { h: { $slice: [1, 2] }, b: 0, e: 0 }, { _id: 1, a: 1, h: [2, 3] }],
    ['finds an element', { e: { $elemMatch: { g: 3 } } }, { _id: 1, e: [{ g: 3 }] }],
    ['calculates', { _id: 0, sum: { $add: ['$a', '$b.c'] } }, { sum: 3 }],
  ])('%s', async (_, projection, expected) => {
    const collection = mongo.db.collection(`c${++collections}`)
    await collection.insertOne(document as never)
    expect(await collection.findOne({}, { projection })).toEqual(expected)
  })
})
