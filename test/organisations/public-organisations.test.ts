import { paths } from '../../server/paths.ts'
import { company } from '../factories/organisations.ts'
import { refrigerators } from '../factories/postings.ts'
import { apiClient, type ApiClient } from '../support/api-client.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { password, person } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'

let site: Site
let cast: Cast
let stranger: ApiClient

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
  stranger = apiClient(site.url)
  await site.settled()
}, 30_000)
afterAll(() => site.close())

const namesIn = async (query: string): Promise<string[]> =>
  (await stranger.get(`/organisations?${query}`)).body.items.map(({ name }: { name: string }) => name)

/** Everything that somebody without an account, another company and an office can read about a company. */
async function outsidersRead(id: string, name: string): Promise<{ statuses: number[]; texts: string }> {
  const asked = [stranger, cast.boris.api, cast.wanjiru.api]
  const word = encodeURIComponent(name)
  const lists = await Promise.all(
    asked.flatMap((api) =>
      ['', `q=${word}`, 'kind=company'].map((query) => api.get(`/organisations?${query}`)),
    ),
  )
  const found = await Promise.all(asked.map((api) => api.get(`/organisations/${id}`)))
  const pages = await Promise.all(
    ['/organisations', '/organisations?kind=company', `/organisations/${id}`].map((path) =>
      fetch(site.url + path),
    ),
  )
  const chosen = ['/offers', '/needs', '/partnerships', '/offers.atom', '/partnerships.atom'].map((path) =>
    fetch(`${site.url}${path}?organisation=${id}`),
  )
  const rule = `${paths.alertRules()}/new?search=${encodeURIComponent(`/offers?organisation=${id}`)}`
  const browser = visitor(site.url)
  await browser.signIn(cast.wanjiru.email, password)
  const office = await browser.open(rule)
  pages.push(...(await Promise.all(chosen)))
  const bodies = [...lists, ...found].map(({ body }) => JSON.stringify(body))
  return {
    statuses: [...found, ...pages.slice(2, 3)].map(({ status }) => status),
    texts: [...bodies, office.text, ...(await Promise.all(pages.map((page) => page.text())))].join('\n'),
  }
}

describe('who is found', () => {
  test('entities and offices are, by name, acronym, a slip of the finger, and the place in another language', async () => {
    expect(await namesIn('q=UNICEF')).toEqual(
      expect.arrayContaining(['UNICEF Kenya', 'United Nations Children’s Fund']),
    )
    expect(await namesIn('q=childern')).toContain('United Nations Children’s Fund')
    expect(await namesIn('q=Кения&kind=office')).toEqual(['UNICEF Kenya'])
    expect(await namesIn('q=WFP')).toEqual(expect.arrayContaining(['World Food Programme', 'WFP Peru']))
  })

  test('an entity is found where its offices are; regions hold their countries', async () => {
    expect((await namesIn('country=KEN')).sort()).toEqual(['UNICEF Kenya', 'United Nations Children’s Fund'])
    expect((await namesIn('region=005&kind=office')).sort()).toEqual(['WFP Peru'])
  })

  test('facets are counted beside their own choice, and combine', async () => {
    const { body } = await stranger.get('/organisations?kind=office')
    expect(body.total).toBe(2)
    expect(body.facets.kind).toEqual([
      { value: 'entity', count: 3, selected: false },
      { value: 'office', count: 2, selected: true },
    ])
    expect(await namesIn('kind=entity&sdg=2')).toEqual(['World Food Programme'])
  })

  test('without words they stand in the order of their names, page after page', async () => {
    const first = (await stranger.get('/organisations?limit=3')).body
    const rest = (await stranger.get(`/organisations?limit=3&cursor=${first.nextCursor}`)).body
    const names = [...first.items, ...rest.items].map(({ name }) => name)
    expect([...names].sort()).toEqual(names)
    expect(names).toHaveLength(5)
    expect([first.total, rest.total, rest.nextCursor]).toEqual([5, 5, null])
  })

  test('a parameter or cursor that means nothing is a problem that names it', async () => {
    for (const query of ['kind=club', 'cursor=x', 'sort=tallest', 'colour=red']) {
      const { status, body } = await stranger.get(`/organisations?${query}`)
      expect([query, status, body.errors[0].field]).toEqual([query, 422, query.split('=')[0]])
    }
  })
})

test('a company with held and incomplete offers only is not found by anybody, by name or by id', async () => {
  const name = 'Leaf and Smoke'
  const tobacco = { industry: '1200', revenueShares: { '1200': 80 }, declarations: { tobacco: 80 } }
  const lena = await person(site, 'Lena', company(name, tobacco))
  const held = (await lena.api.post('/offers', refrigerators())).body
  const returned = (
    await lena.api.post('/offers', refrigerators({ title: 'Chairs for schools', inKind: {} }))
  ).body
  await site.settled()
  expect((await lena.api.get(`/offers/${held.id}`)).body.status).toBe('held')
  expect((await lena.api.get(`/offers/${returned.id}`)).body.status).not.toBe('open')

  const { statuses, texts } = await outsidersRead(lena.organisation.id, name)
  expect(new Set(statuses)).toEqual(new Set([404]))
  expect(texts).not.toContain(name)
  expect((await lena.api.get(`/organisations/${lena.organisation.id}`)).body.name).toBe(name)
  expect((await cast.selma.api.get(`/organisations/${lena.organisation.id}`)).body.name).toBe(name)
})

test('a company is public while an offer of it is open, and gone at once when the last one is withdrawn', async () => {
  const name = 'Zephyr Refrigeration'
  const profile = {
    country: 'DEU',
    industry: '2819',
    owners: ['Zacharias Holding'],
    formerNames: ['Zeno Ice'],
  }
  const zoe = await person(site, 'Zoe', company(name, { ...profile, revenueShares: { '2819': 100 } }))
  const { id } = zoe.organisation
  expect((await outsidersRead(id, name)).texts).not.toContain(name)

  const offer = (await zoe.api.post('/offers', refrigerators())).body
  await site.settled()
  expect(await namesIn('q=Zephir&kind=company')).toEqual([name])
  expect(await namesIn('country=DEU&industry=C')).toEqual([name])
  expect((await stranger.get(`/organisations/${id}`)).body).toEqual({
    ...{ id, name, kind: 'company', countries: ['DEU'], industry: '2819' },
  })
  const { texts } = await outsidersRead(id, name)
  for (const secret of ['Zacharias', 'Zeno', 'declarations', 'zoe@']) expect(texts).not.toContain(secret)

  await zoe.api.post(`/offers/${offer.id}/withdrawal`)
  const after = await outsidersRead(id, name)
  expect(new Set(after.statuses)).toEqual(new Set([404]))
  expect(after.texts).not.toContain(name)
  await site.settled()
  const held = await site.services.search
    .index('organisations')
    .search(name, { attributesToRetrieve: ['name'] })
  expect(held.hits.filter((hit) => hit.name === name)).toEqual([])
})

test('a partnership on record keeps a company public', async () => {
  const name = 'Quartz Pumps'
  const quentin = await person(site, 'Quentin', company(name))
  const { id } = quentin.organisation
  await site.services.partnerships.add(
    {
      ...{
        id: 'quartz-unicef',
        title: 'Pumps for schools',
        description: 'Pumps for schools.',
        language: 'en',
      },
      company: { name, organisationId: id },
      entities: [{ name: 'UNICEF', organisationId: cast.hanna.organisation.id }],
      ...{ countries: ['KEN'], regions: [], sdgs: [6], contributionTypes: ['in-kind-goods'] },
      ...{ model: 'social-investment', from: 2020, sources: [], createdAt: new Date() },
    },
    new Date(),
  )
  await site.settled()
  expect((await stranger.get(`/organisations/${id}`)).status).toBe(200)
  expect(await namesIn('q=quartz')).toEqual([name])
})

test('an index entry that should not be is left out, not counted, and mended', async () => {
  const name = 'Ghost Trading'
  const gina = await person(site, 'Gina', company(name))
  await site.settled()
  const entry = { id: gina.organisation.id, kind: 'company', name, listedUntil: 32_503_680_000, createdAt: 1 }
  const { search, searchServer } = site.services
  const task = await searchServer.writing.index('organisations').addDocuments([entry])
  await searchServer.writing.tasks.waitForTask(task.taskUid, { timeout: 10_000 })
  const { body } = await stranger.get('/organisations?q=ghost')
  expect([body.items, body.total]).toEqual([[], 0])
  await site.settled()
  expect((await search.index('organisations').search('ghost')).hits).toEqual([])
})
