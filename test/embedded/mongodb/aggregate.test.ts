import { Double, Long } from 'bson'
import type { Document } from 'mongodb'
import { run, type Running } from './running.ts'

let mongo: Running

beforeAll(async () => {
  mongo = await run()
  await mongo.db.collection<Document>('sales').insertMany([
    { _id: 1 as never, item: 'a', n: 2, price: 10.5, tags: ['x', 'y'], at: new Date('2026-01-15T23:30:00Z') },
    { _id: 2 as never, item: 'b', n: 1, price: 20, tags: ['y'], at: new Date('2026-02-01T00:00:00Z') },
    { _id: 3 as never, item: 'a', n: 5, price: 1, tags: [], at: new Date('2026-02-03T12:00:00Z') },
    { _id: 4 as never, item: 'c', n: null, at: new Date('2025-12-29T08:05:09.007Z') },
  ])
  await mongo.db.collection<Document>('items').insertMany([
    { _id: 'a' as never, name: 'Anvil' },
    { _id: 'b' as never, name: 'Bolt' },
  ])
})

afterAll(() => mongo.stop())

const aggregate = (pipeline: Document[], from = 'sales') =>
  mongo.db.collection(from).aggregate(pipeline).toArray()

describe('stages', () => {
  test.each<[string, Document[], Document[]]>([
    [
      '$match, $sort, $limit',
      [{ $match: { item: 'a' } }, { $sort: { n: -1 } }, { $limit: 1 }, { $project: { n: 1 } }],
      [{ _id: 3, n: 5 }],
    ],
    [
      '$skip after $limit',
      [{ $sort: { _id: 1 } }, { $limit: 3 }, { $skip: 2 }, { $project: { _id: 1 } }],
      [{ _id: 3 }],
    ],
    [
      '$group',
      [
        {
          $group: {
            _id: '$item',
            sum: { $sum: '$n' },
            avg: { $avg: '$n' },
            least: { $min: '$n' },
            most: { $max: '$n' },
            first: { $first: '$_id' },
            last: { $last: '$_id' },
            all: { $push: '$price' },
            count: { $sum: 1 },
            many: { $count: {} },
          },
        },
        { $sort: { _id: 1 } },
      ],
      [
        {
          _id: 'a',
          sum: 7,
          avg: 3.5,
          least: 2,
          most: 5,
          first: 1,
          last: 3,
          all: [10.5, 1],
          count: 2,
          many: 2,
        },
        { _id: 'b', sum: 1, avg: 1, least: 1, most: 1, first: 2, last: 2, all: [20], count: 1, many: 1 },
        {
          _id: 'c',
          sum: 0,
          avg: null,
          least: null,
          most: null,
          first: 4,
          last: 4,
          all: [],
          count: 1,
          many: 1,
        },
      ],
    ],
    [
      '$group over all',
      [
        {
          $group: {
            _id: null,
            set: { $addToSet: '$item' },
            total: { $sum: { $multiply: ['$n', '$price'] } },
          },
        },
      ],
      [{ _id: null, set: ['a', 'b', 'c'], total: 46 }],
    ],
    [
      '$unwind',
      [{ $unwind: '$tags' }, { $project: { tags: 1 } }],
      [
        { _id: 1, tags: 'x' },
        { _id: 1, tags: 'y' },
        { _id: 2, tags: 'y' },
      ],
    ],
    [
      '$unwind that keeps',
      [
        { $unwind: { path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'at' } },
        { $project: { tags: 1, at: 1 } },
      ],
      [
        { _id: 1, tags: 'x', at: 0 },
        { _id: 1, tags: 'y', at: 1 },
        { _id: 2, tags: 'y', at: 0 },
        { _id: 3, at: null },
        { _id: 4, at: null },
      ],
    ],
    ['$count', [{ $match: { n: { $gt: 1 } } }, { $count: 'n' }], [{ n: 2 }]],
    ['$count of nothing', [{ $match: { n: 99 } }, { $count: 'n' }], []],
    ['$sortByCount', [{ $sortByCount: '$item' }, { $limit: 1 }], [{ _id: 'a', count: 2 }]],
    [
      '$addFields within',
      [
        { $match: { _id: 2 } },
        { $addFields: { 'a.b': '$n', item: '$$REMOVE' } },
        { $project: { a: 1, item: 1 } },
      ],
      [{ _id: 2, a: { b: 1 } }],
    ],
    [
      '$facet',
      [{ $facet: { few: [{ $limit: 1 }, { $project: { _id: 1 } }], all: [{ $count: 'n' }] } }],
      [{ few: [{ _id: 1 }], all: [{ n: 4 }] }],
    ],
    [
      '$lookup',
      [
        { $lookup: { from: 'items', localField: 'item', foreignField: '_id', as: 'found' } },
        { $project: { found: 1 } },
        { $match: { _id: { $gte: 3 } } },
      ],
      [
        { _id: 3, found: [{ _id: 'a' as never, name: 'Anvil' }] },
        { _id: 4, found: [] },
      ],
    ],
    ['$replaceRoot', [{ $match: { _id: 1 } }, { $replaceRoot: { newRoot: { is: '$item' } } }], [{ is: 'a' }]],
    [
      '$unset',
      [{ $match: { _id: 2 } }, { $unset: ['tags', 'at', 'price'] }],
      [{ _id: 2 as never, item: 'b', n: 1 }],
    ],
    [
      '$project keeps and calculates',
      [{ $match: { _id: 2 } }, { $project: { _id: 0 as never, item: 1, double: { $multiply: ['$n', 2] } } }],
      [{ item: 'b', double: 2 }],
    ],
  ])('%s', async (_, pipeline, expected) => {
    expect(await aggregate(pipeline)).toEqual(expected)
  })
})

const at = new Date('2026-03-01T05:06:07.008Z')

describe('expressions', () => {
  test.each<[Document, unknown]>([
    [{ $add: [1, 2, 3] }, 6],
    [{ $add: [new Date(1000), 500] }, new Date(1500)],
    [{ $subtract: [new Date(1500), new Date(1000)] }, 500],
    [{ $divide: [7, 2] }, 3.5],
    [{ $mod: [-7, 3] }, -1],
    [{ $add: [1, null] }, null],
    [{ $round: [2.5] }, 2],
    [{ $trunc: -2.7 }, -2],
    [{ $abs: -3 }, 3],
    [{ $sum: [0.1, 0.2, 0.3] }, 0.6],
    [{ $avg: [[1, 2, 'x', null]] }, 1.5],
    [{ $max: [1, 5, null] }, 5],
    [{ $cond: [{ $gt: [2, 1] }, 'yes', 'no'] }, 'yes'],
    [{ $cond: { if: 0, then: 1, else: 2 } }, 2],
    [{ $ifNull: ['$missing', null, 'x'] }, 'x'],
    [
      {
        $switch: {
          branches: [
            { case: false, then: 1 },
            { case: true, then: 2 },
          ],
          default: 3,
        },
      },
      2,
    ],
    [{ $and: [1, 'x', {}] }, true],
    [{ $or: [0, null, '$missing'] }, false],
    [{ $not: [[]] }, false],
    [{ $eq: [1, new Double(1)] }, true],
    [{ $cmp: ['$missing', null] }, -1],
    [{ $gt: ['a', 5] }, true],
    [{ $in: ['y', ['x', 'y']] }, true],
    [{ $size: [[1, 2]] }, 2],
    [{ $arrayElemAt: [[1, 2, 3], -1] }, 3],
    [{ $concatArrays: [[1], [2, 3]] }, [1, 2, 3]],
    [{ $slice: [[1, 2, 3, 4], 1, 2] }, [2, 3]],
    [{ $filter: { input: [1, 2, 3], as: 'n', cond: { $gt: ['$$n', 1] } } }, [2, 3]],
    [{ $map: { input: [1, 2], in: { $multiply: ['$$this', 10] } } }, [10, 20]],
    [{ $reduce: { input: ['a', 'b'], initialValue: '', in: { $concat: ['$$value', '$$this'] } } }, 'ab'],
    [{ $let: { vars: { x: 2 }, in: { $add: ['$$x', '$n'] } } }, 5],
    [
      {
        $setUnion: [
          [1, 2],
          [2, 3],
        ],
      },
      [1, 2, 3],
    ],
    [
      {
        $setIntersection: [
          [1, 2, 2],
          [2, 3],
        ],
      },
      [2],
    ],
    [{ $setDifference: [[1, 2], [2]] }, [1]],
    [{ $range: [0, 6, 2] }, [0, 2, 4]],
    [{ $objectToArray: { a: 1 } }, [{ k: 'a', v: 1 }]],
    [{ $arrayToObject: [[['a', 1]]] }, { a: 1 }],
    [{ $mergeObjects: [{ a: 1, b: 1 }, { b: 2 }] }, { a: 1, b: 2 }],
    [{ $concat: ['a', '$text'] }, 'aÄb'],
    [{ $concat: ['a', '$missing'] }, null],
    [{ $toLower: 'ÄBC' }, 'Äbc'],
    [{ $strLenCP: '😀x' }, 2],
    [{ $substrCP: ['héllo', 1, 3] }, 'éll'],
    [{ $split: ['a-b', '-'] }, ['a', 'b']],
    [{ $trim: { input: '  x ' } }, 'x'],
    [{ $ltrim: { input: 'xxy', chars: 'x' } }, 'y'],
    [{ $replaceAll: { input: 'a.b.c', find: '.', replacement: '#' } }, 'a#b#c'],
    [{ $regexMatch: { input: 'Anna', regex: '^a', options: 'i' } }, true],
    [{ $toString: 1.5 }, '1.5'],
    [{ $toString: at }, '2026-03-01T05:06:07.008Z'],
    [{ $toInt: '42' }, 42],
    [{ $toInt: 2.9 }, 2],
    [{ $toLong: new Double(3) }, 3],
    [{ $toDate: '2026-03-01' }, new Date('2026-03-01')],
    [{ $type: Long.fromNumber(1) }, 'long'],
    [{ $type: '$missing' }, 'missing'],
    [{ $literal: '$n' }, '$n'],
    [{ $year: at }, 2026],
    [{ $month: { date: at, timezone: 'America/Lima' } }, 3],
    [{ $hour: { date: at, timezone: '-05:00' } }, 0],
    [{ $dayOfWeek: at }, 1],
    [{ $dayOfYear: at }, 60],
    [{ $isoWeek: new Date('2027-01-01') }, 53],
    [{ $isoWeekYear: new Date('2027-01-01') }, 2026],
    [{ $dateToString: { date: at } }, '2026-03-01T05:06:07.008Z'],
    [
      { $dateToString: { date: at, format: '%Y/%m/%d %H:%M %j %V', timezone: 'Asia/Kolkata' } },
      '2026/03/01 10:36 060 09',
    ],
    [{ $dateToString: { date: null, onNull: 'never' } }, 'never'],
    [{ $dateTrunc: { date: at, unit: 'month' } }, new Date('2026-03-01')],
    [{ $dateTrunc: { date: at, unit: 'week', startOfWeek: 'monday' } }, new Date('2026-02-23')],
    [{ $dateTrunc: { date: at, unit: 'day', timezone: 'America/Lima' } }, new Date('2026-03-01T05:00:00Z')],
    [{ $dateTrunc: { date: at, unit: 'quarter' } }, new Date('2026-01-01')],
    ['$list.v' as never, [1, 2]],
    ['$$ROOT.n' as never, 3],
  ])('%j', async (expression, expected) => {
    const given = { $replaceWith: { n: 3, text: 'Äb', list: [{ v: 1 }, { v: 2 }, 5] } }
    const [result] = await aggregate([{ $limit: 1 }, given, { $project: { result: expression } }])
    expect(result?.['result']).toEqual(expected)
  })
})

test('what is counted needs no document to be read', async () => {
  expect(await mongo.db.collection('sales').countDocuments({})).toBe(4)
  expect(await mongo.db.collection('sales').countDocuments({ tags: 'y' }, { skip: 1 })).toBe(1)
  expect(await mongo.db.collection('sales').countDocuments({}, { limit: 3 })).toBe(3)
})
