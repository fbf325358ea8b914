import fc from 'fast-check'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Collection, type Document, MongoClient } from 'mongodb'
import { decode } from '../../../server/embedded/mongodb/bson/decode.ts'
import { encode } from '../../../server/embedded/mongodb/bson/encode.ts'
import { startMongo } from '../../../server/embedded/mongodb/index.ts'
import { numberKey } from '../../../server/embedded/mongodb/storage/keys.ts'
import { openStore } from '../../../server/embedded/mongodb/storage/store.ts'
import { keyPart } from '../../../server/embedded/mongodb/bson/key.ts'
import { equalityKeys } from '../../../server/embedded/mongodb/bson/equality.ts'
import { documentOf } from '../../../server/embedded/mongodb/bson/value.ts'
import { textOrder } from '../../../server/embedded/mongodb/query/collation.ts'
import { run, type Running } from './running.ts'

let mongo: Running
let collections = 0

beforeAll(async () => {
  mongo = await run()
})

afterAll(() => mongo.stop())

const collection = (): Collection<Document> => mongo.db.collection(`c${++collections}`)

const pieces = fc.constantFrom(
  ...[
    '',
    'a',
    'A',
    'b',
    'z',
    'ss',
    'ß',
    'ẞ',
    'SS',
    'é',
    'e\u0301',
    'e',
    'E\u0301',
    'ﬁ',
    'fi',
    'æ',
    'ae',
    'i',
    'I',
  ],
  ...[
    'İ',
    'ı',
    'i\u0307',
    'ä',
    'a\u0308',
    'ch',
    'c',
    'h',
    'ñ',
    'n\u0303',
    'ö',
    'o',
    'å',
    'aa',
    'Å',
    '\u212b',
  ],
  ...[
    'م',
    'مَ',
    'م\u064e\u0651',
    'ـ',
    'ة',
    'ه',
    'أ',
    'ا',
    '١',
    '1',
    '10',
    '2',
    '02',
    '①',
    '½',
    '中',
    '国',
    '國',
    'か',
    'カ',
  ],
  ...[
    'ｶ',
    'が',
    'か\u3099',
    '한',
    '\u1112\u1161\u11ab',
    'Ａ',
    '\u00ad',
    '\u200b',
    '\u200d',
    '\0',
    ' ',
    '-',
    '_',
    '.',
    '😀',
    '👍🏽',
  ],
  ...[
    'й',
    'и\u0306',
    'Ж',
    'ж',
    'ς',
    'σ',
    'Σ',
    'เก',
    'แ',
    'ก',
    '\u0323\u0307',
    '\u0307\u0323',
    'ǆ',
    'dž',
    'll',
    'l',
    '\uffff',
    '𠀀',
  ],
)
const texts = fc.array(pieces, { maxLength: 5 }).map((all) => all.join(''))

/** Pairs that are often equal or near. */
const pairs = fc.oneof(
  fc.tuple(texts, texts),
  fc.tuple(texts, fc.constantFrom('NFC', 'NFD', 'NFKD')).map(([text, form]) => [text, text.normalize(form)]),
  texts.map((text) => [text, text.toUpperCase()]),
  fc.tuple(texts, texts, texts, texts).map(([a, b, c, d]) => [a + b + d, a + c + d]),
)

/** Each language with its strength. */
const collations = fc.constantFrom<Document>(
  { locale: 'en', strength: 2 },
  { locale: 'en', strength: 1, caseLevel: true },
  { locale: 'de', strength: 1 },
  { locale: 'tr', strength: 2 },
  { locale: 'cs', strength: 1, numericOrdering: true },
  { locale: 'da', strength: 3 },
  { locale: 'ar', strength: 1 },
  { locale: 'zh', strength: 2 },
  { locale: 'ja', strength: 3 },
  { locale: 'th', strength: 2 },
)

const orderOf = (collation: Document) => textOrder(documentOf(collation)) as (a: string, b: string) => number

describe('the key of a text under a collation', () => {
  test('is the same for equal texts, and never stands behind that of a later one', () => {
    fc.assert(
      fc.property(collations, pairs, (collation, [a, b]) => {
        const order = orderOf(collation)
        const [first, second] = [a, b].map((text) => keyPart(text as string, order).bytes) as [Buffer, Buffer]
        const expected = Math.sign(order(a as string, b as string))
        const found = Buffer.compare(first, second)
        expect([expected, 0]).toContain(found)
        if (expected === 0) expect(found).toBe(0)
      }),
      { numRuns: 2000 },
    )
  })

  test('holds where a digit of another script follows the part that two numbers have in common', () => {
    const order = orderOf({ locale: 'cs', strength: 1, numericOrdering: true })
    expect(['2١ch', '2ch', '٣ch', '21ch'].sort(order)).toEqual(['2ch', '٣ch', '2١ch', '21ch'])
    const keyOf = (text: string) => keyPart(text, order).bytes
    expect(Buffer.compare(keyOf('2ch'), keyOf('2١ch'))).toBe(-1)
    expect(keyOf('2١ch')).toEqual(keyOf('21ch'))
  })

  test('groups what is equal, and nothing else', () => {
    fc.assert(
      fc.property(collations, fc.array(texts, { maxLength: 12 }), (collation, all) => {
        const order = orderOf(collation)
        const keyOf = equalityKeys(order)
        const keys = all.map((text) => keyOf(text))
        for (const [at, a] of all.entries())
          for (const [other, b] of all.entries()) expect(keys[at] === keys[other]).toBe(order(a, b) === 0)
      }),
      { numRuns: 300 },
    )
  })

  test('tells common words apart, so that an index is of use', () => {
    const order = textOrder(documentOf({ locale: 'en', strength: 2 }))
    const words = [
      'Kenya',
      'kenyan',
      'solar',
      'Solarpanel',
      'école',
      'Ägypten',
      'मानव',
      'المياه',
      '水资源',
      'вода',
      'x-1',
      'x 1',
    ]
    expect(new Set(words.map((word) => keyPart(word, order).bytes.toString('hex'))).size).toBe(words.length)
  })
})

const english = { locale: 'en', strength: 2 }
const full = {
  locale: 'en',
  caseLevel: false,
  caseFirst: 'off',
  strength: 2,
  numericOrdering: false,
  alternate: 'non-ignorable',
  maxVariable: 'punct',
  normalization: false,
  backwards: false,
  version: '57.1',
}

describe('an index with a collation', () => {
  test('is shown in full, and is unique by its rules', async () => {
    const one = collection()
    await one.createIndex({ name: 1, n: 1 }, { unique: true, collation: english })
    expect((await one.indexes())[1]).toMatchObject({ name: 'name_1_n_1', unique: true, collation: full })
    await one.insertMany([
      { name: 'Acme', n: 1 },
      { name: 'ACME', n: 2 },
      { name: 'acmé', n: 1 },
    ])
    await expect(one.insertOne({ name: 'aCME', n: 1 })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { name: 1, n: 1 },
      message: expect.stringContaining(
        `index: name_1_n_1 collation: { locale: "en", caseLevel: false, caseFirst: "off", strength: 2, numericOrdering: false, alternate: "non-ignorable", maxVariable: "punct", normalization: false, backwards: false, version: "57.1" } dup key: { name: "aCME", n: 1 }`,
      ),
    })
    await expect(one.updateOne({ name: 'acmé' }, { $set: { name: 'acme' } })).rejects.toMatchObject({
      code: 11000,
    })
    await one.updateOne({ name: 'acmé' }, { $set: { name: 'ACMÉ' } })
    await one.deleteOne({ name: 'Acme' })
    await one.insertOne({ name: 'aCME', n: 1 })
    expect(await mongo.db.command({ validate: one.collectionName })).toMatchObject({
      valid: true,
      errors: [],
    })
  })

  test('is not built where two documents have equal texts', async () => {
    const one = collection()
    await one.insertMany([{ a: ['x', 'straße'] }, { a: 'STRASSE' }])
    const collation = { locale: 'de', strength: 1 }
    await expect(one.createIndex({ a: 1 }, { unique: true, collation })).rejects.toMatchObject({
      code: 11000,
    })
    await one.createIndex({ a: 1 }, { unique: true, collation: { locale: 'de', strength: 3 } })
  })

  test('serves a query of its collation, and of another only where no text is compared', async () => {
    const one = collection()
    await one.createIndex({ a: 1, b: 1 }, { collation: english })
    await one.insertMany([
      { a: 'Ken', b: 1 },
      { a: 'ken', b: 2 },
      { a: 5, b: 3 },
      { a: 'kén', b: 4 },
    ])
    const stage = async (filter: Document, options: Document) => {
      const { queryPlanner } = await one.find(filter, options).explain()
      return (queryPlanner.winningPlan.inputStage ?? queryPlanner.winningPlan).stage
    }
    expect(await stage({ a: 'KEN' }, { collation: english })).toBe('IXSCAN')
    expect(await stage({ a: 'KEN' }, {})).toBe('COLLSCAN')
    expect(await stage({ a: 'KEN' }, { collation: { locale: 'en', strength: 1 } })).toBe('COLLSCAN')
    expect(await stage({ a: { $gt: 'k' } }, { collation: english })).toBe('IXSCAN')
    expect(await stage({ a: 5 }, {})).toBe('IXSCAN')
    const ids = async (filter: Document, options: Document = {}) =>
      (await one.find(filter, options).sort({ b: 1 }).toArray()).map(({ b }) => b)
    expect(await ids({ a: 'KEN' }, { collation: english })).toEqual([1, 2])
    expect(await ids({ a: { $in: ['KÉN', 5] } }, { collation: english })).toEqual([3, 4])
    expect(await ids({ a: { $gte: 'ken' } }, { collation: english })).toEqual([1, 2, 4])
    expect(await ids({ a: 'ken' })).toEqual([2])
  })
})

describe("a collection's collation", () => {
  test('is that of its indexes and of every operation that names none', async () => {
    const one = await mongo.db.createCollection('house', { collation: english })
    const [listed] = await mongo.db.listCollections({ name: 'house' }).toArray()
    expect(listed).toMatchObject({ options: { collation: full }, idIndex: { collation: full } })
    await one.insertMany([
      { _id: 'a' as never, t: 'X' },
      { _id: 'b' as never, t: 'x' },
    ])
    await expect(one.insertOne({ _id: 'A' as never })).rejects.toMatchObject({ code: 11000 })
    await one.createIndexes([{ key: { t: 1 } }, { key: { u: 1 }, collation: { locale: 'simple' } }])
    expect((await one.indexes()).map(({ collation }) => collation?.locale)).toEqual(['en', 'en', undefined])
    expect(await one.find({ t: 'x' }).toArray()).toHaveLength(2)
    expect(await one.find({ t: 'x' }, { collation: { locale: 'simple' } }).toArray()).toHaveLength(1)
    expect(await one.countDocuments({ t: 'x' })).toBe(2)
    expect(await one.distinct('t')).toEqual(['X'])
    expect(await one.findOneAndUpdate({ _id: 'A' as never }, { $set: { n: 1 } })).toMatchObject({ _id: 'a' })
    expect(await one.updateMany({ t: 'x' }, { $set: { n: 2 } })).toMatchObject({ matchedCount: 2 })
    expect(await one.deleteOne({ _id: 'B' as never })).toMatchObject({ deletedCount: 1 })
  })
})

test.each<[Document, number]>([
  [{ locale: 'xx' }, 2],
  [{ locale: 'en-US' }, 2],
  [{}, 40414],
  [{ locale: 1 }, 14],
  [{ locale: 'en', strength: 6 }, 9],
  [{ locale: 'en', strength: 4 }, 115],
  [{ locale: 'en', caseFirst: 'up' }, 2],
  [{ locale: 'en', strength: 2, caseFirst: 'upper' }, 2],
  [{ locale: 'en', strength: 1, backwards: true }, 2],
  [{ locale: 'en', backwards: true }, 115],
  [{ locale: 'en', frob: 1 }, 40415],
  [{ locale: 'simple', strength: 2 }, 9],
  [{ locale: 'en', version: '1.0' }, 161],
])('the collation %j is refused with %d', async (collation, code) => {
  const options = Object.keys(collation).length === 0 ? { strength: 1 } : collation
  await expect(mongo.db.command({ find: 'any', collation: options })).rejects.toMatchObject({ code })
})

test('$out leaves a collection its collation', async () => {
  const one = await mongo.db.createCollection('kept', { collation: english })
  await one.createIndex({ t: 1 }, { unique: true })
  await mongo.db.collection('source').insertMany([{ t: 'x' }, { t: 'X' }])
  const into = (match: Document) =>
    mongo.db
      .collection('source')
      .aggregate([{ $match: match }, { $out: 'kept' }])
      .toArray()
  await expect(into({})).rejects.toMatchObject({ code: 11000 })
  await into({ t: 'x' })
  expect(await one.find({ t: 'X' }).toArray()).toHaveLength(1)
})

test('an index whose texts were placed by older rules of language is written anew at the start', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'concord-mongo-test-'))
  const first = await startMongo({ folder })
  const client = new MongoClient(first.uri)
  await client.db('old').collection('a').createIndex({ t: 1 }, { unique: true, collation: english })
  await client
    .db('old')
    .collection('a')
    .insertMany([{ t: 'x' }, { t: 'y' }])
  await client.close()
  await first.stop()
  await makeOld(folder)
  const second = await startMongo({ folder })
  const again = new MongoClient(second.uri)
  const one = again.db('old').collection('a')
  expect(await one.find({ t: 'X' }, { hint: 't_1', collation: english }).toArray()).toHaveLength(1)
  await expect(one.insertOne({ t: 'Y' })).rejects.toMatchObject({ code: 11000 })
  expect(await again.db('old').command({ validate: 'a' })).toMatchObject({ valid: true })
  await again.close()
  await second.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Says that another version placed the texts, and puts the entries where no text of today is. */
async function makeOld(folder: string): Promise<void> {
  const store = openStore(folder, join(folder, 'none.sock'))
  await store.commits.write(() => {
    for (const { key, value } of [...store.catalog.getRange({})]) {
      const collection = decode(Buffer.from(value))
      const index = (collection.get('indexes') as Map<string, never>[])[1] as Map<string, unknown>
      for (const entry of [...store.entries.getKeys({ start: numberKey(index.get('number') as number) })]) {
        store.entries.removeSync(entry)
        store.entries.putSync(
          Buffer.concat([entry.subarray(0, 4), Buffer.of(250), entry.subarray(4)]),
          Buffer.alloc(0),
        )
      }
      index.set('texts', '57.1')
      store.catalog.putSync(key, encode(collection))
    }
  })
  await store.close()
}
