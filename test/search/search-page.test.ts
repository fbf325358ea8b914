import { readCursor, writeCursor } from '../../server/search/cursor.ts'
import type { FacetedSearch } from '../../server/search/faceted-search.ts'
import { searchPage } from '../../server/search/search-page.ts'
import { anOffer } from '../matching/postings.ts'
import { indexed, startSearch, type SearchServer } from '../matching/search-server.ts'

let server: SearchServer
const ids = ['o1', 'o2', 'o3', 'o4', 'o5', 'o6']
const titles = ['Water filters', 'Water pumps', 'Solar lamps', 'Water tanks', 'Wheat seeds', 'Water tests']
const countries = [['KEN'], ['KEN', 'UGA'], ['PER'], [], ['KEN'], ['UGA']]

beforeAll(async () => {
  server = await startSearch()
  const documents = ids.map((id, index) => {
    const offer = anOffer({
      id,
      title: titles[index],
      countries: countries[index],
      sdgs: [index % 2 ? 6 : 2],
    })
    return indexed(offer, { createdAt: 1_700_000_000 - index })
  })
  await server.put('offers', documents)
})
afterAll(() => server.stop())

const search = (changes: Partial<FacetedSearch> & { country?: string[]; sdg?: number[] } = {}) => {
  const { country = [], sdg = [], ...rest } = changes
  return {
    ...{ uid: 'offers', q: '', limit: 10, filter: ['state = open'], cameAt: 'createdAt', now: 1_700_000_100 },
    order: { attribute: 'createdAt', direction: 'desc' as const },
    facets: {
      country: { attribute: 'countries', chosen: country, orElse: 'anywhere' },
      sdg: { attribute: 'sdgs', chosen: sdg },
    },
    marked: { whole: ['title'], cut: ['description'] },
    ...rest,
  }
}

async function page(asked: FacetedSearch<'country' | 'sdg'>, gone: string[] = []) {
  const stale: string[] = []
  const found = await searchPage(server.client, asked, {
    read: async (some) => new Map(some.filter((id) => !gone.includes(id)).map((id) => [id, id])),
    stale: (_uid, some) => stale.push(...some),
  })
  return { ...found, ids: found.items.map(({ shown }) => shown), stale }
}

const counts = (values: { value: string; count: number }[]) =>
  Object.fromEntries(values.map(({ value, count }) => [value, count]))

test('any of within a facet, all of across facets; a facet counts without its own choice', async () => {
  const { ids: found, total, facets } = await page(search({ country: ['PER', 'UGA'], sdg: [6] }))
  expect(found).toEqual(['o2', 'o4', 'o6'])
  expect(total).toBe(3)
  expect(counts(facets.country)).toEqual({ KEN: 2, UGA: 3, PER: 1 })
  expect(counts(facets.sdg)).toEqual({ '2': 1, '6': 3 })
  expect(facets.country.filter(({ selected }) => selected).map(({ value }) => value)).toEqual(['UGA', 'PER'])
})

test('a page left short by what may not be shown is filled, and no count has it', async () => {
  const found = await page(search({ limit: 2 }), ['o1', 'o3'])
  expect(found.ids).toEqual(['o2', 'o4'])
  expect(found.stale).toEqual(['o1', 'o3'])
  expect(found.total).toBe(4)
  expect(counts(found.facets.country)).toEqual({ KEN: 3, UGA: 3 })
  const next = await page(search({ limit: 2, cursor: found.nextCursor ?? '' }), ['o1', 'o3'])
  expect([next.ids, next.seenBefore, next.nextCursor]).toEqual([['o5', 'o6'], 2, null])
})

test('counts are of the whole search on every page', async () => {
  const first = await page(search({ q: 'water', order: 'fit', limit: 3 }))
  const second = await page(search({ q: 'water', order: 'fit', limit: 3, cursor: first.nextCursor ?? '' }))
  expect([first.total, second.total]).toEqual([4, 4])
  expect([...first.ids, ...second.ids].sort()).toEqual(['o1', 'o2', 'o4', 'o6'])
  expect(second.items[0]?.marked.title).toMatch(/^\uFDD0Water\uFDD1 /)
})

test('how many have all the words is told apart from how many have some', async () => {
  const { total, withAllWords } = await page(search({ q: 'water pumps', order: 'fit' }))
  expect([total, withAllWords]).toEqual([4, 1])
})

const valid = { order: 'createdAt:desc', seen: 2, value: 1_700_000_000, id: 'o1' }

test.each([
  ['nonsense', 'nonsense'],
  ['half of one', writeCursor(valid).slice(0, 20)],
  ['one of another order', writeCursor({ ...valid, order: 'openUntil:asc' })],
  ['a filter smuggled in', writeCursor({ ...valid, id: 'x" OR id EXISTS' })],
  ['one that is too long', 'A'.repeat(5_000)],
])('a cursor that is %s opens the first page', async (_what, cursor) => {
  expect((await page(search({ cursor }))).ids).toEqual(ids)
})

test('a value with quotes in it stays a value', async () => {
  const cursor = writeCursor({ ...valid, value: '1" OR id EXISTS OR id = "1' })
  expect((await page(search({ cursor }))).ids).toEqual([])
})

test('cursors are read as they were written', () => {
  expect(readCursor(writeCursor(valid))).toEqual(valid)
  expect(readCursor(writeCursor({ order: 'fit', seen: 1, since: 5, marks: 'abc' }))).toBeUndefined()
})
