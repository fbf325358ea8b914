import { Binary, BSONRegExp, BSONSymbol, Decimal128, Double, Long, ObjectId, Timestamp } from 'bson'
import { run, type Running } from '../running.ts'
import { evaluated, refusal, typed } from './asking.ts'

let mongo: Running

beforeAll(async () => {
  mongo = await run()
})

afterAll(() => mongo.stop())

const at = new Date('2026-03-01T05:06:07.008Z')
const id = new ObjectId('65f000000000000000000000')
const given = {
  n: 3,
  text: 'Caf\u00e9 au lait',
  nothing: null,
  list: [{ v: 1 }, { v: 2 }, 5, [{ v: 3 }]],
  at,
  id,
  stamp: new Timestamp({ t: 100, i: 7 }),
  'dotted.name': 1,
}

test.each<[string, unknown, unknown]>([
  ['a path through an array leaves arrays within it', '$list.v', [1, 2]],
  ['a path to nothing gives nothing', '$missing.v', undefined],
  ['$literal', { $literal: '$n' }, '$n'],
  ['$cmp of missing and null', { $cmp: ['$missing', null] }, -1],
  ['$eq of missing and null', { $eq: ['$missing', null] }, false],
  ['$gt across types', { $gt: ['', 1000] }, true],
  [
    '$ne of arrays',
    {
      $ne: [
        [1, 2],
        [1, 2.0],
      ],
    },
    false,
  ],
  ['$and of nothing', { $and: [] }, true],
  ['$or of falsy values', { $or: [0, null, '$missing', new Double(0)] }, false],
  ['$not of a list', { $not: [[false]] }, false],
  ['$cond', { $cond: [{ $gt: ['$n', 2] }, 'more', 'less'] }, 'more'],
  ['$cond by names', { $cond: { if: null, then: 1, else: 2 } }, 2],
  ['$ifNull of several', { $ifNull: ['$missing', '$nothing', '$n', 9] }, 3],
  ['$switch', { $switch: { branches: [{ case: false, then: 1 }], default: '$n' } }, 3],
  ['$let', { $let: { vars: { x: '$n', y: 2 }, in: { $multiply: ['$$x', '$$y'] } } }, 6],
  ['$let does not see its own names', { $let: { vars: { n: 1, m: '$n' }, in: '$$m' } }, 3],
  ['$map', { $map: { input: [1, 2], as: 'one', in: { $add: ['$$one', '$n'] } } }, [4, 5]],
  ['$map of nothing', { $map: { input: '$missing', in: 1 } }, null],
  ['$map of missing values', { $map: { input: [1], in: '$missing' } }, [null]],
  ['$filter', { $filter: { input: [1, 5, 2, 6], cond: { $gt: ['$$this', 4] } } }, [5, 6]],
  ['$filter with a limit', { $filter: { input: [5, 6, 7], as: 'x', cond: true, limit: 2 } }, [5, 6]],
  [
    '$reduce',
    { $reduce: { input: ['a', 'b'], initialValue: '', in: { $concat: ['$$value', '$$this'] } } },
    'ab',
  ],
  [
    'nested names',
    {
      $map: {
        input: [[1, 2], [3]],
        as: 'row',
        in: { $map: { input: '$$row', in: { $add: ['$$this', { $size: '$$row' }] } } },
      },
    },
    [[3, 4], [4]],
  ],
  [
    '$zip',
    {
      $zip: {
        inputs: [
          [1, 2, 3],
          ['a', 'b'],
        ],
      },
    },
    [
      [1, 'a'],
      [2, 'b'],
    ],
  ],
  [
    '$zip of the longest',
    { $zip: { inputs: [[1], ['a', 'b']], useLongestLength: true, defaults: [0, 'z'] } },
    [
      [1, 'a'],
      [0, 'b'],
    ],
  ],
  ['$arrayElemAt', { $arrayElemAt: [[1, 2, 3], -1] }, 3],
  ['$arrayElemAt beyond', { $arrayElemAt: [[1], 5] }, undefined],
  ['$first of an array', { $first: [[4, 5]] }, 4],
  ['$last of an empty array', { $last: [[]] }, undefined],
  ['$concatArrays', { $concatArrays: [[1], [[2]], []] }, [1, [2]]],
  ['$concatArrays with null', { $concatArrays: [[1], '$nothing'] }, null],
  ['$reverseArray', { $reverseArray: [[1, 2]] }, [2, 1]],
  ['$slice', { $slice: [[1, 2, 3], -2] }, [2, 3]],
  ['$slice from a place', { $slice: [[1, 2, 3], -5, 2] }, [1, 2]],
  ['$indexOfArray', { $indexOfArray: [['a', 'b', 'a'], 'a', 1] }, 2],
  ['$indexOfArray without it', { $indexOfArray: [['a'], 'b'] }, -1],
  ['$in', { $in: [2, [1, 2.0]] }, true],
  ['$size', { $size: '$list' }, 4],
  ['$isArray', { $isArray: ['$n'] }, false],
  ['$sortArray', { $sortArray: { input: [3, 'a', 1, null], sortBy: 1 } }, [null, 1, 3, 'a']],
  [
    '$sortArray by a field that is an array: as a whole',
    { $sortArray: { input: [{ a: [2] }, { a: [1, 9] }, { a: [2, 0] }, { a: 5 }], sortBy: { a: -1 } } },
    [{ a: [2, 0] }, { a: [2] }, { a: [1, 9] }, { a: 5 }],
  ],
  [
    '$sortArray by a field',
    { $sortArray: { input: [{ a: 1, b: 2 }, { a: 1, b: 1 }, { a: 0 }], sortBy: { a: -1, b: 1 } } },
    [{ a: 1, b: 1 }, { a: 1, b: 2 }, { a: 0 }],
  ],
  [
    '$objectToArray',
    { $objectToArray: { a: 1, b: '$n' } },
    [
      { k: 'a', v: 1 },
      { k: 'b', v: 3 },
    ],
  ],
  [
    '$arrayToObject of pairs',
    {
      $arrayToObject: [
        [
          ['a', 1],
          ['b', 2],
        ],
      ],
    },
    { a: 1, b: 2 },
  ],
  [
    '$arrayToObject of entries',
    {
      $arrayToObject: {
        $literal: [
          { k: 'a', v: 1 },
          { k: 'a', v: 2 },
        ],
      },
    },
    { a: 2 },
  ],
  ['$mergeObjects', { $mergeObjects: [{ a: 1 }, null, { b: 2, a: 3 }] }, { a: 3, b: 2 }],
  ['$getField', { $getField: 'dotted.name' }, 1],
  ['$getField of a document', { $getField: { field: 'a', input: { a: 5 } } }, 5],
  ['$setField', { $setField: { field: 'a.b', input: { c: 1 }, value: 2 } }, { c: 1, 'a.b': 2 }],
  ['$unsetField', { $unsetField: { field: 'c', input: { c: 1, d: 2 } } }, { d: 2 }],
  ['$setField of null', { $setField: { field: 'a', input: null, value: 2 } }, null],
  [
    '$setUnion',
    {
      $setUnion: [
        [3, 1],
        [1, 2],
      ],
    },
    [1, 2, 3],
  ],
  ['$setIntersection', { $setIntersection: [[1, 2, 2], [2, 3], [2]] }, [2]],
  ['$setDifference', { $setDifference: [[3, 1, 3, 2], [2]] }, [3, 1]],
  [
    '$setEquals',
    {
      $setEquals: [
        [1, 2, 1],
        [2, 1.0],
      ],
    },
    true,
  ],
  ['$setIsSubset', { $setIsSubset: [[1], [2, 1]] }, true],
  ['$allElementsTrue', { $allElementsTrue: [[1, 'a']] }, true],
  ['$anyElementTrue', { $anyElementTrue: [[0, null]] }, false],
  ['$setUnion with null', { $setUnion: [[1], null] }, null],
  ['$concat', { $concat: ['$text', '!'] }, 'Caf\u00e9 au lait!'],
  ['$concat with null', { $concat: ['a', '$nothing'] }, null],
  ['$toLower keeps what is not of ASCII', { $toLower: '\u00c9A' }, '\u00c9a'],
  ['$toUpper of null', { $toUpper: null }, ''],
  ['$strcasecmp', { $strcasecmp: ['a', 'B'] }, -1],
  ['$strLenCP', { $strLenCP: '\u{1f600}\u00e9' }, 2],
  ['$strLenBytes', { $strLenBytes: '$text' }, 13],
  ['$substrCP', { $substrCP: ['$text', 3, 3] }, '\u00e9 a'],
  ['$substrBytes', { $substrBytes: ['$text', 0, 5] }, 'Caf\u00e9'],
  ['$substrBytes to the end', { $substrBytes: ['hello', 2, -1] }, 'llo'],
  ['$indexOfCP', { $indexOfCP: ['$text', 'a', 2] }, 5],
  ['$indexOfBytes', { $indexOfBytes: ['$text', 'au'] }, 6],
  ['$indexOfCP of nothing', { $indexOfCP: ['$missing', 'a'] }, null],
  ['$split', { $split: ['a-b-', '-'] }, ['a', 'b', '']],
  ['$trim', { $trim: { input: ' \u00a0x\n' } }, 'x'],
  ['$ltrim of characters', { $ltrim: { input: 'xyzx', chars: 'yx' } }, 'zx'],
  ['$rtrim of null', { $rtrim: { input: null } }, null],
  ['$replaceOne', { $replaceOne: { input: 'a.a', find: 'a', replacement: { $literal: '$&' } } }, '$&.a'],
  ['$replaceAll', { $replaceAll: { input: 'a.a', find: 'a', replacement: 'b' } }, 'b.b'],
  ['$replaceAll of null', { $replaceAll: { input: 'a', find: null, replacement: 'b' } }, null],
  ['$regexMatch', { $regexMatch: { input: '$text', regex: '^caf', options: 'i' } }, true],
  ['$regexMatch of nothing', { $regexMatch: { input: '$missing', regex: 'a' } }, false],
  [
    '$regexFind',
    { $regexFind: { input: '$text', regex: '(l)(x)?ai' } },
    { match: 'lai', idx: 8, captures: ['l', null] },
  ],
  ['$regexFind that finds nothing', { $regexFind: { input: '$text', regex: new BSONRegExp('z') } }, null],
  [
    '$regexFindAll',
    { $regexFindAll: { input: 'abab', regex: 'b' } },
    [
      { match: 'b', idx: 1, captures: [] },
      { match: 'b', idx: 3, captures: [] },
    ],
  ],
  [
    '$regexFindAll of empty matches',
    { $regexFindAll: { input: 'ab', regex: 'x*' } },
    [
      { match: '', idx: 0, captures: [] },
      { match: '', idx: 1, captures: [] },
    ],
  ],
  ['$type', { $type: '$id' }, 'objectId'],
  ['$type of nothing', { $type: '$missing' }, 'missing'],
  ['$toObjectId', { $toObjectId: '65f000000000000000000000' }, id],
  ['$toDate of an id', { $toDate: '$id' }, new Date(0x65f00000 * 1000)],
  ['$toDate of text', { $toDate: '2026-03-01T05:06:07.008+01:00' }, new Date('2026-03-01T04:06:07.008Z')],
  ['$toString of a date', { $toString: '$at' }, '2026-03-01T05:06:07.008Z'],
  ['$tsSecond', { $tsSecond: '$stamp' }, Long.fromNumber(100)],
  ['$tsIncrement', { $tsIncrement: '$stamp' }, Long.fromNumber(7)],
  ['$binarySize', { $binarySize: new Binary(Buffer.from('abc')) }, 3],
  ['$bsonSize', { $bsonSize: { a: 1 } }, 12],
  ['$bsonSize of null', { $bsonSize: null }, null],
  ['$$REMOVE leaves a field out', { a: '$$REMOVE', b: '$n' }, { b: 3 }],
  ['$$ROOT', '$$ROOT.n', 3],
  ['$year of an id', { $year: '$id' }, 2024],
  ['$month in a zone', { $month: { date: new Date('2026-03-01T01:00:00Z'), timezone: '-02:00' } }, 2],
  ['$dayOfMonth', { $dayOfMonth: '$at' }, 1],
  ['$dayOfWeek', { $dayOfWeek: '$at' }, 1],
  ['$dayOfYear', { $dayOfYear: ['$at'] }, 60],
  ['$hour', { $hour: { date: '$at', timezone: 'Asia/Kolkata' } }, 10],
  ['$minute of null', { $minute: null }, null],
  ['$second', { $second: '$at' }, 7],
  ['$millisecond', { $millisecond: '$at' }, 8],
  ['$week', { $week: '$at' }, 9],
  ['$isoWeek', { $isoWeek: new Date('2027-01-01') }, 53],
  ['$isoWeekYear', { $isoWeekYear: new Date('2027-01-01') }, Long.fromNumber(2026)],
  ['$isoDayOfWeek', { $isoDayOfWeek: '$at' }, 7],
  [
    '$dateToString',
    { $dateToString: { date: '$at', format: '%d.%m.%Y %H:%M:%S.%L %j %u %V %G %%' } },
    '01.03.2026 05:06:07.008 060 7 09 2026 %',
  ],
  [
    '$dateToString in a zone',
    { $dateToString: { date: '$at', timezone: 'America/New_York' } },
    '2026-03-01T00:06:07.008',
  ],
  ['$dateToString of null', { $dateToString: { date: null, onNull: 'none' } }, 'none'],
  [
    '$dateToParts',
    { $dateToParts: { date: '$at' } },
    { year: 2026, month: 3, day: 1, hour: 5, minute: 6, second: 7, millisecond: 8 },
  ],
  [
    '$dateToParts by weeks',
    { $dateToParts: { date: '$at', iso8601: true } },
    { isoWeekYear: 2026, isoWeek: 9, isoDayOfWeek: 7, hour: 5, minute: 6, second: 7, millisecond: 8 },
  ],
  [
    '$dateFromParts',
    { $dateFromParts: { year: 2026, month: 2, day: 31, hour: -1 } },
    new Date('2026-03-02T23:00:00Z'),
  ],
  ['$dateFromParts by weeks', { $dateFromParts: { isoWeekYear: 2026, isoWeek: 1 } }, new Date('2025-12-29')],
  [
    '$dateFromParts in a zone',
    { $dateFromParts: { year: 2026, timezone: 'Europe/Berlin' } },
    new Date('2025-12-31T23:00:00Z'),
  ],
  ['$dateFromParts with null', { $dateFromParts: { year: 2026, month: null } }, null],
  ['$dateFromString', { $dateFromString: { dateString: '2026-03-01' } }, new Date('2026-03-01')],
  [
    '$dateFromString in a zone',
    { $dateFromString: { dateString: '2026-07-01T00:00:00', timezone: 'Europe/Berlin' } },
    new Date('2026-06-30T22:00:00Z'),
  ],
  [
    '$dateFromString by a format',
    { $dateFromString: { dateString: '31/12/2025', format: '%d/%m/%Y' } },
    new Date('2025-12-31'),
  ],
  ['$dateFromString that fails', { $dateFromString: { dateString: 'soon', onError: 'never' } }, 'never'],
  ['$dateFromString of null', { $dateFromString: { dateString: null, onNull: 'none' } }, 'none'],
  [
    '$dateAdd of months',
    { $dateAdd: { startDate: new Date('2026-01-31'), unit: 'month', amount: 1 } },
    new Date('2026-02-28'),
  ],
  [
    '$dateAdd of days keeps the clock',
    {
      $dateAdd: {
        startDate: new Date('2026-03-28T12:00:00Z'),
        unit: 'day',
        amount: 1,
        timezone: 'Europe/Berlin',
      },
    },
    new Date('2026-03-29T11:00:00Z'),
  ],
  [
    '$dateAdd of hours does not',
    {
      $dateAdd: {
        startDate: new Date('2026-03-28T12:00:00Z'),
        unit: 'hour',
        amount: 24,
        timezone: 'Europe/Berlin',
      },
    },
    new Date('2026-03-29T12:00:00Z'),
  ],
  [
    '$dateSubtract',
    { $dateSubtract: { startDate: '$at', unit: 'quarter', amount: 1 } },
    new Date('2025-12-01T05:06:07.008Z'),
  ],
  ['$dateSubtract of null', { $dateSubtract: { startDate: '$at', unit: 'day', amount: null } }, null],
  [
    '$dateDiff of years',
    { $dateDiff: { startDate: new Date('2025-12-31'), endDate: new Date('2026-01-01'), unit: 'year' } },
    Long.fromNumber(1),
  ],
  [
    '$dateDiff of hours',
    {
      $dateDiff: {
        startDate: new Date('2026-01-01T00:59:00Z'),
        endDate: new Date('2026-01-01T01:01:00Z'),
        unit: 'hour',
      },
    },
    Long.fromNumber(1),
  ],
  [
    '$dateDiff back',
    { $dateDiff: { startDate: new Date('2026-03-01'), endDate: new Date('2026-02-27'), unit: 'day' } },
    Long.fromNumber(-2),
  ],
  [
    '$dateDiff of weeks',
    {
      $dateDiff: {
        startDate: new Date('2026-03-01'),
        endDate: new Date('2026-03-02'),
        unit: 'week',
        startOfWeek: 'monday',
      },
    },
    Long.fromNumber(1),
  ],
  ['$dateTrunc', { $dateTrunc: { date: '$at', unit: 'week', startOfWeek: 'Mon' } }, new Date('2026-02-23')],
  [
    '$dateTrunc to bins',
    { $dateTrunc: { date: '$at', unit: 'minute', binSize: 15 } },
    new Date('2026-03-01T05:00:00Z'),
  ],
  [
    '$dateTrunc to bins of weeks',
    { $dateTrunc: { date: '$at', unit: 'week', binSize: 2 } },
    new Date('2026-02-22'),
  ],
  [
    '$dateTrunc of hours in a zone',
    { $dateTrunc: { date: '$at', unit: 'hour', timezone: 'Asia/Kolkata' } },
    new Date('2026-03-01T04:30:00Z'),
  ],
])('%s', async (_, expression, expected) => {
  const wanted = expected === undefined ? undefined : typed(expected)
  expect(await evaluated(mongo.db, expression, given)).toEqual(wanted)
})

test.each<[string, unknown, number]>([
  ['an unknown operator', { $frob: 1 }, 31325],
  ['an unknown operator within', { $add: [{ $frob: 1 }] }, 168],
  ['two operators', [{ $add: [1], $subtract: [1, 1] }], 15983],
  ['an unknown variable', '$$missing', 17276],
  ['an empty path', { $add: ['$'] }, 16872],
  ['a path that ends with a dot', { $add: ['$a.'] }, 40353],
  ['a path with an empty name', { $add: ['$a..b'] }, 15998],
  ['a field with a dot', { $mergeObjects: [{ 'a.b': 1 }] }, 16412],
  ['$cond without else', { $cond: { if: 1, then: 2 } }, 17082],
  ['$cond with more', { $cond: { if: 1, then: 2, else: 3, or: 4 } }, 17083],
  ['$cond of two', { $cond: [1, 2] }, 16020],
  ['$ifNull of one', { $ifNull: ['$n'] }, 1257300],
  ['$switch that fits nothing', { $switch: { branches: [{ case: '$missing', then: 1 }] } }, 40066],
  ['$switch without branches', { $switch: { branches: [] } }, 40068],
  ['$switch without then', { $switch: { branches: [{ case: 1 }] } }, 40065],
  ['$let without in', { $let: { vars: {} } }, 16877],
  ['$let of a capital name', { $let: { vars: { X: 1 }, in: 1 } }, 9],
  ['$map over text', { $map: { input: '$text', in: 1 } }, 16883],
  ['$map without input', { $map: { in: 1 } }, 16880],
  ['$filter over text', { $filter: { input: '$text', cond: 1 } }, 28651],
  ['$reduce over text', { $reduce: { input: '$text', initialValue: 0, in: 1 } }, 40080],
  ['$reduce without a start', { $reduce: { input: [], in: 1 } }, 40078],
  ['$size of text', { $size: '$text' }, 17124],
  ['$size of nothing', { $size: '$missing' }, 17124],
  ['$in without a list', { $in: [1, '$text'] }, 40081],
  ['$arrayElemAt of text', { $arrayElemAt: ['$text', 0] }, 28689],
  ['$arrayElemAt at text', { $arrayElemAt: [[1], 'a'] }, 28690],
  ['$arrayElemAt between', { $arrayElemAt: [[1], 0.5] }, 28691],
  ['$concatArrays of text', { $concatArrays: [[1], '$text'] }, 28664],
  ['$slice of text', { $slice: ['$text', 1] }, 28724],
  ['$slice of nothing wanted', { $slice: [[1], 0, 0] }, 28729],
  ['$indexOfArray of text', { $indexOfArray: ['$text', 1] }, 40090],
  ['$zip of text', { $zip: { inputs: ['$text'] } }, 34468],
  [
    '$zip with too few defaults',
    { $zip: { inputs: [[1], [2]], useLongestLength: true, defaults: [1] } },
    34467,
  ],
  ['$sortArray of text', { $sortArray: { input: '$text', sortBy: 1 } }, 2942504],
  ['$objectToArray of text', { $objectToArray: '$text' }, 40390],
  ['$arrayToObject of numbers', { $arrayToObject: [[1, 2]] }, 40398],
  ['$arrayToObject of a triple', { $arrayToObject: [[['a', 1, 2]]] }, 40397],
  ['$mergeObjects of text', { $mergeObjects: ['$text'] }, 40400],
  ['$getField of a number', { $getField: { field: 5, input: {} } }, 3041704],
  ['$setField of text', { $setField: { field: 'a', input: '$text', value: 1 } }, 4161105],
  ['$setUnion of text', { $setUnion: ['$text'] }, 17043],
  ['$setEquals of one', { $setEquals: [[1]] }, 17045],
  ['$setIsSubset of null', { $setIsSubset: [null, [1]] }, 17046],
  ['$allElementsTrue of text', { $allElementsTrue: ['$text'] }, 17040],
  ['$concat of a number', { $concat: ['a', 1] }, 16702],
  ['$toLower of a list', { $toLower: [['a']] }, 16007],
  ['$strLenCP of null', { $strLenCP: '$nothing' }, 34471],
  ['$strLenBytes of null', { $strLenBytes: '$nothing' }, 34473],
  ['$substrCP from text', { $substrCP: ['$text', 'a', 1] }, 34450],
  ['$substrCP of less', { $substrCP: ['$text', 0, -1] }, 34454],
  ['$substrBytes within a character', { $substrBytes: ['$text', 4, 1] }, 28656],
  ['$substrBytes to within a character', { $substrBytes: ['$text', 0, 4] }, 28657],
  ['$split by nothing', { $split: ['$text', ''] }, 40087],
  ['$split of a number', { $split: ['$n', 'a'] }, 40085],
  ['$trim of a number', { $trim: { input: '$n' } }, 50699],
  ['$trim without input', { $trim: {} }, 50695],
  ['$replaceOne without find', { $replaceOne: { input: 'a', replacement: 'b' } }, 51748],
  ['$replaceAll of a number', { $replaceAll: { input: 1, find: 'a', replacement: 'b' } }, 51746],
  ['$regexFind of a number', { $regexFind: { input: '$n', regex: 'a' } }, 51104],
  ['$regexFind by a number', { $regexFind: { input: '$text', regex: 1 } }, 51105],
  ['$regexFind without regex', { $regexFind: { input: '$text' } }, 31023],
  [
    '$regexMatch with options twice',
    { $regexMatch: { input: 'a', regex: new BSONRegExp('a', 'i'), options: 's' } },
    51107,
  ],
  ['$toObjectId of nonsense', { $toObjectId: 'x' }, 241],
  ['$toDate of nonsense', { $toDate: 'soon' }, 241],
  ['$year of text', { $year: '$text' }, 16006],
  ['$year in no zone', { $year: { date: '$at', timezone: 'Nowhere/Else' } }, 40485],
  ['$year in a number', { $year: { date: '$at', timezone: 5 } }, 40517],
  ['$year with more', { $year: { date: '$at', zone: 'UTC' } }, 40535],
  ['$dateToString by a number', { $dateToString: { date: '$at', format: 5 } }, 18533],
  ['$dateToString by no letter', { $dateToString: { date: '$at', format: '%Q' } }, 18536],
  ['$dateToString without a date', { $dateToString: { format: '%Y' } }, 18628],
  ['$dateFromParts without a year', { $dateFromParts: { month: 1 } }, 40516],
  ['$dateFromParts of both kinds', { $dateFromParts: { year: 2026, isoWeek: 1 } }, 40489],
  ['$dateFromParts of a year too large', { $dateFromParts: { year: 10000 } }, 40523],
  ['$dateFromParts of half a month', { $dateFromParts: { year: 2026, month: 1.5 } }, 40515],
  ['$dateFromString of a number', { $dateFromString: { dateString: 5 } }, 241],
  ['$dateFromString of what is no day', { $dateFromString: { dateString: '2026-02-30' } }, 241],
  ['$dateAdd of no unit', { $dateAdd: { startDate: '$at', unit: 'age', amount: 1 } }, 9],
  ['$dateAdd of half', { $dateAdd: { startDate: '$at', unit: 'day', amount: 0.5 } }, 5166405],
  ['$dateAdd to text', { $dateAdd: { startDate: '$text', unit: 'day', amount: 1 } }, 5166403],
  ['$dateDiff to text', { $dateDiff: { startDate: '$at', endDate: '$text', unit: 'day' } }, 5166307],
  ['$dateTrunc to no bin', { $dateTrunc: { date: '$at', unit: 'day', binSize: 0 } }, 5439018],
  ['$tsSecond of a date', { $tsSecond: '$at' }, 5687301],
  ['$binarySize of a number', { $binarySize: '$n' }, 51276],
  ['$bsonSize of a number', { $bsonSize: '$n' }, 31393],
  ['$rand with an argument', { $rand: 1 }, 3040501],
  ['$concat of a symbol', { $concat: [new BSONSymbol('a')] }, 16702],
  ['$toString of a far date', { $toString: new Date(8.64e15) }, 18537],
  ['$function', { $function: { body: 'function() {}', args: [], lang: 'js' } }, 115],
  ['$$CLUSTER_TIME', '$$CLUSTER_TIME', 51144],
])('%s is refused', async (_, expression, code) => {
  expect(await refusal(mongo.db, expression, given)).toBe(code)
})

const collation = { locale: 'en', strength: 1 }

test.each<[unknown, unknown]>([
  [{ $eq: ['a', 'A'] }, true],
  [{ $cmp: ['\u00e9', 'E'] }, 0],
  [{ $in: ['A', ['b', 'a']] }, true],
  [
    {
      $setUnion: [
        ['a', 'B'],
        ['A', 'b'],
      ],
    },
    ['a', 'B'],
  ],
  [{ $setEquals: [['a'], ['A']] }, true],
  [{ $indexOfArray: [['b', 'A'], 'a'] }, 1],
  [{ $max: ['B', 'a'] }, 'B'],
  [{ $sortArray: { input: ['b', 'A', 'C'], sortBy: 1 } }, ['A', 'b', 'C']],
  [{ $eq: [{ k: ['a'] }, { k: ['A'] }] }, true],
])('by a collation %j', async (expression, expected) => {
  expect(await evaluated(mongo.db, expression, given, { collation })).toEqual(typed(expected))
})

test('chance lies from 0 up to 1, and is another each time', async () => {
  const pipeline = [{ $documents: [{}, {}] }, { $set: { r: { $rand: {} } } }]
  const [a, b] = (await mongo.db.aggregate(pipeline).toArray()) as unknown as { r: number }[]
  expect(a!.r).toBeGreaterThanOrEqual(0)
  expect(a!.r).toBeLessThan(1)
  expect(a!.r).not.toBe(b!.r)
})

test('a decimal that is no number equals itself', async () => {
  const nan = Decimal128.fromString('NaN')
  expect(await evaluated(mongo.db, { $eq: [nan, nan] }, given)).toBe(true)
})
