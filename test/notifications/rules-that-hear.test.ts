import fc from 'fast-check'
import type { AlertRule } from '../../server/notifications/alert-rule.ts'
import { rulesThatHear } from '../../server/notifications/rules-that-hear.ts'
import { ruleSearchOf } from '../../server/notifications/saved-search.ts'
import { toIndexDocument } from '../../server/postings/index-document.ts'
import { lenientQuery, type PostingQuery } from '../../server/postings/posting-query.ts'
import type { Posting } from '../../server/postings/posting.ts'
import { postingSearch } from '../../server/postings/search-postings.ts'
import { searchPage } from '../../server/search/search-page.ts'
import { postingRecord } from '../factories/posting-records.ts'
import { openSite, type Site } from '../support/site.ts'

const types = ['cash', 'expertise', 'in-kind-goods'] as const
const someOf = <T>(values: readonly T[], most: number) => fc.subarray([...values], { maxLength: most })
/** Kenya, Peru, Nepal (least developed, landlocked), Fiji (small island); regions and groupings around them. */
const countries = ['KEN', 'PER', 'NPL', 'FJI', 'LUX']
const regions = ['002', '014', '019', '419', '142', '009']
const groups = ['199', '432', '722']
const languages = ['en', 'fr']
const organisations = ['acme', 'bora']
const titles = [
  'Pumps for village wells',
  'Training of nurses',
  'Training in the repair of pumps',
  'Vaccine refrigerators',
  'Cash for schools',
  'Pompes solaires',
]

const posting = fc.record({
  title: fc.constantFrom(...titles),
  language: fc.constantFrom(...languages),
  organisationId: fc.constantFrom(...organisations),
  contributionTypes: fc.subarray([...types], { minLength: 1 }),
  sdgs: someOf([3, 6, 7, 13], 3),
  countries: someOf(countries, 2),
  regions: someOf([...regions, ...groups, '001'], 1),
})
const search = fc.record({
  type: someOf(types, 2),
  sdg: someOf(['3', '6', '7', '17'], 2),
  country: someOf(countries, 2),
  region: someOf([...regions, ...groups], 1),
  group: someOf(groups, 2),
  language: someOf(languages, 1),
  organisation: someOf(organisations, 1),
})

const now = new Date('2026-11-20T12:00:00Z')
const postings: Posting[] = fc
  .sample(posting, { numRuns: 40, seed: 4 })
  .map((fields, index) => postingRecord({ ...fields, id: `p${index}`, side: 'need', description: '' }))

let site: Site
beforeAll(async () => {
  site = await openSite()
  const documents = postings.map((one) => toIndexDocument(one, { organisationName: 'Office', state: 'open' }))
  await (
    await site.services.indexing.write('needs', documents, [])
  ).confirmed
})
afterAll(() => site.close())

const ruleFor = (query: PostingQuery): AlertRule => ({
  ...{ id: 'r', accountId: 'a', name: 'A rule', side: 'need', delivery: 'live', createdAt: now },
  ...ruleSearchOf(query),
})

async function heardBy(query: PostingQuery): Promise<string[]> {
  const heard: string[] = []
  for (const one of postings) {
    const rules = await rulesThatHear([ruleFor(query)], one, site.services.search)
    if (rules.length > 0) heard.push(one.id)
  }
  return heard.sort()
}

async function listedFor(query: PostingQuery) {
  const read = async (ids: string[]) => new Map(ids.map((id) => [id, id]))
  const asked = postingSearch('need', { ...query, limit: 100 }, now)
  const page = await searchPage(site.services.search, asked, { read, stale: () => {} })
  return { ids: page.items.map(({ shown }) => shown).sort(), withAllWords: page.withAllWords }
}

test('a saved search without words hears of exactly what the search lists', async () => {
  const sizes = new Set<number>()
  await fc.assert(
    fc.asyncProperty(search, async (parameters) => {
      const query = lenientQuery(parameters)
      const heard = await heardBy(query)
      sizes.add(heard.length)
      expect(heard).toEqual((await listedFor(query)).ids)
    }),
    { numRuns: 100 },
  )
  expect(sizes.size).toBeGreaterThan(5)
})

test.each([
  ['pumps', 'wells, repair'],
  ['pump', 'a beginning'],
  ['trainning', 'a slip'],
  ['nurses training', 'all words, in any order'],
  ['training pumps', 'all words: not every training'],
  ['vaccine', 'one word'],
])('with the words “%s” it hears of what the search lists with every word (%s)', async (q) => {
  const query = lenientQuery({ q, sdg: ['3', '6', '7', '13'] })
  const heard = await heardBy(query)
  const listed = await listedFor(query)
  expect(heard.length).toBeGreaterThan(0)
  expect(heard).toHaveLength(listed.withAllWords)
  expect(listed.ids).toEqual(expect.arrayContaining(heard))
})

test('of several words one is not enough: the search lists such postings further down, the rule stays silent', async () => {
  const query = lenientQuery({ q: 'training pumps' })
  const titleOf = (id: string) => postings.find((one) => one.id === id)?.title
  expect(new Set((await heardBy(query)).map(titleOf))).toEqual(new Set(['Training in the repair of pumps']))
  expect(new Set((await listedFor(query)).ids.map(titleOf))).toContain('Training of nurses')
})

test('a rule hears nothing of the other side, and nothing of what the index does not hold', async () => {
  const rule = ruleFor(lenientQuery({ q: 'pumps' }))
  const unknown = postingRecord({ id: 'elsewhere', side: 'need', title: 'Pumps' })
  expect(await rulesThatHear([rule], unknown, site.services.search)).toEqual([])
  const offer = postingRecord({ id: 'p0', side: 'offer' })
  expect(await rulesThatHear([ruleFor(lenientQuery({}))], offer, site.services.search)).toEqual([])
})
