import fc from 'fast-check'
import type { Document } from 'mongodb'
import { having } from './crud.ts'
import { changed, type Fields, meets, order, type Plain } from './manual.ts'
import { run, type Running } from './running.ts'

let mongo: Running

beforeAll(async () => {
  mongo = await run()
})

afterAll(() => mongo.stop())

const scalar = fc.constantFrom<Plain>(null, true, false, 0, 1, 2, 1.5, '', 'a', 'b')
const small: fc.Arbitrary<Plain> = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ b: scalar, c: scalar }, { requiredKeys: [] }) as fc.Arbitrary<Plain> },
)
const value: fc.Arbitrary<Plain> = fc.oneof(
  { weight: 4, arbitrary: small },
  { weight: 2, arbitrary: fc.array(small, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ b: small }, { requiredKeys: [] }) as fc.Arbitrary<Plain> },
)
const documents = fc.array(fc.record({ a: value, d: small }, { requiredKeys: [] }), {
  minLength: 1,
  maxLength: 12,
})

const path = fc.constantFrom('a', 'd', 'a.b', 'a.c', 'a.0', 'a.b.c', 'a.1.b', 'a.0.0')
const compared = fc.tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), small)
const listed = fc.tuple(fc.constantFrom('$in', '$nin'), fc.array(small, { maxLength: 3 }))
const exists = fc.tuple(fc.constant('$exists'), fc.boolean())
const operator = fc
  .oneof(
    { weight: 4, arbitrary: compared },
    { weight: 1, arbitrary: listed },
    { weight: 1, arbitrary: exists },
  )
  .map(([name, operand]) => ({ [name]: operand }) as Fields)
const asked = fc.oneof(
  { weight: 5, arbitrary: operator },
  { weight: 1, arbitrary: operator.map(($not) => ({ $not }) as Fields) },
)
const condition = fc.tuple(path, asked).map(([name, operators]) => ({ [name]: operators }) as Fields)
const group = fc
  .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(condition, { minLength: 1, maxLength: 3 }))
  .map(([name, parts]) => ({ [name]: parts }) as Fields)
const filter = fc.oneof({ weight: 3, arbitrary: condition }, { weight: 1, arbitrary: group })

const idsOf = (found: Document[]) => found.map(({ _id }) => Number(_id)).sort((a, b) => a - b)

test('a model written from the manual finds the same, and what is not found is found by the negation', () =>
  fc.assert(
    fc.asyncProperty(
      documents,
      fc.array(filter, { minLength: 10, maxLength: 20 }),
      async (stored, filters) => {
        const collection = mongo.db.collection(await having(mongo.db, stored))
        for (const one of filters) {
          const wanted = stored.flatMap((document, at) => (meets(document as Fields, one) ? [at] : []))
          const rest = stored.flatMap((_, at) => (wanted.includes(at) ? [] : [at]))
          const found = await collection.find(one as Document).toArray()
          const others = await collection.find({ $nor: [one as Document] }).toArray()
          expect({ one, ids: idsOf(found), rest: idsOf(others) }).toEqual({ one, ids: wanted, rest })
        }
      },
    ),
    { numRuns: 40 },
  ))

/** What a document is sorted by: of a list its least element, or its greatest where the direction is down. */
function keyOf(found: Plain | undefined, direction: number): Plain | undefined {
  if (!Array.isArray(found)) return found ?? null
  return found.toSorted((x, y) => order(x, y) * direction)[0]
}

test('a sort leaves out nothing and puts each in its place', () =>
  fc.assert(
    fc.asyncProperty(documents, fc.constantFrom<1 | -1>(1, -1), async (stored, direction) => {
      const collection = mongo.db.collection(await having(mongo.db, stored))
      const found = await collection.find({}, { sort: { a: direction } }).toArray()
      expect(idsOf(found)).toEqual(stored.map((_, at) => at))
      const keys = found.map(({ a }) => keyOf(a as Plain | undefined, direction))
      for (let at = 1; at < keys.length; at++) {
        const [before, after] = [keys[at - 1], keys[at]]
        if (before === undefined || after === undefined) continue
        expect(order(before, after) * direction).toBeLessThanOrEqual(0)
      }
      const empty = keys.flatMap((key, at) => (key === undefined ? [at] : []))
      const edge = direction > 0 ? 0 : keys.length - empty.length
      expect(empty).toEqual(empty.map((_, at) => edge + at))
    }),
    { numRuns: 40 },
  ))

const stored = fc.record(
  { n: fc.integer({ min: -5, max: 5 }), l: fc.array(scalar, { maxLength: 3 }), s: value },
  { requiredKeys: [] },
)
const update = fc.record(
  {
    $set: fc.record({ s: value, x: value }, { requiredKeys: [] }),
    $unset: fc.constant({ z: '' }),
    $inc: fc.record({ n: fc.integer({ min: -3, max: 3 }) }),
    $push: fc.record({ m: small }),
    $addToSet: fc.record({ l: small.filter((one) => one === null || typeof one !== 'object') }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Record<string, Fields>>

test('the model makes the same of an update, to the order of the fields', () =>
  fc.assert(
    fc.asyncProperty(stored, update, async (document, changes) => {
      fc.pre(Object.keys(changes).length > 0)
      const collection = mongo.db.collection(await having(mongo.db, [document]))
      await collection.updateOne({}, changes as Document)
      const { _id: _, ...found } = (await collection.findOne()) as Document
      expect(JSON.stringify(found)).toBe(JSON.stringify(changed(document as Fields, changes)))
    }),
    { numRuns: 100 },
  ))

test('what is set again is matched and not modified', () =>
  fc.assert(
    fc.asyncProperty(documents, fc.record({ a: value, x: value }), async (all, $set) => {
      const collection = mongo.db.collection(await having(mongo.db, all))
      await collection.updateMany({}, { $set } as Document)
      const again = await collection.updateMany({}, { $set } as Document)
      expect(again).toMatchObject({ matchedCount: all.length, modifiedCount: 0 })
    }),
    { numRuns: 40 },
  ))
