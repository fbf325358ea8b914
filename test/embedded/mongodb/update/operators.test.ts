import { Binary, BSONRegExp, Decimal128, Double, Int32, Long, Timestamp } from 'bson'
import type { Document } from 'mongodb'
import { codeOf, found, having, typed, updated } from '../crud.ts'
import { run, type Running } from '../running.ts'

let mongo: Running

beforeAll(async () => {
  mongo = await run()
})

afterAll(() => mongo.stop())

const long = (number: number) => Long.fromNumber(number)

type Row = [string, object, Document, Document | number]

async function check([, document, update, expected]: Row): Promise<void> {
  expect(typed(await updated(mongo.db, document, update))).toBe(typed(expected))
}

describe('fields', () => {
  test.each<Row>([
    [
      '$set in the order of names',
      {},
      { $set: { b: 1, a: 1, 'c.z': 1, 'c.y': 1 } },
      { a: 1, b: 1, c: { y: 1, z: 1 } },
    ],
    [
      '$set with numbers as names',
      {},
      { $set: { 10: 1, 9: 1, a: 1 } },
      JSON.parse('{"9": 1, "10": 1, "a": 1}'),
    ],
    ['$set keeps the place of a field', { b: 1, a: 1 }, { $set: { b: 2 } }, { b: 2, a: 1 }],
    ['$set of another type', { a: 1 }, { $set: { a: new Double(1) } }, { a: new Double(1) }],
    ['$set into an array', { a: [1] }, { $set: { 'a.0': 5, 'a.2.b': 1 } }, { a: [5, null, { b: 1 }] }],
    ['$set far beyond an array', { a: [] }, { $set: { 'a.1500001': 1 } }, 34],
    ['$set through a scalar', { a: 1 }, { $set: { 'a.b': 1 } }, 28],
    ['$set through null', { a: null }, { $set: { 'a.b': 1 } }, 28],
    ['$set a name in an array', { a: [1] }, { $set: { 'a.b': 1 } }, 28],
    ['$set with a dollar at the top', { a: 1 }, { $set: { $b: 1 } }, 52],
    ['$set with a dollar below', { a: {} }, { $set: { 'a.$b': 1 } }, { a: { $b: 1 } }],
    ['$set of no document', {}, { $set: 1 }, 9],
    ['$set of nothing', { a: 1 }, { $set: {} }, { a: 1 }],
    ['an empty path', {}, { $set: { '': 1 } }, 56],
    ['an empty part of a path', {}, { $set: { 'a..b': 1 } }, 56],
    ['$unset through a scalar', { a: 1 }, { $unset: { 'a.b': 1 } }, { a: 1 }],
    ['$unset of an element', { a: [1, 2] }, { $unset: { 'a.1': 1, 'a.7': 1 } }, { a: [1, null] }],
    [
      '$unset within elements by place',
      { a: [{ b: 1, c: 1 }] },
      { $unset: { 'a.0.b': 1 } },
      { a: [{ c: 1 }] },
    ],
    ['$setOnInsert of what is there', { a: 1 }, { $setOnInsert: { a: 2 } }, { a: 1 }],
    ['an unknown operator', {}, { $frob: { a: 1 } }, 9],
    ['an operator beside a field', {}, { $set: { a: 1 }, b: 1 }, 9],
    ['$rename into a document', { a: 1, b: 2 }, { $rename: { a: 'c.d' } }, { b: 2, c: { d: 1 } }],
    ['$rename onto a field keeps its place', { a: 1, b: 2, c: 3 }, { $rename: { c: 'a' } }, { a: 3, b: 2 }],
    ['$rename of nothing', { b: 2 }, { $rename: { a: 'c' } }, { b: 2 }],
    ['$rename to itself', { a: 1 }, { $rename: { a: 'a' } }, 2],
    ['$rename along its path', { a: {} }, { $rename: { a: 'a.b' } }, 2],
    ['$rename to no name', { a: 1 }, { $rename: { a: 1 } }, 2],
    ['$rename to nothing', { a: 1 }, { $rename: { a: '' } }, 56],
    ['$rename out of an array', { a: [{ b: 1 }] }, { $rename: { 'a.0.b': 'c' } }, 2],
    ['$rename into an array', { a: 1, b: [1] }, { $rename: { a: 'b.0' } }, 2],
    ['$rename of all elements', { a: [{ b: 1 }] }, { $rename: { 'a.$[].b': 'c' } }, 2],
    ['$rename through a scalar', { a: 1 }, { $rename: { 'a.b': 'c' } }, 28],
    ['$rename and $set of the same', { a: 1 }, { $rename: { a: 'b' }, $set: { b: 1 } }, 40],
  ])('%s', (...row) => check(row))
})

describe('numbers', () => {
  test.each<Row>([
    ['$inc keeps int32', { a: 1 }, { $inc: { a: 2, b: 3 } }, { a: 3, b: 3 }],
    ['$inc grows to int64', { a: 2147483647 }, { $inc: { a: 1 } }, { a: Long.fromString('2147483648') }],
    ['$inc of int64 by int32', { a: long(1) }, { $inc: { a: 1 } }, { a: long(2) }],
    ['$inc by a double', { a: 1 }, { $inc: { a: 0.5 } }, { a: 1.5 }],
    ['$inc of a double stays one', { a: new Double(1) }, { $inc: { a: 1 } }, { a: new Double(2) }],
    [
      '$inc with a decimal',
      { a: 1 },
      { $inc: { a: Decimal128.fromString('0.5') } },
      { a: Decimal128.fromString('1.5') },
    ],
    ['$inc over int64', { a: Long.MAX_VALUE }, { $inc: { a: 1 } }, 2],
    ['$inc of text', { a: 'x' }, { $inc: { a: 1 } }, 14],
    ['$inc of null', { a: null }, { $inc: { a: 1 } }, 14],
    ['$inc by text', { a: 1 }, { $inc: { a: 'x' } }, 14],
    [
      '$mul of what is missing',
      {},
      { $mul: { a: long(5), b: 1.5, c: 2 } },
      { a: long(0), b: new Double(0), c: 0 },
    ],
    ['$mul grows to int64', { a: 2000000000 }, { $mul: { a: 2 } }, { a: Long.fromString('4000000000') }],
    ['$mul of text', { a: 'x' }, { $mul: { a: 1 } }, 14],
    ['$min across types', { a: 'x', b: 5 }, { $min: { a: 3, b: new Double(5), c: 1 } }, { a: 3, b: 5, c: 1 }],
    ['$max across types', { a: 5, b: [1] }, { $max: { a: 'x', b: 9 } }, { a: 'x', b: [1] }],
    ['$max of dates', { a: new Date(1) }, { $max: { a: new Date(2) } }, { a: new Date(2) }],
    [
      '$bit and, or, xor',
      { a: 13, b: 3, c: 1 },
      { $bit: { a: { and: 10 }, b: { or: 5 }, c: { xor: 5 } } },
      { a: 8, b: 7, c: 4 },
    ],
    ['$bit one after the other', { a: 13 }, { $bit: { a: { and: 10, or: 1 } } }, { a: 9 }],
    ['$bit with int64', { a: 1 }, { $bit: { a: { or: long(2) } } }, { a: long(3) }],
    ['$bit of a negative int64', { a: long(-1) }, { $bit: { a: { and: 6 } } }, { a: long(6) }],
    ['$bit of what is missing', {}, { $bit: { a: { or: 5 } } }, { a: 5 }],
    ['$bit of a double', { a: 1.5 }, { $bit: { a: { or: 1 } } }, 2],
    ['$bit with a double', { a: 1 }, { $bit: { a: { or: 1.5 } } }, 2],
    ['$bit with an unknown operation', { a: 1 }, { $bit: { a: { not: 1 } } }, 2],
    ['$bit of nothing', { a: 1 }, { $bit: { a: {} } }, 2],
    ['$bit of no document', { a: 1 }, { $bit: { a: 1 } }, 2],
  ])('%s', (...row) => check(row))
})

describe('arrays', () => {
  const push = (more: Document) => ({ $push: { a: more } })
  test.each<Row>([
    ['$push makes an array', {}, { $push: { a: 1 } }, { a: [1] }],
    [
      '$push at a place from the end',
      { a: [1, 2, 3] },
      push({ $each: [9], $position: -1 }),
      { a: [1, 2, 9, 3] },
    ],
    ['$push far before the beginning', { a: [1] }, push({ $each: [8, 9], $position: -5 }), { a: [8, 9, 1] }],
    ['$push beyond the end', { a: [1] }, push({ $each: [9], $position: 7 }), { a: [1, 9] }],
    ['$push keeping none', { a: [1] }, push({ $each: [2], $slice: 0 }), { a: [] }],
    ['$push keeping the last', { a: [1, 2] }, push({ $each: [3], $slice: -2 }), { a: [2, 3] }],
    [
      '$push sorting by two fields',
      { a: [{ x: 1, y: 2 }] },
      push({ $each: [{ x: 1, y: 1 }, { x: 0 }], $sort: { x: -1, y: 1 } }),
      { a: [{ x: 1, y: 1 }, { x: 1, y: 2 }, { x: 0 }] },
    ],
    [
      '$push sorting by a dotted field',
      { a: [{ x: { y: 2 } }] },
      push({ $each: [{ x: { y: 1 } }, 5], $sort: { 'x.y': 1 } }),
      { a: [5, { x: { y: 1 } }, { x: { y: 2 } }] },
    ],
    [
      '$push sorting all types',
      { a: ['x', 2] },
      push({ $each: [null, 1], $sort: 1 }),
      { a: [null, 1, 2, 'x'] },
    ],
    ['$push sorts, then slices', { a: [3] }, push({ $each: [1, 2], $slice: 2, $sort: -1 }), { a: [3, 2] }],
    ['$push with an unknown modifier', { a: [] }, push({ $each: [], $frob: 1 }), 2],
    ['$push of each of no array', { a: [] }, push({ $each: 1 }), 2],
    ['$push with a wrong slice', { a: [] }, push({ $each: [], $slice: 1.5 }), 2],
    ['$push with a wrong sort', { a: [] }, push({ $each: [], $sort: 2 }), 2],
    ['$push with a wrong position', { a: [] }, push({ $each: [], $position: 'x' }), 2],
    ['$push of modifiers without $each is a value', { a: [] }, push({ $slice: 1 }), { a: [{ $slice: 1 }] }],
    ['$push to no array', { a: 1 }, { $push: { a: 1 } }, 2],
    [
      '$addToSet takes numbers of all types as one',
      { a: [1] },
      { $addToSet: { a: { $each: [new Double(1), 2, long(2)] } } },
      { a: [1, 2] },
    ],
    [
      '$addToSet of documents by the order of fields',
      { a: [{ x: 1, y: 1 }] },
      { $addToSet: { a: { y: 1, x: 1 } } },
      {
        a: [
          { x: 1, y: 1 },
          { y: 1, x: 1 },
        ],
      },
    ],
    ['$addToSet of each of no array', { a: [] }, { $addToSet: { a: { $each: 1 } } }, 14],
    ['$addToSet to no array', { a: 1 }, { $addToSet: { a: 1 } }, 2],
    ['$pull of a value', { a: [1, 2, new Double(1)] }, { $pull: { a: 1 } }, { a: [2] }],
    ['$pull by operators', { a: [1, 5, 9] }, { $pull: { a: { $gte: 4, $lt: 9 } } }, { a: [1, 9] }],
    ['$pull by a list', { a: ['x', 'y', 'z'] }, { $pull: { a: { $in: ['x', /^z/] } } }, { a: ['y'] }],
    ['$pull by a pattern', { a: ['ab', 'b', 1] }, { $pull: { a: /^a/ } }, { a: ['b', 1] }],
    [
      '$pull of documents by some fields',
      { a: [{ x: 1, y: 1 }, { x: 2 }, 1] },
      { $pull: { a: { x: 1 } } },
      { a: [{ x: 2 }, 1] },
    ],
    [
      '$pull of documents by alternatives',
      { a: [{ x: 1 }, { x: 2 }, { x: 3 }] },
      { $pull: { a: { $or: [{ x: 1 }, { x: 3 }] } } },
      { a: [{ x: 2 }] },
    ],
    [
      '$pull of documents by an array in them',
      { a: [{ x: [{ y: 1 }] }, { x: [] }] },
      { $pull: { a: { x: { $elemMatch: { y: 1 } } } } },
      { a: [{ x: [] }] },
    ],
    [
      '$pull of an array as a whole',
      {
        a: [
          [1, 2],
          [2, 1],
        ],
      },
      { $pull: { a: [1, 2] } },
      { a: [[2, 1]] },
    ],
    ['$pull with an expression', { a: [] }, { $pull: { a: { $expr: true } } }, 224],
    ['$pull from no array', { a: 1 }, { $pull: { a: 1 } }, 2],
    ['$pull from nothing', {}, { $pull: { a: 1 } }, {}],
    ['$pull through a scalar', { a: 1 }, { $pull: { 'a.b': 1 } }, 28],
    ['$pullAll', { a: [1, 2, 1, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    [
      '$pullAll takes documents as wholes',
      { a: [{ x: 1, y: 1 }, { x: 1 }] },
      { $pullAll: { a: [{ x: 1 }] } },
      { a: [{ x: 1, y: 1 }] },
    ],
    ['$pullAll with no array', { a: [] }, { $pullAll: { a: 1 } }, 2],
    ['$pop from both ends', { a: [1, 2, 3], b: [1, 2] }, { $pop: { a: 1, b: -1 } }, { a: [1, 2], b: [2] }],
    ['$pop of an empty array', { a: [] }, { $pop: { a: 1 } }, { a: [] }],
    ['$pop of no array', { a: 1 }, { $pop: { a: 1 } }, 14],
    ['$pop by another number', { a: [] }, { $pop: { a: 2 } }, 9],
    ['$pop through a scalar', { a: 1 }, { $pop: { 'a.b': 1 } }, 28],
  ])('%s', (...row) => check(row))
})

describe('conflicts', () => {
  test.each<Row>([
    ['the same field twice', {}, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
    ['a field and one within it', {}, { $set: { a: 1, 'a.b': 1 } }, 40],
    ['one within it and the field', {}, { $set: { 'a.b.c': 1 }, $unset: { a: 1 } }, 40],
    [
      'fields beside each other',
      { a: {} },
      { $set: { 'a.b': 1, 'a.c': 2 }, $inc: { 'a.d': 1 } },
      { a: { b: 1, c: 2, d: 1 } },
    ],
    ['names that begin alike', {}, { $set: { a: 1, ab: 2 } }, { a: 1, ab: 2 }],
    ['an element by place and all', { a: [1] }, { $set: { 'a.0': 1, 'a.$[]': 2 } }, 40],
    ['what is pushed and what is set', { a: [1] }, { $push: { a: 1 }, $set: { 'a.0': 1 } }, 40],
  ])('%s', (...row) => check(row))
})

test('$currentDate sets a date or a timestamp', async () => {
  const before = Date.now()
  const set = { a: true, b: { $type: 'date' }, c: { $type: 'timestamp' }, d: false }
  const result = (await updated(mongo.db, {}, { $currentDate: set })) as Document
  for (const date of [result['a'], result['b'], result['d']])
    expect(date.getTime()).toBeGreaterThanOrEqual(before)
  expect(result['c']._bsontype).toBe('Timestamp')
  for (const wrong of [1, 'date', { $type: 'x' }, { $type: 'date', x: 1 }])
    expect(await updated(mongo.db, {}, { $currentDate: { a: wrong } })).toBe(2)
})

test('BSON types are stored as they come', async () => {
  const name = await having(mongo.db, [])
  const types = {
    r: new BSONRegExp('^a', 'im'),
    b: new Binary(Buffer.from('ab'), 128),
    t: new Timestamp({ t: 1, i: 2 }),
  }
  await mongo.db.command({ insert: name, documents: [{ _id: 1, ...types }] })
  expect(typed(await found(mongo.db, name))).toBe(typed([{ _id: new Int32(1), ...types }]))
})

test('a document that grows too large or too deep is refused', async () => {
  const half = 'x'.repeat(9 * 1024 * 1024)
  const name = await having(mongo.db, [{ a: half }])
  const grow = { update: name, updates: [{ q: {}, u: { $set: { b: half } } }] }
  expect(await codeOf(mongo.db, grow)).toBe(17419)
  const deep = (levels: number): Document => (levels === 0 ? {} : { a: deep(levels - 1) })
  expect(await codeOf(mongo.db, { insert: name, documents: [deep(179)] })).toBeUndefined()
  expect(await codeOf(mongo.db, { insert: name, documents: [deep(180)] })).toBe(15)
})
