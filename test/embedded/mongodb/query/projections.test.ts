import type { Document } from 'mongodb'
import { codeOf, found, having, typed } from '../crud.ts'
import { run, type Running } from '../running.ts'

let mongo: Running

beforeAll(async () => {
  mongo = await run()
})

afterAll(() => mongo.stop())

const student = {
  _id: 1,
  name: 'Ann',
  grades: [
    { g: 80, m: 75 },
    { g: 90, m: 85 },
    { g: 85, m: 90 },
  ],
  n: [5, 7, 9],
  b: { c: 1, list: [{ v: 1, w: [1, 2, 3] }, 5, { v: 2 }] },
}

describe('shapes', () => {
  test.each<[string, Document, Document, Document]>([
    [
      'a computed field in each element and in place of a value',
      {},
      { _id: 0, 'n.x': { $literal: 1 }, 'name.y': { $literal: 2 } },
      { name: { y: 2 }, n: [{ x: 1 }, { x: 1 }, { x: 1 }] },
    ],
    ['$ by a value', { n: 7 }, { 'n.$': 1 }, { _id: 1, n: [7] }],
    ['$ by a range', { n: { $gt: 5 } }, { _id: 0, 'n.$': 1, name: 1 }, { name: 'Ann', n: [7] }],
    [
      '$ by an element',
      { grades: { $elemMatch: { g: { $gt: 80 }, m: 90 } } },
      { _id: 0, 'grades.$': 1 },
      { grades: [{ g: 85, m: 90 }] },
    ],
    [
      '$ by a field in an element',
      { 'grades.m': 85 },
      { _id: 0, 'grades.$': 1 },
      { grades: [{ g: 90, m: 85 }] },
    ],
    ['$ within a document', { 'b.list.v': 2 }, { _id: 0, 'b.list.$': 1 }, { b: { list: [{ v: 2 }] } }],
    ['$ where there is no array', { name: 'Ann' }, { _id: 0, 'name.$': 1 }, { name: 'Ann' }],
    [
      '$elemMatch',
      {},
      { _id: 0, grades: { $elemMatch: { m: { $gt: 80 } } } },
      { grades: [{ g: 90, m: 85 }] },
    ],
    [
      '$elemMatch stands behind other fields',
      {},
      { _id: 0, n: 1, grades: { $elemMatch: { m: 90 } } },
      { n: [5, 7, 9], grades: [{ g: 85, m: 90 }] },
    ],
    ['$elemMatch on values', {}, { _id: 0, n: { $elemMatch: { $gt: 5 } } }, { n: [7] }],
    ['$elemMatch without a match', {}, { n: { $elemMatch: { $gt: 50 } } }, { _id: 1 }],
    [
      '$elemMatch beside what is left out',
      {},
      { grades: { $elemMatch: { m: 90 } }, b: 0, n: 0 },
      { _id: 1, name: 'Ann', grades: [{ g: 85, m: 90 }] },
    ],
    ['$slice leaves the rest', {}, { n: { $slice: 1 }, grades: 0, b: 0 }, { _id: 1, name: 'Ann', n: [5] }],
    ['$slice alone leaves all', {}, { grades: { $slice: -1 } }, { ...student, grades: [{ g: 85, m: 90 }] }],
    ['$slice with fields', {}, { n: { $slice: [1, 5] }, name: 1 }, { _id: 1, name: 'Ann', n: [7, 9] }],
    ['$slice from the end', {}, { _id: 0, n: { $slice: [-2, 1] }, name: 1 }, { name: 'Ann', n: [7] }],
    [
      '$slice beyond the beginning',
      {},
      { _id: 0, n: { $slice: [-9, 2] }, name: 1 },
      { name: 'Ann', n: [5, 7] },
    ],
    ['$slice of nothing', {}, { _id: 0, n: { $slice: 0 }, name: 1 }, { name: 'Ann', n: [] }],
    [
      '$slice within documents of an array',
      {},
      { _id: 0, 'b.list.w': { $slice: 1 }, name: 1 },
      { name: 'Ann', b: { list: [{ w: [1] }, {}] } },
    ],
    ['$slice with the id keeps only both', {}, { _id: 1, n: { $slice: 1 } }, { _id: 1, n: [5] }],
    ['$slice of an expression', {}, { _id: 0, x: { $slice: ['$n', 2] } }, { x: [5, 7] }],
    ['an expression', {}, { _id: 0, sum: { $sum: '$n' }, name: 1 }, { name: 'Ann', sum: 21 }],
    [
      'a literal and a path',
      {},
      { _id: 0, x: 'plain', y: '$b.c', z: { $literal: 1 } },
      { x: 'plain', y: 1, z: 1 },
    ],
    ['a nested projection', {}, { _id: 0, b: { c: 1 } }, { b: { c: 1 } }],
    ['a nested exclusion', {}, { b: { list: 0 }, grades: 0, n: 0 }, { _id: 1, name: 'Ann', b: { c: 1 } }],
    ['an expression in a document', {}, { _id: 0, b: { d: { $add: ['$b.c', 1] } } }, { b: { d: 2 } }],
    ['the id alone', {}, { _id: 1 }, { _id: 1 }],
    ['a part of the id that is none', {}, { '_id.x': 1, name: 1 }, { name: 'Ann' }],
    ['flags of all types', {}, { _id: 0, name: true, 'b.c': 2.5 }, { name: 'Ann', b: { c: 1 } }],
  ])('%s', async (_, filter, projection, expected) => {
    const name = await having(mongo.db, [student])
    const documents = await found(mongo.db, name, { filter, projection })
    expect(typed(documents)).toBe(typed([expected]))
  })
})

describe('is refused', () => {
  test.each<[Document, Document, number]>([
    [{ n: 7 }, { 'n.$': 1, 'grades.$': 1 }, 31276],
    [{ n: 7 }, { 'n.$': 1, grades: { $elemMatch: { m: 1 } } }, 31255],
    [{}, { 'n.$': 1 }, 31277],
    [{ n: 7 }, { 'n.$.$': 1 }, 31287],
    [{ n: 7 }, { 'n.$': 'x' }, 31308],
    [{ n: 7 }, { 'n.$': { $add: [1, 1] } }, 31271],
    [{ n: 7 }, { 'n.$': 0 }, 16410],
    [{ n: 7 }, { 'n.$': 1, name: 0 }, 31254],
    [{ n: 7 }, { name: 0, 'n.$': 1 }, 31253],
    [{ n: { $exists: true } }, { 'n.$': 1 }, 51246],
    [{}, { a: 1, b: 0 }, 31254],
    [{}, { a: 0, b: 1 }, 31253],
    [{}, { a: 0, b: { $add: [1, 1] } }, 31252],
    [{}, { a: 0, b: 'x' }, 31310],
    [{}, { a: { $add: [1, 1] }, b: 0 }, 31254],
    [{}, { a: 1, 'a.b': 1 }, 31249],
    [{}, { 'a.b': 1, a: 1 }, 31250],
    [{}, { a: {} }, 51270],
    [{}, { a: { $frob: 1 } }, 31325],
    [{}, { a: { $elemMatch: 1 } }, 31274],
    [{}, { 'a.b': { $elemMatch: { c: 1 } } }, 31275],
    [{}, { a: { $elemMatch: { $expr: true } } }, 2],
    [{}, { $a: 1 }, 16410],
    [{}, { 'a.': 1 }, 40353],
    [{}, { 'a..b': 1 }, 15998],
    [{}, { a: { $meta: 'textScore' } }, 115],
  ])('%j with %j', async (filter, projection, code) => {
    const name = await having(mongo.db, [student])
    expect(await codeOf(mongo.db, { find: name, filter, projection })).toBe(code)
  })
})

test('a projection knows the names of the command', async () => {
  const name = await having(mongo.db, [{ a: 1 }])
  const documents = await found(mongo.db, name, { projection: { b: { $add: ['$a', '$$x'] } }, let: { x: 5 } })
  expect(typed(documents)).toBe(typed([{ _id: 0, b: 6 }]))
})
