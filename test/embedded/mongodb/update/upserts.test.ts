import { Double } from 'bson'
import type { Document } from 'mongodb'
import { codeOf, found, having, typed } from '../crud.ts'
import { run, type Running } from '../running.ts'

let mongo: Running

beforeAll(async () => {
  mongo = await run()
})

afterAll(() => mongo.stop())

/** The document that an upsert makes, or the error's code. */
async function upserted(q: Document, u: unknown, others: Document = {}): Promise<Document | number> {
  const name = await having(mongo.db, [])
  const code = await codeOf(mongo.db, { update: name, updates: [{ q, u, upsert: true, ...others }] })
  return code ?? ((await found(mongo.db, name))[0] as Document)
}

describe('an upsert makes', () => {
  test.each<[string, Document, unknown, Document]>([
    [
      'what the query equals, by name',
      { _id: 1, c: 1, a: 2, 'b.x': 3 },
      { $set: { d: 4 } },
      { _id: 1, a: 2, b: { x: 3 }, c: 1, d: 4 },
    ],
    [
      'what all of several conditions equal',
      { _id: 1, $and: [{ a: 1 }, { b: { $eq: 2 } }] },
      { $set: {} },
      { _id: 1, a: 1, b: 2 },
    ],
    [
      'what a list or an alternative of one says',
      { _id: 1, a: { $in: [5] }, $or: [{ b: 6 }], c: { $all: [7] } },
      { $set: {} },
      { _id: 1, a: 5, b: 6, c: 7 },
    ],
    [
      'nothing of what is no equality',
      { _id: 1, a: { $gt: 1 }, b: { $in: [1, 2] }, $or: [{ c: 1 }, { c: 2 }], d: { $ne: 1 }, e: /x/ },
      { $set: { z: 1 } },
      { _id: 1, z: 1 },
    ],
    ['null where null is asked for', { _id: 1, a: null }, { $set: {} }, { _id: 1, a: null }],
    ['documents where a path has numbers', { _id: 1, 'a.0': 5 }, { $set: {} }, { _id: 1, a: { 0: 5 } }],
    [
      'a changed value',
      { _id: 1, n: 5, a: [1] },
      { $inc: { n: 2 }, $push: { a: 2 } },
      { _id: 1, a: [1, 2], n: 7 },
    ],
    [
      'what only an insert sets',
      { _id: 1 },
      { $set: { b: 1 }, $setOnInsert: { a: 2 } },
      { _id: 1, a: 2, b: 1 },
    ],
    ['an id that the update sets', { a: 1 }, { $set: { _id: 7 } }, { _id: 7, a: 1 }],
    ['an id that only an insert sets', { a: 1 }, { $setOnInsert: { _id: 8 } }, { _id: 8, a: 1 }],
    ['a replacement with the id of the query', { _id: 3, a: 1 }, { b: 1 }, { _id: 3, b: 1 }],
    ['a replacement with its own id, first', { a: 1 }, { b: 1, _id: 4 }, { _id: 4, b: 1 }],
    [
      'what a pipeline makes',
      { _id: 5, a: 2 },
      [{ $set: { b: { $add: ['$a', 1] } } }],
      { _id: 5, a: 2, b: 3 },
    ],
  ])('%s', async (_, q, u, expected) => {
    expect(typed(await upserted(q, u))).toBe(typed(expected))
  })
})

describe('an upsert is refused', () => {
  test.each<[string, Document, unknown, number]>([
    ['with another id than the query has', { _id: 1 }, { $set: { _id: 2 } }, 66],
    ['with another id in a replacement', { _id: 1 }, { _id: 2 }, 66],
    ['with a field that is given twice', { a: 1, $and: [{ a: 2 }] }, { $set: { b: 1 } }, 54],
    ['with a field and one within it', { a: { b: 1 }, 'a.c': 2 }, { $set: { b: 1 } }, 54],
    ['with an array as id', { a: 1 }, { $set: { _id: [1] } }, 53],
    ['with a position', { a: 1 }, { $set: { 'a.$': 1 } }, 2],
    ['with all elements of nothing', {}, { $set: { 'a.$[]': 1 } }, 2],
    ['with a part of an id for a replacement', { '_id.x': 1 }, { a: 1 }, 111],
  ])('%s', async (_, q, u, code) => {
    expect(await upserted(q, u)).toBe(code)
  })
})

test('the reply names what was upserted, and what was matched and modified', async () => {
  const name = await having(mongo.db, [{ a: 1 }, { a: 2 }])
  const reply = await mongo.db.command({
    update: name,
    updates: [
      { q: { a: 1 }, u: { $set: { a: 1 } } },
      { q: {}, u: { $set: { b: 1 } }, multi: true },
      { q: { _id: 'new' }, u: { $set: { b: 1 } }, upsert: true },
    ],
  })
  expect(reply).toMatchObject({ n: 4, nModified: 2, upserted: [{ index: 2, _id: 'new' }] })
})

describe('an id', () => {
  const change = async (u: unknown) => {
    const name = await having(mongo.db, [{ a: 1 }])
    const code = await codeOf(mongo.db, { update: name, updates: [{ q: {}, u }] })
    return code ?? typed(await found(mongo.db, name))
  }
  test.each<[string, unknown, number]>([
    ['is not set', { $set: { _id: 1 } }, 66],
    ['is not set to an equal number of another type', { $set: { _id: new Double(0) } }, 66],
    ['is not removed', { $unset: { _id: 1 } }, 66],
    ['is not counted up', { $inc: { _id: 1 } }, 66],
    ['is not renamed', { $rename: { _id: 'b' } }, 66],
    ['is not replaced', { _id: 1, a: 1 }, 66],
    ['is not changed by a pipeline', [{ $set: { _id: 1 } }], 66],
  ])('%s', async (_, u, code) => {
    expect(await change(u)).toBe(code)
  })

  test('may be set to what it is, and stays through replacement and pipeline', async () => {
    expect(await change({ $set: { _id: 0, a: 2 } })).toBe(typed([{ _id: 0, a: 2 }]))
    expect(await change({ b: 1, _id: 0 })).toBe(typed([{ _id: 0, b: 1 }]))
    expect(await change([{ $project: { a: 1, _id: 0 } }])).toBe(typed([{ _id: 0, a: 1 }]))
    expect(await change([{ $replaceWith: { z: 1 } }])).toBe(typed([{ _id: 0, z: 1 }]))
  })

  test('of a document keeps its fields', async () => {
    const name = await having(mongo.db, [{ _id: { x: 1 } }])
    expect(await codeOf(mongo.db, { update: name, updates: [{ q: {}, u: { $set: { '_id.x': 2 } } }] })).toBe(
      66,
    )
    expect(typed(await found(mongo.db, name))).toBe(typed([{ _id: { x: 1 } }]))
  })
})

describe('a pipeline', () => {
  test('knows the moment, the names of the command and the constants of the statement', async () => {
    const name = await having(mongo.db, [{ a: 1 }])
    const u = [
      { $addFields: { b: '$$x', c: '$$y.z', at: '$$NOW', same: { $eq: ['$$NOW', '$$NOW'] } } },
      { $unset: 'a' },
    ]
    await mongo.db.command({
      update: name,
      let: { x: { $add: [1, 1] } },
      updates: [{ q: {}, u, c: { y: { z: 3 } } }],
    })
    const [one] = await found(mongo.db, name)
    expect(typed({ ...one, at: 0 })).toBe(typed({ _id: 0, b: 2, c: 3, at: 0, same: true }))
    expect(one?.['at']).toBeInstanceOf(Date)
  })

  test.each<[string, unknown, Document, number]>([
    ['a stage of several documents', [{ $match: {} }], {}, 72],
    ['an unknown stage', [{ $frob: {} }], {}, 40324],
    ['a stage that is no document', [1], {}, 14],
    ['two stages in one', [{ $set: { a: 1 }, $unset: 'b' }], {}, 40323],
    ['an unknown name', [{ $set: { a: '$$x' } }], {}, 17276],
    ['constants for no pipeline', { $set: { a: 1 } }, { c: { x: 1 } }, 51198],
    ['neither document nor list', 5, {}, 9],
  ])('is refused with %s', async (_, u, others, code) => {
    const name = await having(mongo.db, [{}])
    expect(await codeOf(mongo.db, { update: name, updates: [{ q: {}, u, ...others }] })).toBe(code)
  })
})
