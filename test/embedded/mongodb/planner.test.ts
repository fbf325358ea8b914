import { Double, Int32 } from 'bson'
import fc from 'fast-check'
import type { Collection, CollationOptions, CreateIndexesOptions, Document } from 'mongodb'
import { run, type Running } from './running.ts'

let mongo: Running

beforeAll(async () => {
  mongo = await run()
})

afterAll(() => mongo.stop())

const words = fc.constantFrom('', 'a', 'A', 'ab', 'Ab', 'á', 'b', 'ß', 'ss', 'abc', 'a.b')
const ordered = fc.oneof(
  { weight: 4, arbitrary: words },
  { weight: 4, arbitrary: fc.constantFrom(0, 1, 2, 3).map((number) => new Int32(number)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(null, new Double(1.5), true, new Date(0), { b: 'A' }),
  },
)
const scalars = fc.oneof({ weight: 12, arbitrary: ordered }, { weight: 1, arbitrary: fc.constant(/^a/) })
const elements = fc.oneof(
  { weight: 3, arbitrary: scalars },
  { weight: 1, arbitrary: fc.record({ b: scalars, c: scalars }, { requiredKeys: [] }) },
)
const values = fc.oneof(
  { weight: 4, arbitrary: scalars },
  { weight: 2, arbitrary: fc.array(elements, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(fc.array(scalars, { maxLength: 2 }), { maxLength: 2 }) },
)
const documents = fc.record({ a: values, d: scalars, on: fc.boolean() }, { requiredKeys: ['on'] })

const paths = fc.constantFrom('a', 'a', 'd', 'a.b', 'a.c')
const asked = fc.oneof(
  fc
    .tuple(fc.constantFrom('$eq', '$gt', '$gte', '$lt', '$lte'), ordered)
    .map(([name, value]) => ({ [name]: value })),
  fc.tuple(ordered, ordered).map(([low, high]) => ({ $gte: low, $lt: high })),
  fc.array(values, { maxLength: 3 }).map((list) => ({ $in: list })),
  fc.array(scalars, { maxLength: 2 }).map((list) => ({ $eq: list })),
  fc.boolean().map(($exists) => ({ $exists })),
  ordered.map(($ne) => ({ $ne })),
  fc.tuple(ordered, ordered).map(([low, high]) => ({ $elemMatch: { $gte: low, $lte: high } })),
  fc.record({ b: scalars, c: scalars }, { requiredKeys: [] }).map(($elemMatch) => ({ $elemMatch })),
  fc.constantFrom('^a', '^ab?', '^A', '^a\\.', 'b$', '^(a|b)').map(($regex) => ({ $regex })),
)

const conditions = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(paths, asked).map(([path, operators]): Document => ({ [path]: operators })),
  },
  { weight: 1, arbitrary: fc.boolean().map((on): Document => ({ on })) },
)
const branches = fc.array(conditions, { minLength: 1, maxLength: 3 })
const queries = fc.oneof(
  { weight: 3, arbitrary: branches.map(($and): Document => ({ $and })) },
  { weight: 2, arbitrary: branches.map(($or): Document => ({ $or })) },
  { weight: 2, arbitrary: fc.tuple(conditions, branches).map(([one, $or]): Document => ({ ...one, $or })) },
)

const directions = fc.constantFrom<1 | -1>(1, -1)
const sorts = fc
  .tuple(fc.shuffledSubarray(['a', 'd', 'a.b', 'on'], { maxLength: 2 }), directions, directions)
  .map(([names, first, second]) => ({
    ...Object.fromEntries(names.map((name, at) => [name, at ? second : first])),
    _id: 1,
  }))

const english: CollationOptions = { locale: 'en', strength: 2 }
const base: CollationOptions = { locale: 'en', strength: 1 }
const collations = fc.constantFrom<CollationOptions | undefined>(undefined, undefined, english, base)

const filters = fc.constantFrom<Document>(
  { on: true },
  { a: { $exists: true } },
  { d: { $gt: 0 } },
  { a: { $in: ['a', 'ab', 1] } },
  { on: true, d: { $gte: 'a' } },
)
const indexes = fc
  .tuple(
    fc.shuffledSubarray(['a', 'd', 'a.b', 'a.c', 'on'], { minLength: 1, maxLength: 3 }),
    directions,
    directions,
    fc.constantFrom('plain', 'plain', 'sparse', 'partial'),
    filters,
    collations,
  )
  .map(([names, first, second, kind, partialFilterExpression, collation]) => ({
    key: Object.fromEntries(names.map((name, place) => [name, place % 2 ? second : first])),
    options: {
      ...(kind === 'sparse' && { sparse: true }),
      ...(kind === 'partial' && { partialFilterExpression }),
      ...(collation && { collation }),
    } as CreateIndexesOptions,
  }))

let round = 0

async function filled(
  name: string,
  stored: Document[],
  made: { key: Document; options: CreateIndexesOptions }[],
) {
  const one = mongo.db.collection<Document>(`${name}${round}`)
  await one.insertMany(stored.map((document, _id) => ({ ...document, _id })) as never[])
  for (const [at, { key, options }] of made.entries())
    await one.createIndex(key as never, { ...options, name: `i${at}` }).catch(() => undefined)
  return one
}

async function answer(one: Collection, query: Document, options: Document) {
  const found = await one.find(query, { ...options, projection: { _id: 1 } }).toArray()
  const { collation } = options
  const command = { count: one.collectionName, query, ...(collation && { collation }) }
  const { n } = await mongo.db.command(command)
  return { query, options, ids: found.map(({ _id }) => _id), n }
}

test('no index of any kind changes an answer, an order or a number', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(documents, { minLength: 5, maxLength: 15 }),
      fc.array(indexes, { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(queries, sorts, collations), { minLength: 15, maxLength: 15 }),
      async (stored, made, all) => {
        round++
        const [plain, indexed] = await Promise.all([
          filled('plain', stored, []),
          filled('indexed', stored, made),
        ])
        for (const [query, sort, collation] of all) {
          const options = { sort, ...(collation && { collation }) }
          expect(await answer(indexed, query, options)).toEqual(await answer(plain, query, options))
        }
        await Promise.all([plain.drop(), indexed.drop()])
      },
    ),
    { numRuns: 30 },
  ))

const updates = fc.oneof(
  values.map((a): Document => ({ $set: { a } })),
  scalars.map((d): Document => ({ $set: { d } })),
  fc.constantFrom<Document>({ $unset: { a: 1 } }, { $set: { on: true } }, { $set: { on: false } }),
  values.map((a): Document => ({ $push: { a } })),
)
const uniques = fc.tuple(indexes, fc.boolean()).map(([index, unique]) => ({
  ...index,
  options: { ...index.options, ...(unique && { unique: true }) },
}))

test('after random writes every index agrees with its documents, and no unique one holds a key twice', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(uniques, { minLength: 1, maxLength: 4 }),
      fc.array(documents, { minLength: 3, maxLength: 12 }),
      fc.array(fc.tuple(queries, updates, fc.boolean()), { maxLength: 12 }),
      async (made, stored, changes) => {
        round++
        const one = await filled('written', [{ on: true }], made)
        for (const document of stored) await one.insertOne({ ...document }).catch(() => undefined)
        for (const [query, update, removes] of changes)
          await (removes ? one.deleteOne(query) : one.updateMany(query, update)).catch(() => undefined)
        expect(await mongo.db.command({ validate: one.collectionName })).toMatchObject({
          valid: true,
          errors: [],
        })
        if ((await one.countDocuments()) === 0) return
        const again = await mongo.db.createCollection(`again${round}`)
        await again.insertMany(await one.find().toArray())
        for (const { key, name, v: _, ...options } of await one.indexes())
          if (name !== '_id_') await again.createIndex(key, { ...options, name: name as string })
        await Promise.all([one.drop(), again.drop()])
      },
    ),
    { numRuns: 30 },
  ))

test.each([
  [null, [0, 1]],
  [{ $eq: null }, [0, 1]],
  [{ $in: [null, 7] }, [0, 1]],
  [{ $exists: false }, [0]],
  [1, [2]],
])('an index of a place in arrays finds what has %j there, also in an element', async (asked, expected) => {
  const places = mongo.db.collection<{ _id: number }>(`places${++round}`)
  await places.createIndex({ 'a.0': 1 })
  const stored = [{}, { a: [{}] }, { a: [1] }]
  await places.insertMany(stored.map((document, _id) => ({ ...document, _id })))
  const found = await places.find({ 'a.0': asked }).sort({ _id: 1 }).toArray()
  expect(found.map(({ _id }) => _id)).toEqual(expected)
})
