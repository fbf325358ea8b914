import type { Document } from 'mongodb'
import { having, codeOf, found, typed, updated } from '../crud.ts'
import { run, type Running } from '../running.ts'

let mongo: Running

beforeAll(async () => {
  mongo = await run()
})

afterAll(() => mongo.stop())

type Row = [string, object, Document, Document, Document | number]

async function check([, document, q, statement, expected]: Row): Promise<void> {
  const { u, ...others } = statement
  expect(typed(await updated(mongo.db, document, u, { q, ...others }))).toBe(typed(expected))
}

const pairs = {
  a: [
    { x: 1, y: 1 },
    { x: 2, y: 2 },
    { x: 3, y: 3 },
  ],
}

describe('$ stands for the element that matched', () => {
  const set = (value: unknown) => ({ u: { $set: { 'a.$': value } } })
  test.each<Row>([
    ['by equality', { a: [1, 2, 3] }, { a: 2 }, set(9), { a: [1, 9, 3] }],
    ['by a list', { a: [1, 2, 3] }, { a: { $in: [3, 4] } }, set(9), { a: [1, 2, 9] }],
    ['by one of two alternatives', { a: [1, 2] }, { $or: [{ a: 7 }, { a: 2 }] }, set(9), { a: [1, 9] }],
    ['by all of several', { a: [1, 2] }, { a: { $all: [2] } }, set(9), { a: [1, 9] }],
    ['beside a condition on another field', { a: [1, 2], b: 1 }, { b: 1, a: 2 }, set(9), { a: [1, 9], b: 1 }],
    [
      'by one element that meets both',
      pairs,
      { a: { $elemMatch: { x: { $gt: 1 }, y: 3 } } },
      { u: { $set: { 'a.$.y': 0 } } },
      {
        a: [
          { x: 1, y: 1 },
          { x: 2, y: 2 },
          { x: 3, y: 0 },
        ],
      },
    ],
    [
      'by a path within',
      pairs,
      { 'a.x': 2 },
      { u: { $inc: { 'a.$.y': 5 }, $set: { 'a.$.z': 1 } } },
      {
        a: [
          { x: 1, y: 1 },
          { x: 2, y: 7, z: 1 },
          { x: 3, y: 3 },
        ],
      },
    ],
    ['and is removed', { a: [1, 2] }, { a: 2 }, { u: { $unset: { 'a.$': 1 } } }, { a: [1, null] }],
    [
      'with a collation',
      { a: ['x', 'B'] },
      { a: 'b' },
      { ...set(9), collation: { locale: 'en', strength: 2 } },
      { a: ['x', 9] },
    ],
    [
      'in an array within an element',
      { a: [{ b: [1, 2] }, { b: [2] }] },
      { 'a.0.b': 2 },
      { u: { $set: { 'a.0.b.$': 9 } } },
      { a: [{ b: [1, 9] }, { b: [2] }] },
    ],
    ['but not by a negation', { a: [1, 2] }, { a: { $nin: [3] } }, set(9), 2],
    ['but not where no array was asked', { a: [1], b: 1 }, { b: 1 }, set(9), 2],
    ['but not by being there', { a: [1] }, { a: { $exists: true } }, set(9), 2],
    ['but not by its length', { a: [1] }, { a: { $size: 1 } }, set(9), 2],
    ['but not twice', { a: [[1]] }, { a: [1] }, { u: { $set: { 'a.$.$': 1 } } }, 2],
    ['but not at the beginning', { a: [1] }, { a: 1 }, { u: { $set: { $: 1 } } }, 2],
    [
      'and not of an element that is set by its place too',
      { a: [1] },
      { a: 1 },
      { u: { $set: { 'a.$': 1, 'a.0': 2 } } },
      40,
    ],
    ['beside another place', { a: [1, 2] }, { a: 1 }, { u: { $set: { 'a.$': 8, 'a.1': 9 } } }, { a: [8, 9] }],
  ])('%s', (...row) => check(row))
})

describe('$[] and $[name]', () => {
  const nested = { a: [{ b: [1, 5] }, { b: [5, 9] }] }
  test.each<Row>([
    ['all elements', { a: [1, 2] }, {}, { u: { $mul: { 'a.$[]': 10 } } }, { a: [10, 20] }],
    ['no elements', { a: [] }, {}, { u: { $inc: { 'a.$[]': 1 } } }, { a: [] }],
    ['all of all', nested, {}, { u: { $inc: { 'a.$[].b.$[]': 1 } } }, { a: [{ b: [2, 6] }, { b: [6, 10] }] }],
    [
      'those that a filter names',
      { a: [1, 5, 9] },
      {},
      { u: { $set: { 'a.$[e]': 0 } }, arrayFilters: [{ e: { $gte: 5 } }] },
      { a: [1, 0, 0] },
    ],
    [
      'by two conditions on one',
      { a: [1, 5, 9] },
      {},
      { u: { $set: { 'a.$[e]': 0 } }, arrayFilters: [{ $and: [{ e: { $gt: 1 } }, { e: { $lt: 9 } }] }] },
      { a: [1, 0, 9] },
    ],
    [
      'by fields',
      pairs,
      {},
      { u: { $set: { 'a.$[e].y': 0 } }, arrayFilters: [{ 'e.x': { $gt: 1 }, 'e.y': 2 }] },
      {
        a: [
          { x: 1, y: 1 },
          { x: 2, y: 0 },
          { x: 3, y: 3 },
        ],
      },
    ],
    [
      'one filter within another',
      nested,
      {},
      { u: { $set: { 'a.$[o].b.$[i]': 0 } }, arrayFilters: [{ 'o.b': 9 }, { i: { $gt: 5 } }] },
      { a: [{ b: [1, 5] }, { b: [5, 0] }] },
    ],
    [
      'filters see what was there before',
      { a: [{ x: 1 }] },
      {},
      { u: { $set: { 'a.$[e].x': 2, 'a.$[f].y': 3 } }, arrayFilters: [{ 'e.x': 1 }, { 'f.x': 1 }] },
      { a: [{ x: 2, y: 3 }] },
    ],
    [
      'new fields come by name through two filters',
      { a: [{}] },
      {},
      { u: { $set: { 'a.$[f].z': 1, 'a.$[e].y': 1 } }, arrayFilters: [{ e: {} }, { f: {} }] },
      { a: [{ y: 1, z: 1 }] },
    ],
    [
      'with a collation',
      { a: ['x', 'X', 'y'] },
      {},
      { u: { $set: { 'a.$[e]': 0 } }, arrayFilters: [{ e: 'x' }], collation: { locale: 'en', strength: 2 } },
      { a: [0, 0, 'y'] },
    ],
    [
      'two filters on one element',
      { a: [5] },
      {},
      { u: { $set: { 'a.$[e]': 1, 'a.$[f]': 2 } }, arrayFilters: [{ e: 5 }, { f: { $gt: 1 } }] },
      40,
    ],
    [
      'two filters on two elements',
      { a: [1, 5] },
      {},
      { u: { $set: { 'a.$[e]': 8, 'a.$[f]': 9 } }, arrayFilters: [{ e: 1 }, { f: 5 }] },
      { a: [8, 9] },
    ],
    ['of no array', { a: 1 }, {}, { u: { $set: { 'a.$[]': 1 } } }, 2],
    ['of nothing', {}, {}, { u: { $set: { 'a.$[]': 1 } } }, 2],
    ['at the beginning', { a: [1] }, {}, { u: { $set: { '$[]': 1 } } }, 2],
    ['a name without a filter', { a: [1] }, {}, { u: { $set: { 'a.$[e]': 1 } } }, 2],
    ['a filter without a name', { a: [1] }, {}, { u: { $set: { a: 1 } }, arrayFilters: [{ e: 1 }] }, 9],
    [
      'two filters of one name',
      { a: [1] },
      {},
      { u: { $set: { 'a.$[e]': 1 } }, arrayFilters: [{ e: 1 }, { 'e.x': 2 }] },
      9,
    ],
    [
      'one filter of two names',
      { a: [1] },
      {},
      { u: { $set: { 'a.$[e]': 1 } }, arrayFilters: [{ e: 1, f: 1 }] },
      9,
    ],
    ['an empty filter', { a: [1] }, {}, { u: { $set: { 'a.$[e]': 1 } }, arrayFilters: [{}] }, 9],
    [
      'a name that begins with a capital',
      { a: [1] },
      {},
      { u: { $set: { 'a.$[E]': 1 } }, arrayFilters: [{ E: 1 }] },
      2,
    ],
    [
      'an expression in a filter',
      { a: [1] },
      {},
      { u: { $set: { 'a.$[e]': 1 } }, arrayFilters: [{ e: 1, $expr: true }] },
      224,
    ],
    ['filters for a replacement', { a: [1] }, {}, { u: { a: 1 }, arrayFilters: [{ e: 1 }] }, 9],
    ['filters for a pipeline', { a: [1] }, {}, { u: [{ $set: { a: 1 } }], arrayFilters: [{ e: 1 }] }, 9],
  ])('%s', (...row) => check(row))
})

describe('what compares text follows the collation', () => {
  const collation = { locale: 'en', strength: 2 }
  test.each<Row>([
    ['$pull', { a: ['x', 'X', 'y'] }, {}, { u: { $pull: { a: 'x' } }, collation }, { a: ['y'] }],
    [
      '$pull by a condition',
      { a: [{ n: 'X' }, { n: 'y' }] },
      {},
      { u: { $pull: { a: { n: 'x' } } }, collation },
      { a: [{ n: 'y' }] },
    ],
    ['$pullAll', { a: ['x', 'X', 'y'] }, {}, { u: { $pullAll: { a: ['x'] } }, collation }, { a: ['y'] }],
    [
      '$addToSet',
      { a: ['x'] },
      {},
      { u: { $addToSet: { a: { $each: ['X', 'Z', 'z'] } } }, collation },
      { a: ['x', 'Z'] },
    ],
    [
      '$min and $max',
      { a: 'b', b: 'b' },
      {},
      { u: { $min: { a: 'B' }, $max: { b: 'C' } }, collation },
      { a: 'b', b: 'C' },
    ],
    [
      '$push with $sort',
      { a: ['b', 'C'] },
      {},
      { u: { $push: { a: { $each: ['a'], $sort: 1 } } }, collation },
      { a: ['a', 'b', 'C'] },
    ],
    [
      'a pipeline',
      { a: 'x' },
      {},
      { u: [{ $set: { b: { $eq: ['$a', 'X'] } } }], collation },
      { a: 'x', b: true },
    ],
    [
      '$expr',
      { a: 'x' },
      { $expr: { $eq: ['$a', 'X'] } },
      { u: { $set: { b: 1 } }, collation },
      { a: 'x', b: 1 },
    ],
  ])('%s', (...row) => check(row))
})

test('several are updated each by its own match', async () => {
  const name = await having(mongo.db, [{ a: [1, 2] }, { a: [2, 1] }])
  await mongo.db.command({ update: name, updates: [{ q: { a: 2 }, u: { $set: { 'a.$': 0 } }, multi: true }] })
  expect(typed((await found(mongo.db, name)).map(({ a }) => a))).toBe(
    typed([
      [1, 0],
      [0, 1],
    ]),
  )
  expect(await codeOf(mongo.db, { update: name, updates: [{ q: {}, u: { a: 1 }, multi: true }] })).toBe(9)
})
