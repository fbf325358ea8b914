import { Binary, BSONRegExp, Decimal128, Double, Long, MaxKey, MinKey } from 'bson'
import type { Document } from 'mongodb'
import { codeOf, having } from '../crud.ts'
import { run, type Running } from '../running.ts'

let mongo: Running

beforeAll(async () => {
  mongo = await run()
})

afterAll(() => mongo.stop())

const long = (text: string) => Long.fromString(text)
const decimal = (text: string) => Decimal128.fromString(text)

type Row = [string, object[], Document, number[]]

async function check([, documents, filter, ids]: Row): Promise<void> {
  const name = await having(mongo.db, documents)
  const collection = mongo.db.collection(name)
  const all = documents.map((_, at) => at)
  const matching = (query: Document) =>
    collection
      .find(query)
      .sort({ _id: 1 })
      .map(({ _id }) => _id as unknown)
      .toArray()
  expect(await matching(filter)).toEqual(ids)
  expect(await matching({ $nor: [filter] })).toEqual(all.filter((id) => !ids.includes(id)))
}

describe('bits', () => {
  const numbers = [
    { a: 54 },
    { a: 20 },
    { a: 20.5 },
    { a: new Binary(Buffer.from('36', 'hex')) },
    { a: long('54') },
    { a: 'x' },
    { a: [1, 54] },
    {},
  ]
  test.each<Row>([
    ['$bitsAllSet by places', numbers, { a: { $bitsAllSet: [1, 5] } }, [0, 3, 4, 6]],
    ['$bitsAllSet by a number', numbers, { a: { $bitsAllSet: 50 } }, [0, 3, 4, 6]],
    [
      '$bitsAllSet by bytes',
      numbers,
      { a: { $bitsAllSet: new Binary(Buffer.from('32', 'hex')) } },
      [0, 3, 4, 6],
    ],
    ['$bitsAnySet', numbers, { a: { $bitsAnySet: [5, 7] } }, [0, 3, 4, 6]],
    ['$bitsAllClear', numbers, { a: { $bitsAllClear: [0, 3] } }, [0, 1, 3, 4, 6]],
    ['$bitsAnyClear', numbers, { a: { $bitsAnyClear: [1, 2] } }, [1, 6]],
    ['no places', numbers, { a: { $bitsAllSet: [] } }, [0, 1, 3, 4, 6]],
    ['a negative number goes on', [{ a: -1 }, { a: 1 }], { a: { $bitsAllSet: [100] } }, [0]],
    ['bytes do not', [{ a: new Binary(Buffer.from('ff', 'hex')) }], { a: { $bitsAnySet: [8] } }, []],
    ['a double that no int64 holds', [{ a: 2 ** 63 }, { a: -(2 ** 63) }], { a: { $bitsAllSet: [63] } }, [1]],
  ])('%s', (...row) => check(row))
})

describe('numbers', () => {
  const numbers = [
    { a: 7 },
    { a: 8.9 },
    { a: -2 },
    { a: long('9223372036854775807') },
    { a: decimal('7.9') },
    { a: 1e30 },
    { a: NaN },
    { a: '7' },
    { a: [1, 7] },
  ]
  test.each<Row>([
    ['$mod', numbers, { a: { $mod: [4, 3] } }, [0, 3, 4, 8]],
    ['$mod takes whole parts', numbers, { a: { $mod: [3.9, 2.1] } }, [1]],
    ['$mod of a negative number', numbers, { a: { $mod: [3, -2] } }, [2]],
    ['$size', [{ a: [] }, { a: [1] }, { a: [[1, 2]] }, { a: 1 }, {}], { a: { $size: 1 } }, [1, 2]],
    [
      '$size of an array within',
      [{ a: [{ b: [1, 2] }, { b: [1] }] }, { a: [{ b: [1] }] }],
      { 'a.b': { $size: 2 } },
      [0],
    ],
    [
      'types compare across',
      [{ a: 1 }, { a: new Double(1) }, { a: long('1') }, { a: decimal('1.00') }],
      { a: { $in: [long('1')] } },
      [0, 1, 2, 3],
    ],
    ['NaN', [{ a: NaN }, { a: decimal('NaN') }, { a: 0 }], { a: { $gte: NaN } }, [0, 1]],
    ['infinity', [{ a: Infinity }, { a: decimal('1E400') }, { a: 1e308 }], { a: { $gt: 1e308 } }, [0, 1]],
  ])('%s', (...row) => check(row))
})

describe('types', () => {
  const every = [
    { a: 1 },
    { a: 1.5 },
    { a: long('1') },
    { a: decimal('1') },
    { a: 'x' },
    { a: {} },
    { a: [] },
    { a: [1] },
    { a: true },
    { a: null },
    {},
    { a: new Date(0) },
    { a: new BSONRegExp('x') },
    { a: new MinKey() },
    { a: new MaxKey() },
    { a: [[1]] },
  ]
  test.each<Row>([
    ['by name', every, { a: { $type: 'int' } }, [0, 7]],
    ['by number', every, { a: { $type: 1 } }, [1]],
    ['number', every, { a: { $type: 'number' } }, [0, 1, 2, 3, 7]],
    ['one of several', every, { a: { $type: ['string', 10, 'bool'] } }, [4, 8, 9]],
    ['array, as a whole or as an element', every, { a: { $type: 'array' } }, [6, 7, 15]],
    ['object', every, { a: { $type: 'object' } }, [5]],
    ['date and regex', every, { a: { $type: [9, 11] } }, [11, 12]],
    ['minKey and maxKey', every, { a: { $type: [-1, 127] } }, [13, 14]],
    ['decimal and long', every, { a: { $type: ['decimal', 'long'] } }, [2, 3]],
    [
      'a deprecated one',
      every,
      { a: { $type: ['undefined', 'dbPointer', 'javascriptWithScope', 'symbol'] } },
      [],
    ],
  ])('%s', (...row) => check(row))
})

describe('null and missing', () => {
  const within = [
    { a: [{ b: 1 }, {}] },
    { a: [{ b: 1 }] },
    { a: [] },
    { a: {} },
    { a: 1 },
    { a: [1] },
    {},
    { a: [{ b: null }] },
    { a: { b: [null] } },
    { a: [[{}]] },
  ]
  test.each<Row>([
    ['null in documents of an array', within, { 'a.b': null }, [0, 3, 4, 6, 7, 8]],
    ['$exists in documents of an array', within, { 'a.b': { $exists: true } }, [0, 1, 7, 8]],
    ['$ne null', within, { 'a.b': { $ne: null } }, [1, 2, 5, 9]],
    [
      '$in with null',
      [{ a: 1 }, { a: null }, {}, { a: [null] }, { a: [] }],
      { a: { $in: [null, 5] } },
      [1, 2, 3],
    ],
    [
      '$nin with null',
      [{ a: 1 }, { a: null }, {}, { a: [null] }, { a: [] }],
      { a: { $nin: [null] } },
      [0, 4],
    ],
    [
      '$not of a comparison',
      [{ a: 1 }, { a: 9 }, {}, { a: 'x' }, { a: [1, 9] }],
      { a: { $not: { $gt: 5 } } },
      [0, 2, 3],
    ],
    ['$type null is not missing', [{ a: null }, {}], { a: { $type: 'null' } }, [0]],
  ])('%s', (...row) => check(row))
})

describe('paths', () => {
  test.each<Row>([
    [
      'a number is a place and a name',
      [{ a: [5, 6] }, { a: { 0: 5 } }, { a: [{ 0: 5 }] }, { a: [[5]] }],
      { 'a.0': 5 },
      [0, 1, 2],
    ],
    ['a number beyond the end', [{ a: [5] }, { a: [5, 6] }], { 'a.1': { $exists: true } }, [1]],
    [
      'a number on the way',
      [{ a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 2 }] }, { a: { 0: { b: 2 } } }],
      { 'a.0.b': 2 },
      [1, 2],
    ],
    ['a number within numbers', [{ a: [[1, 2], [3]] }, { a: [[3, 1]] }], { 'a.0.1': 2 }, [0]],
    ['a leading zero is only a name', [{ a: [5] }, { a: { '00': 5 } }], { 'a.00': 5 }, [1]],
    ['arrays in arrays are not gone through', [{ a: [[{ b: 1 }]] }, { a: [{ b: [1] }] }], { 'a.b': 1 }, [1]],
    ['an empty name', [{ '': 1 }, { a: 1 }], { '': 1 }, [0]],
  ])('%s', (...row) => check(row))
})

describe('elements', () => {
  const scores = [{ a: [82, 85, 88] }, { a: [75, 88, 89] }, { a: 82 }, { a: [] }]
  const products = [
    {
      a: [
        { p: 'x', s: 8 },
        { p: 'y', s: 5 },
      ],
    },
    {
      a: [
        { p: 'x', s: 7 },
        { p: 'y', s: 9 },
      ],
    },
    { a: { p: 'x', s: 9 } },
  ]
  test.each<Row>([
    ['$elemMatch by range', scores, { a: { $elemMatch: { $gte: 80, $lt: 85 } } }, [0]],
    ['$elemMatch by fields', products, { a: { $elemMatch: { p: 'x', s: { $gte: 8 } } } }, [0]],
    ['$elemMatch by alternatives', products, { a: { $elemMatch: { $or: [{ s: 5 }, { s: 9 }] } } }, [0, 1]],
    ['$elemMatch with $not', scores, { a: { $elemMatch: { $not: { $lt: 89 } } } }, [1]],
    ['$elemMatch with $ne', scores, { a: { $elemMatch: { $ne: 82, $lt: 85 } } }, [1]],
    [
      '$elemMatch with a pattern',
      [{ a: ['ab', 'c'] }, { a: ['cd'] }],
      { a: { $elemMatch: { $regex: '^a' } } },
      [0],
    ],
    [
      '$elemMatch in $elemMatch',
      [{ a: [{ b: [{ c: 1, d: 2 }] }] }, { a: [{ b: [{ c: 1 }, { d: 2 }] }] }],
      { a: { $elemMatch: { b: { $elemMatch: { c: 1, d: 2 } } } } },
      [0],
    ],
    [
      '$elemMatch of arrays in an array',
      [{ a: [[1, 9]] }, { a: [[1]] }],
      { a: { $elemMatch: { $elemMatch: { $gt: 5 } } } },
      [0],
    ],
    [
      '$elemMatch of arrays by place',
      [{ a: [[5, 6]] }, { a: [[6, 5]] }],
      { a: { $elemMatch: { 0: 5 } } },
      [0],
    ],
    ['$all', [{ a: ['x', 'y', 'z'] }, { a: ['x'] }, { a: 'x' }], { a: { $all: ['x', 'y'] } }, [0]],
    ['$all with a pattern', [{ a: ['ab', 'c'] }, { a: ['b', 'c'] }], { a: { $all: [/^a/, 'c'] } }, [0]],
    [
      '$all of an array',
      [{ a: [['x', 'y']] }, { a: ['x', 'y'] }, { a: ['x'] }],
      { a: { $all: [['x', 'y']] } },
      [0, 1],
    ],
    [
      '$all with $elemMatch',
      products,
      { a: { $all: [{ $elemMatch: { p: 'x', s: 7 } }, { $elemMatch: { p: 'y' } }] } },
      [1],
    ],
    [
      '$in with patterns',
      [{ a: 'ab' }, { a: 'c' }, { a: ['x', 'ad'] }, { a: new BSONRegExp('^a') }],
      { a: { $in: [/^a/, 'c'] } },
      [0, 1, 2, 3],
    ],
    ['$not with a pattern', [{ a: 'ab' }, { a: 'b' }, { a: 1 }, {}], { a: { $not: /^a/ } }, [1, 2, 3]],
    ['$not with $regex', [{ a: 'ab' }, { a: 'b' }], { a: { $not: { $regex: '^A', $options: 'i' } } }, [1]],
    [
      '$eq with a pattern asks for the pattern',
      [{ a: 'ab' }, { a: new BSONRegExp('a') }],
      { a: { $eq: new BSONRegExp('a') } },
      [1],
    ],
    [
      'documents in the order of fields',
      [{ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }, { a: [{ x: 1, y: 2 }] }],
      { a: { x: 1, y: 2 } },
      [0, 2],
    ],
    [
      '$expr with names',
      [
        { a: 1, b: 2 },
        { a: 2, b: 1 },
      ],
      { $expr: { $gt: ['$a', '$b'] } },
      [1],
    ],
    ['$alwaysFalse', [{}], { $alwaysFalse: 1 }, []],
  ])('%s', (...row) => check(row))
})

describe('is refused', () => {
  test.each<[Document, number]>([
    [{ a: { $bitsAllSet: 'x' } }, 2],
    [{ a: { $bitsAllSet: -1 } }, 9],
    [{ a: { $bitsAllSet: 1.5 } }, 9],
    [{ a: { $bitsAllSet: [-1] } }, 2],
    [{ a: { $bitsAllSet: ['x'] } }, 2],
    [{ a: { $mod: 1 } }, 2],
    [{ a: { $mod: [1] } }, 2],
    [{ a: { $mod: [1, 2, 3] } }, 2],
    [{ a: { $mod: [0, 1] } }, 2],
    [{ a: { $mod: [NaN, 1] } }, 2],
    [{ a: { $size: -1 } }, 2],
    [{ a: { $size: 1.5 } }, 2],
    [{ a: { $size: 'x' } }, 2],
    [{ a: { $type: 'frob' } }, 2],
    [{ a: { $type: 99 } }, 2],
    [{ a: { $type: [] } }, 9],
    [{ a: { $all: 1 } }, 2],
    [{ a: { $all: [{ $elemMatch: { b: 1 } }, 5] } }, 2],
    [{ a: { $all: [{ $gt: 1 }] } }, 2],
    [{ a: { $elemMatch: 1 } }, 2],
    [{ a: { $elemMatch: { $expr: true } } }, 2],
    [{ a: { $elemMatch: { b: 1, $where: '1' } } }, 2],
    [{ a: { $in: [{ $gt: 1 }] } }, 2],
    [{ a: { $not: {} } }, 2],
    [{ a: { $not: 1 } }, 2],
    [{ a: { $ne: /x/ } }, 2],
    [{ a: { $gt: /x/ } }, 2],
    [{ a: { $regex: 1 } }, 2],
    [{ a: { $options: 'i' } }, 2],
    [{ a: { $regex: new BSONRegExp('a', 'i'), $options: 'm' } }, 51075],
    [{ a: { $options: 'm', $regex: new BSONRegExp('a', 'i') } }, 51074],
    [{ a: { $regex: 'a', $options: 'g' } }, 51108],
    [{ a: { $regex: '(' } }, 51091],
    [{ a: { $gt: 1, b: 2 } }, 2],
    [{ a: { $ref: 'x' } }, 2],
    [{ $and: [] }, 2],
    [{ $or: 1 }, 2],
    [{ $nor: [1] }, 2],
    [{ $alwaysTrue: 2 }, 9],
    [{ $expr: { $frob: 1 } }, 168],
    [{ $expr: '$$x' }, 17276],
    [{ $jsonSchema: {} }, 115],
    [{ $text: { $search: 'x' } }, 115],
    [{ a: { $geoWithin: {} } }, 115],
  ])('%j', async (filter, code) => {
    const name = await having(mongo.db, [{}])
    expect(await codeOf(mongo.db, { find: name, filter })).toBe(code)
  })
})
