import { readdir, readFile } from 'node:fs/promises'
import { createHmac } from 'node:crypto'
import { jest } from '@jest/globals'
import type { Settings } from 'meilisearch'
import { seedDemo } from '../../scripts/seed-demo.ts'
import { apiClient, type ApiClient } from '../support/api-client.ts'
import { root } from '../architecture/sources.ts'
import { openSite, type Site } from '../support/site.ts'

interface Asked {
  path: string
  key: string
  body: string
}

interface Query {
  indexUid: string
  filter?: string | (string | string[])[]
  facets?: string[]
  sort?: string[]
  attributesToSearchOn?: string[]
}

let site: Site
let stranger: ApiClient
const asked: Asked[] = []

beforeAll(async () => {
  const really = globalThis.fetch
  jest.spyOn(globalThis, 'fetch').mockImplementation((target, init) => {
    const headers = new Headers(init?.headers)
    if (headers.has('X-Meilisearch-Client')) {
      const key = headers.get('Authorization')?.replace('Bearer ', '') ?? ''
      asked.push({ path: new URL(String(target)).pathname, key, body: String(init?.body ?? '') })
    }
    return really(target, init)
  })
  site = await openSite({ MEILI_API_KEY: 'the master key of this test' })
  await seedDemo(site.services, 'password of the demo')
  await site.settled()
  stranger = apiClient(site.url)
}, 180_000)
afterAll(async () => {
  jest.restoreAllMocks()
  await site.close()
})

/** Every search that the pages know, page after page, and those of the demo's matching before. */
async function walkThroughSearches(): Promise<void> {
  const facets = 'sdg=3,6&country=KEN&region=002&group=199'
  const postings = `${facets}&type=cash,in-kind-goods&language=en,fr&organisation=somebody`
  const searches = [
    ...['', 'q=water', 'sort=newest', 'q=water&sort=newest', 'sort=ending', postings].flatMap((query) => [
      `/offers?${query}`,
      `/needs?${query}`,
    ]),
    ...['met', 'expired', 'open'].map((status) => `/needs?status=${status}&${facets}`),
    ...['', 'q=children', 'sort=newest', 'sort=name'].map((query) => `/organisations?${query}`),
    `/organisations?${facets}&kind=entity&topic=water&industry=4100`,
    ...['', 'q=vaccines', 'sort=newest'].map((query) => `/partnerships?${query}`),
    `/partnerships?${facets}&type=cash&model=advocacy&organisation=somebody`,
  ]
  for (const search of searches) {
    const first = await stranger.get(`${search}&limit=2`)
    expect([search, first.status]).toEqual([search, 200])
    if (first.body.nextCursor)
      expect((await stranger.get(`${search}&limit=2&cursor=${first.body.nextCursor}`)).status).toBe(200)
    expect([search, (await fetch(`${site.url}${search}`)).status]).toEqual([search, 200])
  }
}

const queries = (): Query[] =>
  asked.flatMap(({ path, body }) => {
    const uid = /^\/indexes\/(\w+)\/search$/.exec(path)?.[1]
    if (uid) return [{ ...(JSON.parse(body) as Query), indexUid: uid }]
    return path === '/multi-search' ? (JSON.parse(body) as { queries: Query[] }).queries : []
  })

/** Names in front of an operator, once the values in quotes are out of the way. */
const attributesIn = (filter: Query['filter']): string[] =>
  [filter ?? []]
    .flat(2)
    .flatMap((part) => [
      ...part
        .replace(/"(?:[^"\\]|\\.)*"/g, '""')
        .matchAll(/([\w.]+)\s*(?:=|!=|<|>|\bNOT IN\b|\bIN\b|\bIS\b|\bEXISTS\b|\bTO\b)/g),
    ])
    .map(([, name = '']) => name)
    .filter((name) => !['NOT', 'OR', 'AND'].includes(name))

const askedOf = (uid: string, read: (query: Query) => string[]): string[] =>
  [
    ...new Set(
      queries()
        .filter(({ indexUid }) => indexUid === uid)
        .flatMap(read),
    ),
  ].sort()

test('every filter, facet, sort and searched attribute of every search is configured', async () => {
  await walkThroughSearches()
  const used = site.services.indexing.kinds.map(({ uid, settings }) => ({
    uid,
    settings,
    filters: askedOf(uid, ({ filter }) => attributesIn(filter)),
    facets: askedOf(uid, ({ facets }) => facets ?? []),
    sorts: askedOf(uid, ({ sort }) => (sort ?? []).map((order) => order.replace(/:.*/, ''))),
    searched: askedOf(uid, ({ attributesToSearchOn }) => attributesToSearchOn ?? []),
  }))
  for (const { uid, settings, ...by } of used) {
    const unknown = (names: string[], known: Settings[keyof Settings]) =>
      names.filter((name) => !(known as string[]).includes(name)).map((name) => `${uid}.${name}`)
    expect(unknown(by.filters, settings.filterableAttributes)).toEqual([])
    expect(unknown(by.facets, settings.filterableAttributes)).toEqual([])
    expect(unknown(by.sorts, settings.sortableAttributes)).toEqual([])
    expect(unknown(by.searched, settings.searchableAttributes)).toEqual([])
  }
  const [offers, needs] = used
  expect(offers).toMatchObject({
    filters: expect.arrayContaining(['barredFor', 'concepts', 'countries', 'groups', 'id', 'openUntil']),
    facets: expect.arrayContaining(['contributionTypes', 'groups', 'language', 'regions', 'sdgs']),
    sorts: ['createdAt', 'id', 'openUntil'],
    searched: ['description', 'title'],
  })
  expect(needs!.filters).toEqual(expect.arrayContaining(['entityIds', 'mainConcepts', 'state']))
}, 120_000)

test('searches and writes go with keys of their own, which can do no more', async () => {
  const master = 'the master key of this test'
  const keysOf = (pattern: RegExp) =>
    new Set(asked.filter(({ path }) => pattern.test(path)).map(({ key }) => key))
  const searching = keysOf(/search$/)
  const writing = keysOf(/^\/indexes\/\w+(?<!__next)\/documents/)
  expect([searching.size, writing.size]).toEqual([1, 1])
  expect([...searching, ...writing]).not.toContain(master)
  const uids = ['needs', 'offers', 'organisations', 'partnerships']
  const { results } = await site.services.searchServer.admin.getKeys()
  const ours = results.filter(({ name }) => name?.startsWith('Concord'))
  expect(ours.map(({ actions, indexes, key }) => ({ actions, indexes, key }))).toEqual(
    expect.arrayContaining([
      { actions: ['search'], indexes: uids, key: [...searching][0] },
      { actions: ['documents.add', 'documents.delete', 'tasks.get'], indexes: uids, key: [...writing][0] },
    ]),
  )
  for (const { uid, key, expiresAt } of ours) {
    expect(key).toBe(createHmac('sha256', master).update(uid).digest('hex'))
    const days = (new Date(expiresAt!).getTime() - Date.now()) / 86_400_000
    expect(days > 90 && days <= 180).toBe(true)
  }
  const withSearchKey = site.services.search.index('offers')
  await expect(withSearchKey.deleteAllDocuments()).rejects.toThrow('The provided API key is invalid')
  await expect(site.services.searchServer.writing.index('offers').search('')).rejects.toThrow('invalid')
})

test('no page, script or answer of the API holds a key', async () => {
  const keys = [...new Set(asked.map(({ key }) => key))]
  expect(keys).toHaveLength(3)
  const scripts = (await readdir(`${root}/public/js`)).map((name) => `public/js/${name}`)
  const texts = await Promise.all([
    ...scripts.map((script) => readFile(`${root}/${script}`, 'utf8')),
    ...[
      '/',
      '/offers',
      '/needs?q=water',
      '/organisations',
      '/partnerships',
      '/sign-in',
      '/health/ready',
      '/metrics',
    ].map(async (path) => (await fetch(site.url + path)).text()),
    ...['/api/v1/offers', '/api/v1/openapi.json'].map(async (path) => (await fetch(site.url + path)).text()),
  ])
  expect(texts.length).toBeGreaterThan(15)
  for (const text of texts) {
    expect(text).not.toMatch(/meili/i)
    for (const key of keys) expect(text).not.toContain(key)
  }
})
