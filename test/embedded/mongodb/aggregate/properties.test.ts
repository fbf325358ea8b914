import { Double, Int32, Long } from 'bson'
import fc from 'fast-check'
import { documents, indexKeys, queries, sorts } from '../arbitrary.ts'
import { outcome } from '../crud.ts'
import { run, type Running } from '../running.ts'

let mongo: Running

beforeAll(async () => {
  mongo = await run()
})

afterAll(() => mongo.stop())

let round = 0

const pages = fc.record({ skip: fc.nat(4), limit: fc.integer({ min: 1, max: 6 }) })

test(
  'a match, sort, skip and limit give the same with indexes, without, and behind another stage',
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(documents, { minLength: 5, maxLength: 20 }),
        fc.uniqueArray(indexKeys, { minLength: 1, maxLength: 3, selector: (key) => JSON.stringify(key) }),
        fc.array(fc.tuple(queries, sorts, pages), { minLength: 10, maxLength: 15 }),
        async (stored, keys, asked) => {
          const indexed = mongo.db.collection(`indexed${++round}`)
          const plain = mongo.db.collection(`plain${round}`)
          for (const key of keys) await indexed.createIndex(key)
          const numbered = stored.map((document, at) => ({ ...document, _id: at as never }))
          await indexed.insertMany(numbered, { ordered: false }).catch(() => undefined)
          const kept = await indexed.find({}, { promoteValues: false }).toArray()
          if (kept.length > 0) await plain.insertMany(kept)
          for (const [query, sort, { skip, limit }] of asked) {
            const pipeline = [
              { $match: query },
              { $sort: sort },
              { $skip: skip },
              { $limit: limit },
              { $project: { _id: 1 } },
            ]
            const found = (one: typeof plain, ...first: object[]) =>
              outcome(one.aggregate([...first, ...pipeline]).toArray())
            const byIndex = await found(indexed)
            expect(byIndex).toEqual(await found(plain))
            expect(byIndex).toEqual(await found(indexed, { $set: { unused: 1 } }))
          }
        },
      ),
      { numRuns: 15 },
    ),
  120_000,
)

const numbers = fc.oneof(
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).map((number) => new Int32(number)),
  fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }).map((number) => Long.fromBigInt(number)),
)

/** What MongoDB makes of a whole number that a long holds: an int32 while it fits and none was a long. */
const whole = (total: bigint, hasLongs: boolean): unknown =>
  hasLongs || BigInt.asIntN(32, total) !== total ? Long.fromBigInt(total) : new Int32(Number(total))

const isBeyondLongs = (total: bigint): boolean => BigInt.asIntN(64, total) !== total

/** The sum that a group should have: beyond longs a double, which MongoDB's two-part sums may leave one step away. */
function checkSum(found: unknown, total: bigint, hasLongs: boolean): void {
  if (!isBeyondLongs(total)) return expect(found).toEqual(whole(total, hasLongs))
  const { value } = found as Double
  expect(found).toEqual(new Double(value))
  const off = BigInt(value) - total
  const step = (total < 0n ? -total : total) >> 52n
  expect(off <= step && off >= -step).toBe(true)
}

test(
  'the sums of groups are those of a plain fold over each',
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), numbers), { minLength: 1, maxLength: 30 }),
        async (rows) => {
          const collection = mongo.db.collection(`groups${++round}`)
          await collection.insertMany(rows.map(([group, n]) => ({ group, n })))
          const found = await collection
            .aggregate([{ $group: { _id: '$group', sum: { $sum: '$n' } } }, { $sort: { _id: 1 } }], {
              promoteValues: false,
            })
            .toArray()
          const groups = [...new Set(rows.map(([group]) => group))].sort()
          expect(found.map(({ _id }) => _id)).toEqual(groups)
          for (const { _id, sum } of found) {
            const own = rows.filter(([name]) => name === _id).map(([, n]) => n)
            const total = own.reduce((all, n) => all + BigInt(n.toString()), 0n)
            checkSum(
              sum,
              total,
              own.some((n) => n instanceof Long),
            )
          }
        },
      ),
      { numRuns: 30 },
    ),
  120_000,
)
