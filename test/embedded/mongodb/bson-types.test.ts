import { decode } from '../../../server/embedded/mongodb/bson/decode.ts'
import { encode } from '../../../server/embedded/mongodb/bson/encode.ts'
import type { Document } from 'mongodb'
import { codeOf, having } from './crud.ts'
import { run, type Running } from './running.ts'

let mongo: Running

beforeAll(async () => {
  mongo = await run()
})

afterAll(() => mongo.stop())

const id = '0102030405060708090a0b0c'

/** Documents of one field `a`, by BSON's specification. */
const deprecated = {
  undefined: '08000000' + '06' + '6100' + '00',
  dbPointer: '1b000000' + '0c' + '6100' + '03000000' + '782e00' + id + '00',
  javascriptWithScope:
    '1a000000' + '0f' + '6100' + '12000000' + '02000000' + '7800' + '08000000' + '0a620000' + '00',
  symbol: '0e000000' + '0e' + '6100' + '02000000' + '7800' + '00',
}

describe('a deprecated type', () => {
  test.each(Object.entries(deprecated))('%s keeps its bytes', (_, hex) => {
    const bytes = Buffer.from(hex, 'hex')
    bytes.writeInt32LE(bytes.length, 0)
    expect(encode(decode(bytes)).toString('hex')).toBe(bytes.toString('hex'))
  })
})

test('a query of null is none: it neither removes nor changes everything', async () => {
  const name = await having(mongo.db, [{ a: 1 }])
  expect(await codeOf(mongo.db, { delete: name, deletes: [{ q: null, limit: 0 }] })).toBe(40414)
  expect(await codeOf(mongo.db, { update: name, updates: [{ q: null, u: { $set: { a: 2 } } }] })).toBe(40414)
  expect(await codeOf(mongo.db, { update: name, updates: [{ q: {}, u: null }] })).toBe(9)
  expect(await mongo.db.collection<Document>(name).find().toArray()).toEqual([{ _id: 0, a: 1 }])
})

test('a write concern is read closely', async () => {
  const name = await having(mongo.db, [{ a: 1 }])
  const write = (writeConcern: Document) =>
    codeOf(mongo.db, { delete: name, deletes: [{ q: { a: 9 }, limit: 0 }], writeConcern })
  expect(await write({ w: 1, frob: 1 })).toBe(9)
  expect(await write({ w: 51 })).toBe(9)
  expect(await write({ w: 2 })).toBe(2)
})
