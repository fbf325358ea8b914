import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Index } from 'meilisearch'
import { fill, idsOf, refusal, startServer, succeeded } from './support.ts'
import type { TestServer } from './support.ts'

let server: TestServer
let index: Index

const documents = [
  { id: 1, title: 'pump', country: ['KEN', 'PER'], sdgs: [3, 6], type: 'Goods', urgent: true },
  { id: 2, title: 'pump', country: ['ken'], sdgs: [6], type: 'cash', urgent: false },
  { id: 3, title: 'well', country: ['PER'], sdgs: [13], type: 'GOODS' },
  { id: 4, title: 'well', country: [], sdgs: [3], type: 'expertise' },
]

beforeAll(async () => {
  server = await startServer()
  const settings = {
    filterableAttributes: ['country', 'sdgs', 'type', 'urgent', 'constructor'],
    sortableAttributes: ['id'],
  }
  index = await fill(server.connect(), 'offers', settings, documents)
})
afterAll(() => server.close())

test('facets count all that match, under the spelling seen first', async () => {
  const { facetDistribution, facetStats, hits } = await index.search('', {
    limit: 1,
    facets: ['country', 'sdgs', 'type', 'urgent'],
  })
  expect(hits).toHaveLength(1)
  expect(facetDistribution).toEqual({
    country: { KEN: 2, PER: 2 },
    sdgs: { 3: 2, 6: 2, 13: 1 },
    type: { cash: 1, expertise: 1, Goods: 2 },
    urgent: { false: 1, true: 1 },
  })
  expect(facetStats).toEqual({ sdgs: { min: 3, max: 13 } })
})

test('facets count within query and filter', async () => {
  const answer = await index.search('pump', { filter: 'country = KEN', facets: ['type'] })
  expect(answer.facetDistribution).toEqual({ type: { cash: 1, Goods: 1 } })
})

test('a star asks for all facets, and a facet without values is empty', async () => {
  const all = await index.search('', { facets: ['*'] })
  expect(Object.keys(all.facetDistribution!)).toEqual(['country', 'sdgs', 'type', 'urgent'])
  expect((await index.search('', { facets: ['constructor'] })).facetDistribution).toEqual({ constructor: {} })
})

test('facet values come by name or by count, as many as the settings allow', async () => {
  await succeeded(
    index.updateFaceting({ maxValuesPerFacet: 2, sortFacetValuesBy: { type: 'count' } }).waitTask(),
  )
  const { facetDistribution } = await index.search('', { facets: ['type', 'sdgs'] })
  expect(Object.entries(facetDistribution!['type']!)).toEqual([
    ['Goods', 2],
    ['cash', 1],
  ])
  expect(facetDistribution!['sdgs']).toEqual({ 3: 2, 6: 2 })
  await succeeded(index.resetFaceting().waitTask())
})

test('a facet that is not filterable is refused', async () => {
  const error = await refusal(index.search('', { facets: ['title'] }))
  expect(error).toMatchObject({ code: 'invalid_search_facets' })
  expect(error.message).toContain('Attribute `title` is not filterable.')
})

test('values of a facet are searched by their beginning, with a typo, within query and filter', async () => {
  const values = async (facetQuery: string, more = {}) =>
    (await index.searchForFacetValues({ facetName: 'type', facetQuery, ...more })).facetHits
  expect(await values('exp')).toEqual([{ value: 'expertise', count: 1 }])
  expect(await values('expartise')).toEqual([{ value: 'expertise', count: 1 }])
  expect(await values('')).toEqual([
    { value: 'cash', count: 1 },
    { value: 'expertise', count: 1 },
    { value: 'Goods', count: 2 },
  ])
  expect(await values('goo', { q: 'pump', filter: 'urgent = true' })).toEqual([{ value: 'Goods', count: 1 }])
  expect(await refusal(values('x', { facetName: 'title' }))).toMatchObject({
    code: 'invalid_facet_search_facet_name',
  })
})

test('offset and limit give an estimate, page and hitsPerPage the exact total', async () => {
  const byId = { sort: ['id:asc'] }
  const first = await index.search('', { ...byId, offset: 1, limit: 2 })
  expect(first).toMatchObject({ offset: 1, limit: 2, estimatedTotalHits: 4 })
  expect(idsOf(first)).toEqual([2, 3])
  expect(first).not.toHaveProperty('totalHits')
  const second = await index.search('', { ...byId, page: 2, hitsPerPage: 3 })
  expect(second).toMatchObject({ page: 2, hitsPerPage: 3, totalPages: 2, totalHits: 4 })
  expect(idsOf(second)).toEqual([4])
  expect(second).not.toHaveProperty('estimatedTotalHits')
  expect(await index.search('', { page: 0 })).toMatchObject({ hits: [], page: 0, totalHits: 4 })
  expect(await index.search('', { hitsPerPage: 0 })).toMatchObject({ hits: [], totalPages: 0, totalHits: 4 })
})

test('nothing is shown or counted beyond maxTotalHits', async () => {
  await succeeded(index.updatePagination({ maxTotalHits: 3 }).waitTask())
  expect(await index.search('', { limit: 10 })).toMatchObject({ hits: { length: 3 }, estimatedTotalHits: 3 })
  expect(await index.search('', { offset: 3 })).toMatchObject({ hits: [] })
  expect(await index.search('', { page: 2, hitsPerPage: 2 })).toMatchObject({
    hits: { length: 1 },
    totalHits: 3,
    totalPages: 2,
  })
  await succeeded(index.resetPagination().waitTask())
})

test('sorting needs a sortable attribute and the rule', async () => {
  expect(await refusal(index.search('', { sort: ['title:asc'] }))).toMatchObject({
    code: 'invalid_search_sort',
  })
  expect(await refusal(index.search('', { sort: ['id'] }))).toMatchObject({ code: 'invalid_search_sort' })
  const unsorted = await fill(
    server.connect(),
    'unsorted',
    { rankingRules: ['words'], sortableAttributes: ['id'] },
    [{ id: 1 }],
  )
  expect((await refusal(unsorted.search('', { sort: ['id:asc'] }))).message).toContain('rankingRules')
})

test('many and few documents are counted alike', async () => {
  const many = Array.from({ length: 200 }, (_, id) => ({
    id,
    kind: id % 2 === 0 ? 'even' : 'odd',
    tens: [Math.floor(id / 10), -1],
  }))
  const counted = await fill(
    server.connect(),
    'counted',
    { filterableAttributes: ['kind', 'tens', 'id'] },
    many,
  )
  const facetsOf = async (filter: string) =>
    (await counted.search('', { filter, facets: ['kind', 'tens'] })).facetDistribution
  expect(await facetsOf('id < 12')).toEqual({ kind: { even: 6, odd: 6 }, tens: { '-1': 12, 0: 10, 1: 2 } })
  expect(await facetsOf('id >= 100 AND id < 130')).toEqual({
    kind: { even: 15, odd: 15 },
    tens: { '-1': 30, 10: 10, 11: 10, 12: 10 },
  })
})

test('inner fields can be asked for alone', async () => {
  const nested = await fill(server.connect(), 'nested', {}, [
    { id: 1, maker: { name: 'A', city: 'B' }, parts: [{ name: 'C', price: 1 }], note: 'n' },
  ])
  const parameters = { attributesToRetrieve: ['maker.name', 'parts.price'] }
  expect((await nested.search('', parameters)).hits).toEqual([
    { maker: { name: 'A' }, parts: [{ price: 1 }] },
  ])
})

test('a page is full while documents before it are being deleted', async () => {
  const documents = Array.from({ length: 300 }, (_, id) => ({ id, title: 'pump' }))
  const index = await fill(server.connect(), 'shrinking', {}, documents)
  const lengths = new Set<number>()
  for (let id = 0; id < 30; id++) {
    const deleting = index.deleteDocument(id)
    const pages = await Promise.all([1, 2, 3].map(() => index.search('pump', { limit: 5 })))
    for (const { hits } of pages) lengths.add(hits.length)
    await deleting
  }
  expect([...lengths]).toEqual([5])
})
