import { serialize } from 'bson'
import fc from 'fast-check'
import { compare } from '../../../server/embedded/mongodb/bson/compare.ts'
import { decode } from '../../../server/embedded/mongodb/bson/decode.ts'
import { encode } from '../../../server/embedded/mongodb/bson/encode.ts'
import { keyOf } from '../../../server/embedded/mongodb/bson/key.ts'
import {
  documents,
  indexKeys,
  narrowDocuments,
  narrowKeys,
  narrowQueries,
  narrowSorts,
  queries,
  sorts,
  values,
} from './arbitrary.ts'
import { outcome } from './crud.ts'
import { run, type Running } from './running.ts'

let mongo: Running

beforeAll(async () => {
  mongo = await run()
})

afterAll(() => mongo.stop())

test('a document is the same bytes after it was read and written', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const bytes = Buffer.from(serialize(document, { ignoreUndefined: true }))
      expect(encode(decode(bytes))).toEqual(bytes)
    }),
  )
})

test('index keys stand in the order of the values, in both directions', () => {
  const valueOf = (value: unknown) => decode(Buffer.from(serialize({ value }))).get('value') ?? null
  fc.assert(
    fc.property(values, values, fc.constantFrom(1, -1), (left, right, direction) => {
      const [a, b] = [valueOf(left), valueOf(right)]
      const [first, second] = [keyOf([a], [direction]), keyOf([b], [direction])]
      const order = Math.sign(compare(a, b))
      const byKey = Math.sign(Buffer.compare(first.bytes, second.bytes))
      if (first.sorts[0] && second.sorts[0]) expect(byKey).toBe(order * direction || 0)
      else expect(byKey === 0).toBe(order === 0)
    }),
    { numRuns: 2000 },
  )
})

type Query = object
type Order = Record<string, 1 | -1>

interface World {
  documents: fc.Arbitrary<object>
  keys: fc.Arbitrary<Order>
  queries: fc.Arbitrary<object>
  sorts: fc.Arbitrary<Order>
}

let round = 0

/** Asks the same of a collection with indexes and of one without. */
function assertSame(world: World, numRuns: number): Promise<void> {
  const property = fc.asyncProperty(
    fc.array(world.documents, { minLength: 5, maxLength: 20 }),
    fc.uniqueArray(world.keys, { minLength: 1, maxLength: 3, selector: (key) => JSON.stringify(key) }),
    fc.array(fc.tuple(world.queries, world.sorts), { minLength: 15, maxLength: 25 }),
    fc.boolean(),
    async (stored, keys, asked, sparse) => {
      const [plain, indexed] = [
        mongo.db.collection(`plain${++round}`),
        mongo.db.collection(`indexed${round}`),
      ]
      for (const key of keys) await indexed.createIndex(key, { sparse })
      const numbered = stored.map((document, at) => ({ ...document, _id: at as never }))
      await indexed.insertMany(numbered, { ordered: false }).catch(() => undefined)
      const accepted = new Set((await indexed.find().toArray()).map(({ _id }) => _id as unknown))
      const kept = numbered.filter(({ _id }) => accepted.has(_id))
      if (kept.length > 0) await plain.insertMany(kept)
      const answers = (collection: typeof plain) =>
        Promise.all(asked.map(([query, sort]) => idsOf(collection, query, sort)))
      expect(await answers(indexed)).toEqual(await answers(plain))
    },
  )
  return fc.assert(property, { numRuns })
}

async function idsOf(collection: ReturnType<Running['db']['collection']>, query: Query, sort: Order) {
  return {
    query,
    sort,
    found: await outcome(collection.find(query, { sort, projection: { _id: 1 } }).toArray()),
  }
}

test('indexes change no answer and no order, whatever the types', () =>
  assertSame({ documents, keys: indexKeys, queries, sorts }, 25))

test('indexes change no answer and no order where documents hold arrays of documents', () =>
  assertSame(
    { documents: narrowDocuments, keys: narrowKeys, queries: narrowQueries, sorts: narrowSorts },
    50,
  ))
