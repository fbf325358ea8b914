import { beforeEach, expect, test } from '@jest/globals'
import { Meilisearch, MeilisearchApiError, MeilisearchRequestError } from 'meilisearch'
import { listPostings } from '../../server/postings/list-postings.ts'
import { lenientQuery } from '../../server/postings/posting-query.ts'
import type { Posting } from '../../server/postings/posting.ts'
import type { SideOfSite } from '../../server/postings/side-of-site.ts'
import type { Filters } from '../../server/search/filter.ts'
import { postingRecord } from '../factories/posting-records.ts'

type Site = SideOfSite<Posting>

type Asked = { queries: { filter: Filters }[] }

/** An index with these entries, each of which a filter may take out by its id. */
const hits =
  (...ids: string[]) =>
  async ({ queries }: Asked) => ({
    results: queries.map(({ filter }) => {
      const out = filter.flat().find((condition) => condition.startsWith('id NOT IN'))
      const left = ids.filter((id) => !out?.includes(`"${id}"`)).map((id) => ({ id }))
      return { hits: left, totalHits: left.length, facetDistribution: { sdgs: { '6': left.length } } }
    }),
  })

const searching = (multiSearch: (asked: Asked) => Promise<unknown>): Meilisearch =>
  Object.assign(new Meilisearch({ host: 'http://search.invalid' }), { multiSearch })

const mended: [string, string[]][] = []
beforeEach(() => void mended.splice(0))

/** `statuses` is what the database says of each posting now. */
function site(search: Meilisearch, statuses: Record<string, string>): Site {
  return {
    search,
    side: 'need',
    mendIndex: (uid: string, ids: string[]) => mended.push([uid, ids]),
    listed: ['open', 'partly-met', 'met', 'expired'],
    clock: { now: () => new Date('2026-11-23T12:00:00Z') },
    store: {
      findMany: async (ids: string[]) =>
        ids.filter((id) => statuses[id]).map((id) => postingRecord({ id, side: 'need' })),
    },
    publicOrganisations: { among: async () => new Map() },
    organisations: { findMany: async () => [{ id: 'acme', name: 'Acme Office' }] },
    statusOf: ({ id }: Posting) => statuses[id] ?? '',
  } as unknown as Site
}

const listed = async (statuses: Record<string, string>, parameters: Record<string, unknown> = {}) => {
  const search = searching(hits('a', 'b', 'c', 'd'))
  const listing = await listPostings(site(search, statuses), lenientQuery(parameters))
  return listing?.items.map(({ posting }) => posting.id)
}

test('hits keep their order and carry the name of who posted them', async () => {
  const search = searching(hits('b', 'a'))
  const listing = await listPostings(site(search, { a: 'open', b: 'partly-met' }), lenientQuery({}))
  expect(
    listing?.items.map(({ posting, status, organisation }) => [posting.id, status, organisation]),
  ).toEqual([
    ['b', 'partly-met', 'Acme Office'],
    ['a', 'open', 'Acme Office'],
  ])
})

test('a stale hit is left out: withdrawn, gone, or no longer in the state that was asked for', async () => {
  expect(await listed({ a: 'withdrawn', b: 'met', d: 'open' })).toEqual(['d'])
})

test('what is left out is in no count, and the index is to be mended', async () => {
  const search = searching(hits('a', 'b', 'c', 'd'))
  const listing = await listPostings(site(search, { a: 'withdrawn', b: 'met', d: 'open' }), lenientQuery({}))
  expect(listing).toMatchObject({ total: 1, facets: { sdg: [{ value: '6', count: 1 }] } })
  expect(mended).toEqual([['needs', ['a', 'b', 'c']]])
})

test('closed needs show when they are asked for', async () => {
  expect(await listed({ a: 'met', b: 'open', c: 'expired' }, { status: 'met,expired' })).toEqual(['a', 'c'])
})

test('a state that is not public is not listed even when asked for', async () => {
  expect(await listed({ a: 'draft', b: 'withdrawn' }, { status: 'draft,withdrawn' })).toEqual([])
})

const failing = (error: Error) =>
  listPostings(
    site(
      searching(() => Promise.reject(error)),
      {},
    ),
    lenientQuery({}),
  )

const apiError = (status: number, code: string) =>
  new MeilisearchApiError(new Response(null, { status }), {
    ...{ message: 'no', code, type: 'invalid_request', link: '' },
  })

test.each([
  ['does not answer', new MeilisearchRequestError('http://search.invalid', new Error('refused'))],
  ['fails', apiError(503, 'internal')],
  ['has no indexes yet', apiError(404, 'index_not_found')],
])('a search server that %s gives no listing', async (_what, error) => {
  expect(await failing(error)).toBeNull()
})

test('a request that the search server refuses is our fault and is not hidden', async () => {
  await expect(failing(apiError(400, 'invalid_search_filter'))).rejects.toThrow()
  await expect(failing(new TypeError('ours'))).rejects.toThrow('ours')
})
