import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Filter, Index, Settings } from 'meilisearch'
import { fill, idsOf, refusal, startServer } from './support.ts'
import type { TestServer } from './support.ts'

let server: TestServer
let index: Index

const documents = [
  {
    id: 1,
    name: 'Pump',
    amount: 5,
    tags: ['Water', 'solar'],
    place: { country: 'KEN', tier: 1 },
    note: null,
  },
  { id: 2, name: "O'Neill", amount: 10.5, tags: [], place: { country: 'PER', tier: 2 }, open: true },
  { id: 3, name: 'back\\slash', amount: '5', tags: ['water'], note: '', open: false },
  { id: 4, name: 'école', amount: [1, 20], note: {} },
  { id: 5, name: 'AND', amount: -3, stages: [{ step: 'a' }, { step: 'b' }] },
]

beforeAll(async () => {
  server = await startServer()
  const filterableAttributes = [
    'name',
    'amount',
    'tags',
    'place',
    'note',
    'open',
    'stages',
    '__proto__',
    'a field',
  ]
  index = await fill(server.connect(), 'offers', { filterableAttributes }, documents)
})
afterAll(() => server.close())

async function found(filter: Filter): Promise<unknown[]> {
  return idsOf(await index.search('', { filter }))
}

describe('what a filter selects', () => {
  const cases: [Filter, number[]][] = [
    ['', [1, 2, 3, 4, 5]],
    ['   ', [1, 2, 3, 4, 5]],
    ['name = pump', [1]],
    ['name = PUMP', [1]],
    ['name != pump', [2, 3, 4, 5]],
    ['amount = 5', [1, 3]],
    ['amount = 5.0', [1]],
    ['amount > 5', [2, 4]],
    ['amount >= 5', [1, 2, 3, 4]],
    ['amount < 5', [4, 5]],
    ['amount <= 5', [1, 3, 4, 5]],
    ['amount 1 TO 5', [1, 3, 4]],
    ['amount -10 TO -1', [5]],
    ['amount = 20', [4]],
    ['tags = water', [1, 3]],
    ['tags IN [SOLAR, nothing]', [1]],
    ['tags IN [solar, water,]', [1, 3]],
    ['tags IN []', []],
    ['tags NOT IN [solar]', [2, 3, 4, 5]],
    ['NOT tags IN [solar]', [2, 3, 4, 5]],
    ['tags EXISTS', [1, 2, 3]],
    ['tags NOT EXISTS', [4, 5]],
    ['note EXISTS', [1, 3, 4]],
    ['note IS NULL', [1]],
    ['note IS NOT NULL', [2, 3, 4, 5]],
    ['note IS EMPTY', [3, 4]],
    ['tags IS EMPTY', [2]],
    ['tags IS NOT EMPTY', [1, 3, 4, 5]],
    ['open = true', [2]],
    ['open = false', [3]],
    ['place.country = KEN', [1]],
    ['place.tier >= 1 AND place.tier <= 1', [1]],
    ['place EXISTS', [1, 2]],
    ['stages.step = b', [5]],
    ['name STARTS WITH pu', [1]],
    ['name NOT STARTS WITH pu', [2, 3, 4, 5]],
    ['name = pump OR amount = 10.5 AND open = true', [1, 2]],
    ['(name = pump OR amount = 10.5) AND open = true', [2]],
    ['NOT name = pump AND amount = 5', [3]],
    ['NOT (name = pump AND amount = 5)', [2, 3, 4, 5]],
    ['NOT NOT name = pump', [1]],
    [`name = "O'Neill"`, [2]],
    [`name = 'O\\'Neill'`, [2]],
    ['name = "back\\\\slash"', [3]],
    ['name = "\\u{50}ump"', [1]],
    ['name = "AND"', [5]],
    ['name = école', [4]],
    ['name = ecole', []],
    ['"a field" = 1', []],
    ['__proto__ EXISTS', []],
    ['name=pump', [1]],
    ['amount>5', [2, 4]],
    ['(((name=pump)))', [1]],
    [[], [1, 2, 3, 4, 5]],
    [['name = pump'], [1]],
    [['amount = 5', 'tags = solar'], [1]],
    [
      [['name = pump', 'open = true'], 'amount > 0'],
      [1, 2],
    ],
    [
      ['amount = 5 OR amount = -3', 'name != pump'],
      [3, 5],
    ],
  ]
  test.each(cases)('%j', async (filter, ids) => {
    expect(await found(filter)).toEqual(ids)
  })
})

describe('what is wrong with a filter is said', () => {
  const cases: [Filter, string][] = [
    ['colour = red', 'Attribute `colour` is not filterable. Available filterable attribute patterns are: '],
    ['name', 'Was expecting an operation `=`, `!=`, `>=`, `>`, `<=`, `<`, `IN`, `NOT IN`, `TO`, `EXISTS`, '],
    ['name =', 'Was expecting a value but instead got nothing.'],
    [
      'name = pump amount = 5',
      'Found unexpected characters at the end of the filter: `amount = 5`. You probably forgot an `OR` or an `AND` rule.\n13:23 ',
    ],
    ['name = "pump', 'is missing the following closing delimiter: `"`.'],
    ['(name = pump', 'is missing the following closing delimiter: `)`.'],
    ['name IN pump', 'Expected `[` after `IN` keyword.\n6:13 name IN pump'],
    [
      'name IN [pump, solar',
      'Expected matching `]` after the list of field names given to `IN[`\n21:21 name IN [pump, solar',
    ],
    [
      'name IN [pump, "a" > 2]',
      'Expected only comma-separated field names inside `IN[..]` but instead found `> 2]`.\n20:24 ',
    ],
    [
      'name IN [pump, AND]',
      'Expected only comma-separated field names inside `IN[..]` but instead found `AND]`.\n16:20 ',
    ],
    [
      'name = OR',
      'Was expecting a value but instead got `OR`, which is a reserved keyword. To use `OR` as a field name or a value, surround it by quotes.\n8:10 name = OR',
    ],
    ['EXISTS = 5', 'Was expecting a value but instead got `EXISTS`, which is a reserved keyword.'],
    ['name = & AND amount = 5', 'Was expecting a value but instead got `&`.\n8:9 name = & AND amount = 5'],
    ['name = pump OR', '`_geoBoundingBox` or `_geoPolygon` but instead got nothing.\n15:15 name = pump OR'],
    ['name NOT EXIST', '`_geoPolygon` at `name NOT EXIST`.\n1:15 name NOT EXIST'],
    [
      '_geo = 5',
      "`_geo` is a reserved keyword and thus can't be used as a filter expression. Use the `_geoRadius(latitude, longitude, distance)` or ",
    ],
    ['_geoDistance < 5', '`_geoDistance` is a reserved keyword'],
    ['name = "\\q"', 'Malformed value'],
    ['name = pump and amount = 5', 'Found unexpected characters at the end of the filter: `and amount = 5`.'],
    [`${'('.repeat(151)}name = pump${')'.repeat(151)}`, 'exceeded the maximum depth limit'],
    [[['name = pump', ['amount = 5']]] as unknown as Filter, 'Invalid syntax for the filter parameter'],
    [5 as unknown as Filter, 'Invalid syntax for the filter parameter'],
  ]
  test.each(cases)('%j', async (filter, message) => {
    const error = await refusal(found(filter))
    expect(error).toMatchObject({ status: 400, code: 'invalid_search_filter' })
    expect(error.message).toContain(message)
  })

  test('what needs a feature that is off, or is left out, says so', async () => {
    const error = await refusal(found('open = true AND name CONTAINS um'))
    expect(error).toMatchObject({ status: 400, code: 'feature_not_enabled' })
    expect(error.message).toMatch(
      /^Using `CONTAINS` in a filter requires enabling the `contains filter` .*\n22:30 /,
    )
    const place = await refusal(found('_geoRadius(1, 2, 3)'))
    expect(place.message).toContain('not supported by the embedded search')
  })
})

test('150 levels of brackets and 20,000 values in a list are fine', async () => {
  expect(await found(`${'('.repeat(150)}name = pump${')'.repeat(150)}`)).toEqual([1])
  const many = Array.from({ length: 20_000 }, (_, place) => `v${place}`)
  expect(await found(`tags IN [${many.join(', ')}, solar]`)).toEqual([1])
  expect(await found(Array(3000).fill('NOT').join(' ') + ' name = pump')).toEqual([1])
})

test('an operator that a field does not allow is refused', async () => {
  const features = { facetSearch: false, filter: { equality: true, comparison: false } }
  const filterableAttributes = [{ attributePatterns: ['amount', 'code_*'], features }]
  const strict = await fill(server.connect(), 'strict', { filterableAttributes }, [
    { id: 1, amount: 2, code_a: 'x' },
  ])
  expect(idsOf(await strict.search('', { filter: 'amount = 2 AND code_a = x' }))).toEqual([1])
  const error = await refusal(strict.search('', { filter: 'amount > 1' }))
  expect(error.message)
    .toBe(`Index \`strict\`: Filter operator \`>\` is not allowed for the attribute \`amount\`.
  - Note: allowed operators: OR, AND, NOT, =, !=, IN, IS EMPTY, IS NULL, EXISTS.
  - Note: field \`amount\` matched rule #0 in \`filterableAttributes\`
  - Hint: enable comparison in rule #0 by modifying the features.filter object
  - Hint: prepend another rule matching \`amount\` with appropriate filter features before rule #0`)
})

test('what a rule leaves open is filled in: equality, but no comparison and no search of values', async () => {
  const index = server.connect().index('sparse')
  const filterableAttributes = [{ attributePatterns: ['amount'] }]
  await index.updateSettings({ filterableAttributes } as Settings).waitTask()
  const features = { facetSearch: false, filter: { equality: true, comparison: false } }
  expect(await index.getFilterableAttributes()).toEqual([{ attributePatterns: ['amount'], features }])
})
