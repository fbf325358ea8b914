import type { Document } from 'mongodb'
import { run, type Running } from '../running.ts'

let mongo: Running

beforeAll(async () => {
  mongo = await run()
  await mongo.db.collection<Document>('sales').insertMany([
    { _id: 1, item: 'a', n: 2, price: 10.5, tags: ['x', 'y'] },
    { _id: 2, item: 'b', n: 1, price: 20, tags: ['y'] },
    { _id: 3, item: 'a', n: 5, price: 1, tags: [] },
    { _id: 4, item: 'c', n: null },
    { _id: 5, item: 'A', n: 7, price: 2 },
  ] as Document[])
  await mongo.db.collection<Document>('items').insertMany([
    { _id: 'a', name: 'Anvil', parts: [1, 2] },
    { _id: 'b', name: 'Bolt', parts: [[1, 2], 3] },
    { _id: 'n', name: null },
  ] as Document[])
})

afterAll(() => mongo.stop())

const ask = (pipeline: Document[], options: Document = {}, from = 'sales') =>
  mongo.db.collection(from).aggregate(pipeline, options).toArray()

const byId = { $sort: { _id: 1 } }

test.each<[string, Document[], Document[]]>([
  [
    '$bucket',
    [{ $bucket: { groupBy: '$n', boundaries: [0, 2, 6], default: 'other' } }],
    [
      { _id: 0, count: 1 },
      { _id: 2, count: 2 },
      { _id: 'other', count: 2 },
    ],
  ],
  [
    '$bucket with an output',
    [
      { $match: { n: { $lt: 6 } } },
      {
        $bucket: {
          groupBy: '$n',
          boundaries: [0, 2, 6],
          output: { items: { $push: '$item' }, most: { $max: '$n' } },
        },
      },
    ],
    [
      { _id: 0, items: ['b'], most: 1 },
      { _id: 2, items: ['a', 'a'], most: 5 },
    ],
  ],
  [
    '$unionWith',
    [
      { $project: { item: 1 } },
      { $match: { _id: 1 } },
      { $unionWith: 'items' },
      { $group: { _id: '$name' } },
      byId,
    ],
    [{ _id: null }, { _id: 'Anvil' }, { _id: 'Bolt' }],
  ],
  [
    '$unionWith through a pipeline',
    [
      { $match: { _id: 2 } },
      { $project: { _id: 1 } },
      { $unionWith: { coll: 'items', pipeline: [{ $match: { _id: 'a' } }, { $project: { _id: 1 } }] } },
    ],
    [{ _id: 2 }, { _id: 'a' }],
  ],
  [
    '$unionWith stated documents',
    [
      { $match: { _id: 2 } },
      { $project: { _id: 1 } },
      { $unionWith: { pipeline: [{ $documents: [{ x: 1 }] }] } },
    ],
    [{ _id: 2 }, { x: 1 }],
  ],
  [
    '$lookup by a variable',
    [
      { $match: { _id: { $lte: 2 } } },
      { $project: { item: 1 } },
      {
        $lookup: {
          from: 'items',
          let: { i: '$item' },
          pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$i'] } } }, { $project: { _id: 0, name: 1 } }],
          as: 'found',
        },
      },
    ],
    [
      { _id: 1, item: 'a', found: [{ name: 'Anvil' }] },
      { _id: 2, item: 'b', found: [{ name: 'Bolt' }] },
    ],
  ],
  [
    '$lookup by fields and a pipeline',
    [
      { $match: { _id: { $in: [1, 4] } } },
      { $project: { item: 1, n: 1 } },
      {
        $lookup: {
          from: 'items',
          localField: 'item',
          foreignField: '_id',
          let: { n: '$n' },
          pipeline: [{ $project: { _id: 0, both: { $concat: ['$name', { $toString: '$$n' }] } } }],
          as: 'found.here',
        },
      },
    ],
    [
      { _id: 1, item: 'a', n: 2, found: { here: [{ both: 'Anvil2' }] } },
      { _id: 4, item: 'c', n: null, found: { here: [] } },
    ],
  ],
  [
    '$lookup through a pipeline that needs nothing of the document',
    [
      { $limit: 2 },
      { $project: { _id: 1 } },
      { $lookup: { from: 'items', pipeline: [{ $count: 'n' }], as: 'all' } },
    ],
    [
      { _id: 1, all: [{ n: 3 }] },
      { _id: 2, all: [{ n: 3 }] },
    ],
  ],
  [
    '$lookup of null finds null and nothing',
    [
      { $match: { _id: 4 } },
      { $lookup: { from: 'items', localField: 'n', foreignField: 'name', as: 'f' } },
      { $project: { f: 1 } },
    ],
    [{ _id: 4, f: [{ _id: 'n', name: null }] }],
  ],
  [
    '$lookup of an empty array finds what has nothing',
    [
      { $match: { _id: 3 } },
      { $lookup: { from: 'items', localField: 'tags', foreignField: 'parts', as: 'f' } },
      { $project: { 'f._id': 1 } },
    ],
    [{ _id: 3, f: [{ _id: 'n' }] }],
  ],
  [
    'a nested variable',
    [
      { $match: { _id: 2 } },
      { $project: { item: 1 } },
      {
        $lookup: {
          from: 'items',
          as: 'f',
          let: { i: '$item' },
          pipeline: [
            { $limit: 1 },
            {
              $lookup: {
                from: 'items',
                as: 'g',
                pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$i'] } } }],
              },
            },
            { $project: { _id: 0, 'g.name': 1 } },
          ],
        },
      },
    ],
    [{ _id: 2, item: 'b', f: [{ g: [{ name: 'Bolt' }] }] }],
  ],
  [
    '$replaceWith',
    [{ $match: { _id: 1 } }, { $replaceWith: { $mergeObjects: [{ n: 0, m: 1 }, { n: '$n' }] } }],
    [{ n: 2, m: 1 }],
  ],
  [
    '$unset within',
    [{ $match: { _id: 1 } }, { $project: { tags: 1, item: 1 } }, { $unset: ['item', 'tags.x'] }],
    [{ _id: 1, tags: ['x', 'y'] }],
  ],
  [
    '$group with all its accumulators',
    [
      { $match: { _id: { $lte: 3 } } },
      {
        $group: {
          _id: null,
          push: { $push: '$n' },
          first: { $first: '$n' },
          last: { $last: '$missing' },
          top: { $top: { sortBy: { n: 1 }, output: '$_id' } },
          topN: { $topN: { n: 2, sortBy: { n: -1 }, output: ['$_id', '$n'] } },
          bottom: { $bottom: { sortBy: { n: 1 }, output: '$_id' } },
          bottomN: { $bottomN: { n: 2, sortBy: { n: 1 }, output: '$_id' } },
          firstN: { $firstN: { n: 2, input: '$missing' } },
          lastN: { $lastN: { n: 2, input: '$_id' } },
          maxN: { $maxN: { n: 2, input: '$price' } },
          minN: { $minN: { n: 1, input: '$price' } },
          merged: { $mergeObjects: { a: '$n' } },
          deviation: { $stdDevPop: { $cond: [{ $eq: ['$_id', 3] }, null, '$n'] } },
          sample: { $stdDevSamp: '$missing' },
          count: { $count: {} },
        },
      },
    ],
    [
      {
        _id: null,
        push: [2, 1, 5],
        first: 2,
        last: null,
        top: 2,
        topN: [
          [3, 5],
          [1, 2],
        ],
        bottom: 3,
        bottomN: [1, 3],
        firstN: [null, null],
        lastN: [2, 3],
        maxN: [20, 10.5],
        minN: [1],
        merged: { a: 5 },
        deviation: 0.5,
        sample: null,
        count: 3,
      },
    ],
  ],
  [
    'how many a group keeps may depend on its id',
    [
      { $match: { item: { $in: ['a', 'b'] } } },
      {
        $group: {
          _id: { item: '$item' },
          ns: { $firstN: { input: '$n', n: { $cond: [{ $eq: ['$item', 'a'] }, 1, 5] } } },
        },
      },
      byId,
    ],
    [
      { _id: { item: 'a' }, ns: [2] },
      { _id: { item: 'b' }, ns: [1] },
    ],
  ],
  [
    'a missing id is null',
    [{ $group: { _id: '$price', n: { $sum: 1 } } }, { $match: { _id: null } }],
    [{ _id: null, n: 1 }],
  ],
  [
    '$sort and $limit after a stage',
    [
      { $unwind: '$tags' },
      { $sort: { tags: -1, _id: 1 } },
      { $skip: 1 },
      { $limit: 1 },
      { $project: { tags: 1 } },
    ],
    [{ _id: 2, tags: 'y' }],
  ],
  [
    '$match after $match',
    [
      { $match: { n: { $gt: 1 } } },
      { $match: { $expr: { $lt: ['$n', '$price'] } } },
      { $project: { _id: 1 } },
    ],
    [{ _id: 1 }],
  ],
  [
    '$addFields through an array',
    [{ $match: { _id: 1 } }, { $project: { tags: 1 } }, { $addFields: { 'tags.t': 1 } }],
    [{ _id: 1, tags: [{ t: 1 }, { t: 1 }] }],
  ],
  ['a pipeline of nothing', [{ $match: { _id: { $lt: 2 } } }, { $project: { n: 1 } }], [{ _id: 1, n: 2 }]],
])('%s', async (_, pipeline, expected) => {
  expect(await ask(pipeline)).toEqual(expected)
})

test.each<[string, Document[], Document[]]>([
  [
    '$group',
    [{ $match: { n: { $gt: 1 } } }, { $group: { _id: '$item', n: { $sum: '$n' } } }],
    [{ _id: 'a', n: 14 }],
  ],
  [
    '$addToSet',
    [{ $group: { _id: null, all: { $addToSet: '$item' } } }],
    [{ _id: null, all: ['a', 'b', 'c'] }],
  ],
  ['$sortByCount', [{ $sortByCount: '$item' }, { $limit: 1 }], [{ _id: 'a', count: 3 }]],
  [
    '$lookup',
    [
      { $match: { _id: 5 } },
      { $lookup: { from: 'items', localField: 'item', foreignField: '_id', as: 'f' } },
      { $project: { 'f.name': 1 } },
    ],
    [{ _id: 5, f: [{ name: 'Anvil' }] }],
  ],
  ['$expr', [{ $match: { $expr: { $eq: ['$item', 'B'] } } }, { $project: { n: 1 } }], [{ _id: 2, n: 1 }]],
  [
    '$bucket',
    [{ $bucket: { groupBy: '$item', boundaries: ['A', 'B', 'D'] } }],
    [
      { _id: 'A', count: 3 },
      { _id: 'B', count: 2 },
    ],
  ],
])('%s follows a collation', async (_, pipeline, expected) => {
  expect(await ask(pipeline, { collation: { locale: 'en', strength: 2 } })).toEqual(expected)
})

test('variables of the command, and one moment for all of it', async () => {
  const pipeline = [
    { $match: { $expr: { $eq: ['$n', '$$wanted'] } } },
    { $set: { a: '$$NOW' } },
    { $project: { m: '$$more', same: { $eq: ['$a', '$$NOW'] } } },
  ]
  expect(await ask(pipeline, { let: { wanted: 5, more: { $add: ['$$wanted', 1] } } })).toEqual([
    { _id: 3, m: 6, same: true },
  ])
})

test('$sample gives each document once, in no order, and no more than there are', async () => {
  const ids = async (size: number) => (await ask([{ $sample: { size } }])).map(({ _id }) => Number(_id))
  expect((await ids(10)).sort()).toEqual([1, 2, 3, 4, 5])
  const three = await ids(3)
  expect(new Set(three).size).toBe(3)
})

test('$documents stand alone, and a database has no other pipeline', async () => {
  const { db } = mongo
  expect(await db.aggregate([{ $documents: [{ a: 1 }, { a: 2 }] }, { $match: { a: 2 } }]).toArray()).toEqual([
    { a: 2 },
  ])
  await expect(db.aggregate([{ $match: {} }]).toArray()).rejects.toMatchObject({ code: 73 })
  await expect(ask([{ $documents: [] }])).rejects.toMatchObject({ code: 73 })
})

test('a cursor may begin with nothing', async () => {
  const reply = await mongo.db.command({ aggregate: 'sales', pipeline: [], cursor: { batchSize: 0 } })
  expect(reply['cursor'].firstBatch).toEqual([])
  expect(reply['cursor'].id).not.toEqual(0)
})

test('an explained pipeline names its plan and writes nothing', async () => {
  const plan = await mongo.db
    .collection('sales')
    .aggregate([{ $match: { _id: 1 } }, { $out: 'never' }])
    .explain()
  expect(JSON.stringify(plan)).toContain('IDHACK')
  const asked = { aggregate: 'sales', pipeline: [{ $match: { _id: 1 } }], explain: true }
  expect(JSON.stringify(await mongo.db.command(asked))).toContain('IDHACK')
  expect(await mongo.db.listCollections({ name: 'never' }).toArray()).toEqual([])
})

test.each<[string, Document[], number]>([
  ['an unknown stage', [{ $frob: 1 }], 40324],
  ['a stage of two', [{ $match: {}, $limit: 1 }], 40323],
  ['a stage that is not there', [{ $graphLookup: {} }], 115],
  ['a match of text', [{ $match: 'a' }], 15959],
  ['a limit of nothing', [{ $limit: 0 }], 15958],
  ['a limit below nothing', [{ $limit: -1 }], 2107201],
  ['a limit of text', [{ $limit: 'a' }], 2107201],
  ['a skip below nothing', [{ $skip: -1 }], 5107200],
  ['a sort of nothing', [{ $sort: {} }], 15976],
  ['a sort of text', [{ $sort: 'a' }], 15973],
  ['a count of nothing', [{ $count: '' }], 40157],
  ['a count under a path', [{ $count: 'a.b' }], 40160],
  ['a count under an operator', [{ $count: '$a' }], 40158],
  ['a group without an id', [{ $group: { n: { $sum: 1 } } }], 15955],
  ['a group of text', [{ $group: 'a' }], 15947],
  ['an unknown accumulator', [{ $group: { _id: 1, a: { $frob: 1 } } }], 15952],
  ['an accumulator without a name', [{ $group: { _id: 1, a: 1 } }], 40234],
  ['two accumulators', [{ $group: { _id: 1, a: { $sum: 1, $avg: 1 } } }], 40238],
  ['an accumulator of a list', [{ $group: { _id: 1, a: { $sum: [1, 2] } } }], 40237],
  ['a group under a path', [{ $group: { _id: 1, 'a.b': { $sum: 1 } } }], 40235],
  ['a count with an argument', [{ $group: { _id: 1, a: { $count: 1 } } }], 14],
  ['topN without n', [{ $group: { _id: 1, a: { $topN: { sortBy: { a: 1 }, output: 1 } } } }], 5788003],
  ['top with n', [{ $group: { _id: 1, a: { $top: { n: 1, sortBy: { a: 1 }, output: 1 } } } }], 5788002],
  ['firstN without input', [{ $group: { _id: 1, a: { $firstN: { n: 1 } } } }], 5787907],
  ['merging what is no object', [{ $group: { _id: 1, a: { $mergeObjects: '$item' } } }], 40400],
  ['unwinding no path', [{ $unwind: 'tags' }], 28818],
  ['unwinding a number', [{ $unwind: 5 }], 15981],
  ['unwinding with more', [{ $unwind: { path: '$a', frob: 1 } }], 28811],
  ['keeping by a number', [{ $unwind: { path: '$a', preserveNullAndEmptyArrays: 1 } }], 28809],
  ['a root that is no object', [{ $replaceRoot: { newRoot: '$n' } }], 40228],
  ['no root', [{ $replaceRoot: {} }], 40231],
  ['adding nothing', [{ $addFields: {} }], 51272],
  ['adding text', [{ $addFields: 'a' }], 40272],
  ['adding a field and one within it', [{ $addFields: { a: 1, 'a.b': 2 } }], 31249],
  ['projecting text', [{ $project: 'a' }], 15969],
  ['unsetting a number', [{ $unset: 5 }], 31002],
  ['unsetting nothing', [{ $unset: [] }], 31119],
  ['a facet of nothing', [{ $facet: {} }], 40169],
  ['a facet in a facet', [{ $facet: { a: [{ $facet: { b: [] } }] } }], 40600],
  ['a facet that is no list', [{ $facet: { a: {} } }], 40170],
  ['bounds out of order', [{ $bucket: { groupBy: '$n', boundaries: [2, 1] } }], 40194],
  ['bounds of two types', [{ $bucket: { groupBy: '$n', boundaries: [1, 'a'] } }], 40193],
  ['one bound', [{ $bucket: { groupBy: '$n', boundaries: [1] } }], 40192],
  ['a bound of a field', [{ $bucket: { groupBy: '$n', boundaries: ['$n', 1] } }], 40191],
  ['a default within the bounds', [{ $bucket: { groupBy: '$n', boundaries: [1, 5], default: 2 } }], 40199],
  ['a bucket by a constant', [{ $bucket: { groupBy: 'n', boundaries: [1, 5] } }], 40202],
  ['a value in no bucket', [{ $bucket: { groupBy: '$n', boundaries: [100, 200] } }], 40066],
  ['a bucket without bounds', [{ $bucket: { groupBy: '$n' } }], 40198],
  ['a sample of nothing', [{ $sample: { size: 0 } }], 28747],
  ['a sample of no size', [{ $sample: {} }], 28749],
  ['a lookup to nowhere', [{ $lookup: { from: 'items', localField: 'a', foreignField: 'b' } }], 9],
  ['a lookup by one field', [{ $lookup: { from: 'items', localField: 'a', as: 'f' } }], 9],
  ['a lookup with more', [{ $lookup: { from: 'items', as: 'f', pipeline: [], frob: 1 } }], 9],
  [
    'a lookup with let alone',
    [{ $lookup: { from: 'items', localField: 'a', foreignField: 'b', let: {}, as: 'f' } }],
    9,
  ],
  [
    'an unknown variable in a lookup',
    [{ $lookup: { from: 'items', as: 'f', pipeline: [{ $match: { $expr: '$$x' } }] } }],
    17276,
  ],
  ['a union with a number', [{ $unionWith: 5 }], 9],
  ['counting by a constant', [{ $sortByCount: 'a' }], 40148],
  ['counting by an object', [{ $sortByCount: { a: 1 } }], 40147],
  ['documents in the middle', [{ $limit: 1 }, { $documents: [] }], 40602],
])('%s is refused', async (_, pipeline, code) => {
  await expect(ask(pipeline)).rejects.toMatchObject({ code })
})

test('a let may not see fields, nor have a capital name', async () => {
  await expect(ask([], { let: { X: 1 } })).rejects.toMatchObject({ code: 9 })
  await expect(ask([], { let: { x: '$n' } })).rejects.toMatchObject({ code: 4890500 })
})

test('what depends on no document is calculated before any is read', async () => {
  const pipeline = [
    { $match: { _id: 'nobody' } },
    { $project: { a: { $cond: ['$x', { $divide: [1, 0] }, 0] } } },
  ]
  await expect(ask(pipeline)).rejects.toMatchObject({ code: 2 })
  expect(await ask([{ $match: { _id: 'nobody' } }, { $project: { a: { $divide: ['$n', 0] } } }])).toEqual([])
})

test('a result larger than a document may be is refused', async () => {
  await mongo.db.collection('large').insertOne({ text: 'x'.repeat(9_000_000) })
  const together = [{ $unionWith: 'large' }, { $group: { _id: null, all: { $push: '$text' } } }]
  await expect(ask(together, {}, 'large')).rejects.toMatchObject({ code: 10334 })
})
