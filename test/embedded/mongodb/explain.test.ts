import type { Collection, Document } from 'mongodb'
import { run, type Running } from './running.ts'

let mongo: Running
let one: Collection<Document>

beforeAll(async () => {
  mongo = await run()
  one = mongo.db.collection('needs')
  await one.createIndexes([
    { key: { country: 1, at: -1 } },
    { key: { at: 1 } },
    { key: { title: 1 } },
    { key: { tags: 1 } },
    { key: { rare: 1 }, sparse: true },
    { key: { code: 1 }, partialFilterExpression: { open: true } },
    { key: { 'parts.kind': 1, 'parts.size': 1 } },
    { key: { email: 1 }, unique: true, sparse: true },
    { key: { secret: 1 }, hidden: true },
    { key: { late: 1 }, partialFilterExpression: { late: { $gt: 50 } } },
  ])
  const documents = Array.from({ length: 100 }, (_, at) => ({
    _id: at,
    country: ['KEN', 'PER', 'TUR', 'NPL'][at % 4],
    at,
    title: `title ${at}`,
    tags: ['a', `t${at % 10}`],
    parts: [
      { kind: at % 5, size: at },
      { kind: 9, size: -at },
    ],
    ...(at % 10 === 0 && { rare: at, email: `${at}@x` }),
    code: at,
    open: at % 2 === 0,
    secret: at,
    late: at,
  }))
  await one.insertMany(documents as never[])
})

afterAll(() => mongo.stop())

/** The stages from the top down, with an index's name and direction. */
function stagesIn(stage: Document | undefined): string {
  if (!stage) return ''
  const own = [stage['stage'], stage['indexName'], stage['direction']].filter(Boolean).join(' ')
  if (stage['inputStages'])
    return `${own} (${(stage['inputStages'] as Document[]).map(stagesIn).join(' | ')})`
  return stage['inputStage'] ? `${own} < ${stagesIn(stage['inputStage'])}` : own
}

const scan = 'COLLSCAN forward'
const fetch = (index: string, direction = 'forward') => `FETCH < IXSCAN ${index} ${direction}`

describe('the plan of a find', () => {
  test.each<[string, Document, Document, string]>([
    [
      'an $or by an index for each branch',
      { $or: [{ at: 1 }, { title: 'title 2' }] },
      {},
      'FETCH < OR (IXSCAN at_1 forward | IXSCAN title_1 forward)',
    ],
    [
      'an $or within a query',
      { open: true, $or: [{ at: { $lt: 3 } }, { rare: 10 }] },
      {},
      'FETCH < OR (IXSCAN at_1 forward | IXSCAN rare_1 forward)',
    ],
    ['an $or with a branch that no index narrows', { $or: [{ at: 1 }, { other: 2 }] }, {}, scan],
    ['a better index beside an $or', { _id: 4, $or: [{ at: 1 }, { title: 'x' }] }, {}, fetch('_id_')],
    ['a beginning', { title: /^title 1/ }, {}, fetch('title_1')],
    ['a beginning whatever the case', { title: /^title 1/i }, {}, scan],
    ['one of several beginnings', { title: { $in: [/^title 1/, 'x'] } }, {}, fetch('title_1')],
    ['a pattern with another branch', { title: /^title|x/ }, {}, scan],
    ['an array as a whole', { tags: ['a', 't1'] }, {}, fetch('tags_1')],
    ['an element', { tags: { $elemMatch: { $gt: 't5', $lt: 't7' } } }, {}, fetch('tags_1')],
    [
      'a field of an element',
      { parts: { $elemMatch: { kind: 3, size: { $gt: 50 } } } },
      {},
      fetch('parts.kind_1_parts.size_1'),
    ],
    ['null among values', { at: { $in: [null, 1] } }, {}, fetch('at_1')],
    ['that a field is there, in a sparse index', { rare: { $exists: true } }, {}, fetch('rare_1')],
    ['no sparse index for null', { rare: null }, {}, scan],
    ['a partial index where its filter is asked for', { code: 4, open: true }, {}, fetch('code_1')],
    ['not where it is not', { code: 4 }, {}, scan],
    ['a partial index whose range holds that of the query', { late: { $gte: 60 } }, {}, fetch('late_1')],
    ['not one whose range does not', { late: { $gte: 50 } }, {}, scan],
    ['no hidden index', { secret: 4 }, {}, scan],
    [
      'an order behind an equality',
      { country: 'KEN' },
      { sort: { at: 1 } },
      fetch('country_1_at_-1', 'backward'),
    ],
    ['no mixed order that the index has not', {}, { sort: { country: 1, at: 1 } }, `SORT < ${scan}`],
    [
      'the mixed order that it has',
      {},
      { sort: { country: -1, at: 1 } },
      fetch('country_1_at_-1', 'backward'),
    ],
    [
      'a limit',
      { at: { $gt: 5 } },
      { sort: { at: 1 }, limit: 2, skip: 1 },
      `LIMIT < SKIP < ${fetch('at_1')}`,
    ],
    ['a sort with a limit', { at: { $gt: 5 } }, { sort: { open: 1 }, limit: 2 }, `SORT < ${fetch('at_1')}`],
    ['the id', { _id: 3 }, {}, 'IDHACK _id_'],
    ['a hint by name', { at: 3 }, { hint: 'title_1' }, fetch('title_1')],
    ['a hint by key', { at: 3 }, { hint: { country: 1, at: -1 } }, fetch('country_1_at_-1')],
    ['a hint against all indexes', { at: 3 }, { hint: { $natural: -1 } }, 'COLLSCAN backward'],
    ['the natural order backwards', {}, { sort: { $natural: -1 } }, 'COLLSCAN backward'],
  ])('uses for %s', async (_, filter, options, expected) => {
    const { queryPlanner } = await one.find(filter, options).explain('queryPlanner')
    expect(stagesIn(queryPlanner.winningPlan)).toBe(expected)
    const order = options['sort'] ? {} : { sort: { _id: 1 as const } }
    const plain = await one.find(filter, { ...options, hint: { $natural: 1 }, ...order }).toArray()
    const { hint: __, ...others } = options
    const ids = (found: Document[]) => found.map(({ _id }) => _id as number)
    if (!options['hint'] && !('$natural' in (options['sort'] ?? {})))
      expect(ids(await one.find(filter, { ...others, ...order }).toArray())).toEqual(ids(plain))
  })

  test('tells the bounds as MongoDB prints them', async () => {
    const boundsOf = async (filter: Document, options: Document = {}) => {
      const { queryPlanner } = await one.find(filter, options).explain()
      return queryPlanner.winningPlan.inputStage.indexBounds
    }
    expect(await boundsOf({ at: { $gte: 3, $lt: 7 } })).toEqual({ at: ['[3, 7)'] })
    expect(await boundsOf({ at: { $gt: 3 } }, { sort: { at: -1 } })).toEqual({ at: ['[inf, 3)'] })
    expect(await boundsOf({ at: { $in: [5, 3, 3] } })).toEqual({ at: ['[3, 3]', '[5, 5]'] })
    expect(await boundsOf({ country: 'KEN' })).toEqual({
      country: ['["KEN", "KEN"]'],
      at: ['[MaxKey, MinKey]'],
    })
    expect(await boundsOf({ title: { $lte: 'b' } })).toEqual({ title: ['["", "b"]'] })
    expect(await boundsOf({ title: /^b/ })).toBeUndefined()
  })

  test('tells true figures', async () => {
    const statistics = async (filter: Document, options: Document = {}) =>
      (await one.find(filter, options).explain('executionStats'))['executionStats'] as Document
    expect(await statistics({ at: { $gte: 90 }, open: true })).toMatchObject({
      executionSuccess: true,
      nReturned: 5,
      totalKeysExamined: 10,
      totalDocsExamined: 10,
      executionTimeMillis: expect.any(Number),
      executionStages: {
        stage: 'FETCH',
        docsExamined: 10,
        inputStage: { stage: 'IXSCAN', keysExamined: 10 },
      },
    })
    expect(await statistics({ open: { $ne: false } })).toMatchObject({
      nReturned: 50,
      totalKeysExamined: 0,
      totalDocsExamined: 100,
    })
    expect(await statistics({}, { sort: { at: -1 }, limit: 3 })).toMatchObject({
      nReturned: 3,
      totalDocsExamined: 3,
    })
    expect(await statistics({ open: true, at: { $ne: 2 } }, { sort: { title: -1, open: 1 } })).toMatchObject({
      nReturned: 49,
    })
    expect(await statistics({ _id: -1 })).toMatchObject({ nReturned: 0, totalDocsExamined: 0 })
  })
})

describe('the plan of', () => {
  const explained = (command: Document, verbosity = 'executionStats') =>
    mongo.db.command({ explain: command, verbosity })

  test('a count: the number alone, the keys alone, or the documents', async () => {
    const planOf = async (query: Document) => {
      const { queryPlanner, executionStats } = await explained({ count: 'needs', query })
      const { winningPlan } = queryPlanner
      return [
        stagesIn(winningPlan),
        executionStats.totalKeysExamined,
        executionStats.totalDocsExamined,
        executionStats.executionStages.nCounted,
      ]
    }
    expect(await planOf({})).toEqual(['RECORD_STORE_FAST_COUNT', 0, 0, 100])
    expect(await planOf({ at: { $in: [1, 2, 200] } })).toEqual(['COUNT < COUNT_SCAN at_1 forward', 2, 0, 2])
    expect(await planOf({ tags: 'a' })).toEqual(['COUNT < COUNT_SCAN tags_1 forward', 100, 0, 100])
    expect(await planOf({ tags: { $in: ['a', 't1'] } })).toEqual([
      'COUNT < FETCH < IXSCAN tags_1 forward',
      110,
      100,
      100,
    ])
    expect(await planOf({ at: { $gt: 97 } })).toEqual(['COUNT < FETCH < IXSCAN at_1 forward', 3, 3, 2])
  })

  test('an update, a delete and a findAndModify, which change nothing', async () => {
    const update = { q: { at: 1 }, u: { $set: { at: -1 } } }
    expect(await explained({ update: 'needs', updates: [update] })).toMatchObject({
      queryPlanner: { winningPlan: { stage: 'UPDATE', inputStage: { inputStage: { indexName: 'at_1' } } } },
      executionStats: { nReturned: 0, totalDocsExamined: 1, executionStages: { nMatched: 1 } },
    })
    expect(
      await explained({ delete: 'needs', deletes: [{ q: { at: { $lt: 5 } }, limit: 0 }] }),
    ).toMatchObject({
      queryPlanner: { winningPlan: { stage: 'DELETE' } },
      executionStats: { executionStages: { nWouldDelete: 5 } },
    })
    const modification = { findAndModify: 'needs', query: {}, sort: { at: -1 }, remove: true }
    expect(await explained(modification)).toMatchObject({
      queryPlanner: {
        winningPlan: {
          stage: 'DELETE',
          inputStage: { inputStage: { indexName: 'at_1', direction: 'backward' } },
        },
      },
    })
    expect(await one.countDocuments({ at: { $gte: 0 } })).toBe(100)
  })

  test('an aggregation: its query, and the stages behind it', async () => {
    const pipeline = [{ $match: { country: 'KEN' } }, { $sort: { at: -1 } }]
    const whole = await explained({ aggregate: 'needs', pipeline, cursor: {} }, 'queryPlanner')
    expect(stagesIn(whole['queryPlanner'].winningPlan)).toBe(fetch('country_1_at_-1'))
    expect(whole['executionStats']).toBeUndefined()
    const group = { $group: { _id: '$open', sum: { $sum: '$at' } } }
    const { stages } = await explained({ aggregate: 'needs', pipeline: [...pipeline, group], cursor: {} })
    expect(stages[0].$cursor.executionStats).toMatchObject({ nReturned: 25 })
    expect(stages[1]).toEqual(group)
  })

  test('a collection that is not there: nothing', async () => {
    expect(await explained({ find: 'nowhere' })).toMatchObject({
      queryPlanner: { winningPlan: { stage: 'EOF' } },
    })
  })

  test.each<[Document, string, number]>([
    [{ insert: 'needs', documents: [{}] }, 'queryPlanner', 59],
    [{ find: 'needs' }, 'everything', 2],
    [{ aggregate: 'needs', pipeline: [{ $frob: 1 }], cursor: {} }, 'queryPlanner', 40324],
    [{ find: 'needs', hint: 'nothing' }, 'queryPlanner', 2],
    [{ find: 'needs', hint: { secret: 1 } }, 'queryPlanner', 2],
  ])('%j with %s: refused', async (command, verbosity, code) => {
    await expect(explained(command, verbosity)).rejects.toMatchObject({ code })
  })
})

test('thousands of values are looked up one by one, in the order of the index', async () => {
  const many = Array.from({ length: 5000 }, (_, at) => 5000 - at)
  const cursor = () => one.find({ _id: { $in: many as never[] } }).sort({ _id: -1 })
  expect((await cursor().explain('executionStats'))['executionStats']).toMatchObject({
    nReturned: 99,
    totalDocsExamined: 99,
  })
  expect((await cursor().toArray()).map(({ _id }) => _id as unknown)).toEqual(
    Array.from({ length: 99 }, (_, at) => 99 - at),
  )
})

test('a hint to a sparse index leaves out what the index leaves out', async () => {
  expect(await one.find({}, { hint: 'rare_1' }).toArray()).toHaveLength(10)
  expect(await one.countDocuments({}, { hint: 'rare_1' })).toBe(10)
})
