import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  Double,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson'
import type { Document } from 'mongodb'
import { codeOf, having } from '../crud.ts'
import { run, type Running } from '../running.ts'

let mongo: Running

beforeAll(async () => {
  mongo = await run()
})

afterAll(() => mongo.stop())

async function order(documents: object[], sort: Document, others: Document = {}): Promise<unknown[]> {
  const name = await having(mongo.db, documents)
  const found = await mongo.db.command({ find: name, sort, projection: { _id: 1 }, ...others })
  return found['cursor'].firstBatch.map(({ _id }: Document) => _id as unknown)
}

/** In MongoDB's order of types, and within a type by value. */
const ascending: unknown[] = [
  new MinKey(),
  [],
  null,
  NaN,
  -Infinity,
  Long.fromString('-9007199254740993'),
  new Double(-9007199254740992),
  -1.5,
  Decimal128.fromString('0.1'),
  0.1,
  1,
  Long.fromString('9007199254740993'),
  Infinity,
  '',
  'B',
  new BSONSymbol('a'),
  'b',
  '\uffee',
  '😀',
  {},
  { a: 1 },
  { a: 1, b: 1 },
  { b: 1 },
  { a: 'x' },
  new Binary(Buffer.from('b')),
  new Binary(Buffer.from('aa')),
  new Binary(Buffer.from('aa'), 5),
  new ObjectId('0'.repeat(24)),
  new ObjectId('f'.repeat(24)),
  false,
  true,
  new Date(-1),
  new Date(1),
  new Timestamp({ t: 1, i: 1 }),
  new Timestamp({ t: 1, i: 2 }),
  new BSONRegExp('a'),
  new BSONRegExp('b'),
  new Code('a'),
  new MaxKey(),
]

test('all types have their place, up and down', async () => {
  const documents = ascending.map((value) => ({ a: value }))
  const ids = ascending.map((_, at) => at)
  const shuffled = documents
    .map((document, at) => ({ ...document, _id: at }))
    .sort((a, b) => ((a._id * 7) % 11) - ((b._id * 7) % 11))
  expect(await order(shuffled, { a: 1 })).toEqual(ids)
  expect(await order(shuffled, { a: -1 })).toEqual(ids.toReversed())
})

describe('an array is sorted by its least element up, by its greatest down', () => {
  const documents = [{ a: [3, 8] }, { a: 5 }, { a: [1, 9] }, { a: [4] }, { a: [] }, {}, { a: null }]
  test.each<[string, Document, number[]]>([
    ['up', { a: 1, _id: 1 }, [4, 5, 6, 2, 0, 3, 1]],
    ['down', { a: -1, _id: 1 }, [2, 0, 1, 3, 5, 6, 4]],
  ])('%s', async (_, sort, expected) => {
    expect(await order(documents, sort)).toEqual(expected)
  })
})

describe('fields', () => {
  const rows = [
    { a: 1, b: 2 },
    { a: 2, b: 1 },
    { a: 1, b: 1 },
    { a: 2, b: 2 },
  ]
  const within = [{ a: [{ b: 3 }, { b: 9 }] }, { a: { b: 5 } }, { a: [{ b: 1 }] }, { a: [{ c: 1 }] }]
  test.each<[string, object[], Document, Document, number[]]>([
    ['one after the other', rows, { a: 1, b: -1 }, {}, [0, 2, 3, 1]],
    ['within documents of arrays', within, { 'a.b': 1 }, {}, [3, 2, 0, 1]],
    ['within, down', within, { 'a.b': -1 }, {}, [0, 1, 2, 3]],
    ['with skip and limit', rows, { b: 1, a: 1 }, { skip: 1, limit: 2 }, [1, 0]],
    [
      'with a collation',
      [{ a: 'b' }, { a: 'C' }, { a: 'A' }],
      { a: 1 },
      { collation: { locale: 'en', strength: 2 } },
      [2, 0, 1],
    ],
    [
      'with numbers in text',
      [{ a: 'x10' }, { a: 'x9' }],
      { a: 1 },
      { collation: { locale: 'en', numericOrdering: true } },
      [1, 0],
    ],
    ['of no field there is', rows, { z: 1, _id: 1 }, {}, [0, 1, 2, 3]],
    ['a number as a place', [{ a: [5, 1] }, { a: [4, 2] }], { 'a.1': 1 }, {}, [0, 1]],
    [
      'a place within documents of arrays',
      [{ a: [{ b: 3 }, { b: 1 }] }, { a: { 0: { b: 2 } } }],
      { 'a.0.b': 1 },
      {},
      [1, 0],
    ],
    [
      'elements that are no documents, as null',
      [{ a: [{ b: 2 }] }, { a: [{ b: 3 }, 5] }],
      { 'a.b': 1 },
      {},
      [1, 0],
    ],
    [
      'two fields of one array, by the same element',
      [
        {
          a: [
            { b: 1, c: 9 },
            { b: 2, c: 0 },
          ],
        },
        { a: [{ b: 1, c: 5 }] },
      ],
      { 'a.b': 1, 'a.c': 1 },
      {},
      [1, 0],
    ],
  ])('%s', async (_, documents, sort, others, expected) => {
    expect(await order(documents, sort, others)).toEqual(expected)
  })

  test.each<[Document, number]>([
    [{ a: 0 }, 2],
    [{ a: 'x' }, 2],
    [{ a: 2 }, 2],
    [{ $a: 1 }, 16410],
    [{ a: { $meta: 'textScore' } }, 115],
  ])('%j is refused', async (sort, code) => {
    const name = await having(mongo.db, [{}])
    expect(await codeOf(mongo.db, { find: name, sort })).toBe(code)
  })

  test('two arrays are refused, in a find and in a pipeline', async () => {
    const name = await having(mongo.db, [{ a: [1], b: [] }])
    const sort = { a: 1, b: 1 }
    const pipeline = [{ $set: { c: 1 } }, { $sort: sort }]
    expect(await codeOf(mongo.db, { find: name, sort })).toBe(2)
    expect(await codeOf(mongo.db, { aggregate: name, pipeline, cursor: {} })).toBe(2)
  })
})
