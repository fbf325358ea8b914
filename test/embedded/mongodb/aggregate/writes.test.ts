import type { Document } from 'mongodb'
import { run, type Running } from '../running.ts'

let mongo: Running

beforeAll(async () => {
  mongo = await run()
})

afterAll(() => mongo.stop())

const write = (from: string, pipeline: Document[], database = 'test') =>
  mongo.client.db(database).collection(from).aggregate(pipeline).toArray()

const all = (name: string, database = 'test') =>
  mongo.client
    .db(database)
    .collection(name)
    .find({}, { sort: { _id: 1 } })
    .toArray()

let round = 0

/** Two collections of their own, filled. */
async function collections(source: Document[], target: Document[]): Promise<[string, string]> {
  const names: [string, string] = [`source${++round}`, `target${round}`]
  if (source.length > 0) await mongo.db.collection(names[0]).insertMany(source)
  if (target.length > 0) await mongo.db.collection(names[1]).insertMany(target)
  return names
}

describe('$merge', () => {
  const source = [
    { _id: 1, a: 'new', z: 1 },
    { _id: 3, a: 'new' },
  ]
  const target = [
    { _id: 1, a: 'old', b: 'old' },
    { _id: 2, a: 'old' },
  ]
  const two = { _id: 2, a: 'old' }
  const three = { _id: 3, a: 'new' }

  test.each<[string, Document, Document[]]>([
    ['merges and inserts by default', {}, [{ _id: 1, a: 'new', b: 'old', z: 1 }, two, three]],
    [
      'merges and discards',
      { whenMatched: 'merge', whenNotMatched: 'discard' },
      [{ _id: 1, a: 'new', b: 'old', z: 1 }, two],
    ],
    [
      'replaces and inserts',
      { whenMatched: 'replace', whenNotMatched: 'insert' },
      [{ _id: 1, a: 'new', z: 1 }, two, three],
    ],
    [
      'replaces and discards',
      { whenMatched: 'replace', whenNotMatched: 'discard' },
      [{ _id: 1, a: 'new', z: 1 }, two],
    ],
    ['keeps what is there', { whenMatched: 'keepExisting' }, [{ _id: 1, a: 'old', b: 'old' }, two, three]],
    [
      'runs a pipeline on what is there and inserts the other as it comes',
      {
        whenMatched: [{ $set: { a: '$$new.a', both: { $concat: ['$b', '$$x'] } } }],
        let: { new: '$$ROOT', x: '$a' },
      },
      [{ _id: 1, a: 'new', b: 'old', both: 'oldnew' }, two, three],
    ],
    [
      'runs a pipeline and discards',
      { whenMatched: [{ $unset: 'b' }], whenNotMatched: 'discard' },
      [{ _id: 1, a: 'old' }, two],
    ],
  ])('%s', async (_, options, expected) => {
    const [from, into] = await collections(source, target)
    expect(await write(from, [{ $sort: { _id: 1 } }, { $merge: { into, ...options } }])).toEqual([])
    expect(await all(into)).toEqual(expected)
  })

  test('what was written before a failure stays, as when nothing may be there', async () => {
    const [from, into] = await collections([{ _id: 0 }, { _id: 1 }, { _id: 4 }], [{ _id: 1, a: 1 }])
    const failing = write(from, [{ $sort: { _id: 1 } }, { $merge: { into, whenMatched: 'fail' } }])
    await expect(failing).rejects.toMatchObject({ code: 11000 })
    expect(await all(into)).toEqual([{ _id: 0 }, { _id: 1, a: 1 }])
  })

  test('a document that finds no like where it must is an error', async () => {
    const [from, into] = await collections([{ _id: 9 }], [{ _id: 1 }])
    await expect(write(from, [{ $merge: { into, whenNotMatched: 'fail' } }])).rejects.toMatchObject({
      code: 13113,
    })
  })

  test('other fields need a unique index, and then a document without `_id` takes that of its like', async () => {
    const [from, into] = await collections([{ _id: 1, x: { k: 'a' }, n: 1 }], [{ _id: 7, x: { k: 'a' } }])
    const pipeline = [{ $project: { _id: 0 } }, { $merge: { into, on: 'x.k' } }]
    await expect(write(from, pipeline)).rejects.toMatchObject({ code: 51183 })
    await mongo.db.collection(into).createIndex({ 'x.k': 1 }, { unique: true })
    await write(from, pipeline)
    expect(await all(into)).toEqual([{ _id: 7, x: { k: 'a' }, n: 1 }])
    await expect(write(from, [{ $merge: { into, on: 'x.k' } }])).rejects.toMatchObject({ code: 66 })
  })

  test('into another database, into a collection that is not there, into its own', async () => {
    const [from] = await collections([{ _id: 1, a: 1 }], [])
    await write(from, [{ $merge: { into: { db: 'elsewhere', coll: 'fresh' } } }])
    expect(await all('fresh', 'elsewhere')).toEqual([{ _id: 1, a: 1 }])
    await write(from, [{ $project: { b: { $add: ['$a', 1] } } }, { $merge: from }])
    expect(await all(from)).toEqual([{ _id: 1, a: 1, b: 2 }])
  })

  test.each<[string, unknown, number]>([
    ['fields that are missing', { into: 'x', on: 'missing' }, 51183],
    ['no field', { into: 'x', on: [] }, 51187],
    ['a field that is no text', { into: 'x', on: [1] }, 51134],
    ['fields that are no list', { into: 'x', on: 1 }, 51186],
    ['a field twice', { into: 'x', on: ['a', 'a'] }, 31465],
    ['modes that do not go together', { into: 'x', whenMatched: 'fail', whenNotMatched: 'discard' }, 51181],
    ['an unknown mode', { into: 'x', whenMatched: 'update' }, 2],
    ['let without a pipeline', { into: 'x', let: { a: 1 } }, 51199],
    ['another meaning of new', { into: 'x', let: { new: 1 }, whenMatched: [] }, 51273],
    ['an unknown option', { into: 'x', where: 1 }, 40415],
    ['no target', {}, 40414],
    ['a target of the system', { into: 'system.views' }, 31319],
    ['a database of the server', { into: { db: 'admin', coll: 'x' } }, 31320],
    ['a stage that no update has', { into: 'x', whenMatched: [{ $group: { _id: 1 } }] }, 72],
    ['a number', 5, 14],
  ])('is refused with %s', async (_, operand, code) => {
    const [from] = await collections([{ _id: 1 }], [])
    await expect(write(from, [{ $merge: operand }])).rejects.toMatchObject({ code })
  })

  test.each<[string, Document, number]>([
    ['missing', { _id: 1 }, 51132],
    ['null', { _id: 1, k: null }, 51132],
    ['an array', { _id: 1, k: [1] }, 51185],
  ])('a field to merge on may not be %s', async (_, document, code) => {
    const [from, into] = await collections([document], [])
    await mongo.db.collection(into).createIndex({ k: 1 }, { unique: true })
    await expect(write(from, [{ $merge: { into, on: 'k' } }])).rejects.toMatchObject({ code })
  })
})

describe('$out', () => {
  test('replaces the collection and keeps its indexes', async () => {
    const [from, into] = await collections([{ _id: 1, a: 5 }], [{ _id: 8, a: 1 }])
    await mongo.db.collection(into).createIndex({ a: -1 }, { unique: true, name: 'own' })
    expect(await write(from, [{ $out: into }])).toEqual([])
    expect(await all(into)).toEqual([{ _id: 1, a: 5 }])
    expect((await mongo.db.collection(into).indexes()).map(({ name }) => name)).toEqual(['_id_', 'own'])
    expect((await mongo.db.command({ validate: into }))['valid']).toBe(true)
  })

  test('leaves all as it was where a document is refused', async () => {
    const [from, into] = await collections(
      [
        { _id: 1, a: 5 },
        { _id: 2, a: 5 },
      ],
      [{ _id: 8, a: 1 }],
    )
    await mongo.db.collection(into).createIndex({ a: 1 }, { unique: true })
    await expect(write(from, [{ $out: into }])).rejects.toMatchObject({ code: 11000 })
    expect(await all(into)).toEqual([{ _id: 8, a: 1 }])
    const names = (await mongo.db.listCollections().toArray()).map(({ name }) => name)
    expect(names.filter((name) => name.startsWith('tmp.'))).toEqual([])
  })

  test('over itself, and what it wrote is there after a restart', async () => {
    const [from] = await collections(
      [
        { _id: 1, n: 2 },
        { _id: 2, n: 3 },
      ],
      [],
    )
    await write(from, [{ $match: { n: 3 } }, { $set: { n: 4 } }, { $out: { db: 'test', coll: from } }])
    await mongo.restart()
    expect(await all(from)).toEqual([{ _id: 2, n: 4 }])
  })

  test('of nothing leaves an empty collection', async () => {
    const [from, into] = await collections([{ _id: 1 }], [{ _id: 1 }])
    await write(from, [{ $match: { _id: 5 } }, { $out: into }])
    expect(await all(into)).toEqual([])
  })

  test.each<[string, Document[], number]>([
    ['before another stage', [{ $out: 'x' }, { $limit: 1 }], 40601],
    ['a merge before another stage', [{ $merge: 'x' }, { $limit: 1 }], 40601],
    ['within a facet', [{ $facet: { a: [{ $out: 'x' }] } }], 40600],
    ['within a lookup', [{ $lookup: { from: 'x', as: 'y', pipeline: [{ $out: 'x' }] } }], 51047],
    ['within a union', [{ $unionWith: { coll: 'x', pipeline: [{ $merge: 'x' }] } }], 31441],
    ['a number', [{ $out: 1 }], 16990],
    ['a collection of the system', [{ $out: 'system.x' }], 17385],
  ])('is refused: %s', async (_, pipeline, code) => {
    await expect(write('any', pipeline)).rejects.toMatchObject({ code })
  })
})
