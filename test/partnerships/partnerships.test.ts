import { seedDemo } from '../../scripts/seed-demo.ts'
import { listStoredOrganisations } from '../../server/organisations/list-organisations.ts'
import { organisationQuery } from '../../server/organisations/organisation-query.ts'
import { listStoredPartnerships } from '../../server/partnerships/list-partnerships.ts'
import { partnershipQuery } from '../../server/partnerships/partnership-query.ts'
import { lenient } from '../../server/search/parameters.ts'
import { apiClient, type ApiClient } from '../support/api-client.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
let stranger: ApiClient

beforeAll(async () => {
  site = await openSite()
  await seedDemo(site.services, 'password of the demo')
  await site.settled()
  stranger = apiClient(site.url)
}, 180_000)
afterAll(() => site.close())

const companiesIn = async (query: string): Promise<string[]> =>
  (await stranger.get(`/partnerships?${query}`)).body.items.map(
    ({ company }: { company: { name: string } }) => company.name,
  )
const pageAt = async (path: string) => (await fetch(site.url + path)).text()

describe('the public record', () => {
  test('is found by words, by a slip of the finger, and by a word of another language', async () => {
    expect(await companiesIn('q=tetnus')).toEqual(['Procter & Gamble (Pampers)'])
    expect((await companiesIn('q=vaccin')).length).toBeGreaterThan(0)
    expect(await companiesIn('q=疫苗')).toContain('Procter & Gamble (Pampers)')
    expect(await companiesIn('q=UNODC')).toEqual([])
  })

  test('stands with the latest begun first, and pages on without repeating', async () => {
    const first = (await stranger.get('/partnerships?limit=7')).body
    const rest = (await stranger.get(`/partnerships?limit=7&cursor=${first.nextCursor}`)).body
    const years = [...first.items, ...rest.items].map(({ from }) => from)
    const [agreedHere, ...before] = years
    expect(agreedHere).toBeGreaterThanOrEqual(2026)
    expect(before).toEqual([2017, 2011, 2008, 2007, 2007, 2006, 2006, 2005, 2005, 2002, 2001, 2000])
    expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(13)
    expect([first.total, rest.nextCursor]).toEqual([13, null])
  })

  test('is narrowed by model, goal, contribution and place; what was worldwide fits any place', async () => {
    expect(await companiesIn('model=advocacy,transformational&sdg=8')).toEqual([
      'Buyers of garments, among them adidas, Gap, H&M and Levi Strauss',
    ])
    const inPeru = await companiesIn('country=PER')
    expect(inPeru).toEqual(expect.arrayContaining(['Deutsche Post DHL', 'TNT', 'Unilever']))
    expect(inPeru).not.toContain('Royal DSM')
    const { facets } = (await stranger.get('/partnerships?type=cause-marketing')).body
    expect(facets.model).toEqual([{ value: 'social-investment', count: 1, selected: false }])
    expect(facets.type.find(({ value }: { value: string }) => value === 'cash').count).toBe(8)
  })

  test('names its sources, and links those who take part', async () => {
    const [{ id, sources, entities }] = (await stranger.get('/partnerships?q=tetanus')).body.items
    const page = await pageAt(`/partnerships/${id}`)
    expect(page).toContain(`href="${sources[0].url}"`)
    expect(page).toContain(`href="/organisations/${entities[0].organisationId}"`)
    expect((await stranger.get(`/partnerships/${id}`)).body.company.name).toBe('Procter & Gamble (Pampers)')
    expect(await pageAt(`/organisations/${entities[0].organisationId}`)).toContain(
      `href="/partnerships/${id}"`,
    )
    expect((await fetch(`${site.url}/partnerships/none`)).status).toBe(404)
    expect((await stranger.get('/partnerships/none')).status).toBe(404)
  })

  test('where nothing is found it says how a partnership comes about', async () => {
    const page = await pageAt('/partnerships?q=zzzz')
    expect(page).toContain('No partnership fits this choice')
    expect(page).toContain('A partnership begins with a match')
  })

  test('what is typed is marked, and the address keeps the state', async () => {
    const page = await pageAt('/partnerships?q=logistc&model=humanitarian')
    expect(page).toContain('<mark>Logistics</mark> company')
    expect(page).toMatch(/<input type="hidden" name="model" value="humanitarian">/)
    const addresses = page.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&')
    expect(addresses).toContain('href="/partnerships?q=logistc&model=humanitarian&sort=newest"')
    expect(addresses).toContain('href="/partnerships?q=logistc&model=humanitarian&country=PER"')
  })
})

test('who finds nothing is asked whether another wording was meant, and what to leave out', async () => {
  const asked = await pageAt('/partnerships?q=tetenuss')
  expect(asked).toContain('<em>tetanus</em>')
  const narrowed = await pageAt('/partnerships?q=tetanus&model=advocacy&sdg=3')
  expect(narrowed).toContain('>without Advocacy and policy engagement</a>')
})

test('postings lead to the profile of whoever posted them, which shows them', async () => {
  const [offer] = (await stranger.get('/offers?limit=1')).body.items
  const profile = `/organisations/${offer.organisation.id}`
  expect(await pageAt('/offers?limit=1')).toContain(`href="${profile}"`)
  expect(await pageAt(`/offers/${offer.id}`)).toContain(`href="${profile}"`)
  const page = await pageAt(profile)
  expect(page).toContain(`href="/offers/${offer.id}"`)
  expect(page).not.toMatch(/declar|revenue|owner|screen(er|ing officer)@/i)
})

test('without the search server both registers can be listed from the database', async () => {
  const { services } = site
  const named = async (parameters: Record<string, unknown>) =>
    (await listStoredOrganisations(services, lenient(organisationQuery, parameters))).items.map(
      ({ shown }) => shown.name,
    )
  expect(await named({ q: 'unicef', kind: 'office' })).toEqual([
    'UNICEF Bangladesh Country Office',
    'UNICEF Kenya Country Office',
    'UNICEF Pacific Multi-Country Office',
    'UNICEF Tajikistan Country Office',
  ])
  expect(await named({ kind: 'company', industry: 'C', region: '142' })).toEqual([
    'Mihon Precision Instruments (見本精機)',
    'Shili Cold Chain and Agricultural Technology (示例冷链与农业科技)',
    'Specimen Pharmaceuticals',
    'Örnek Çadır ve Tekstil',
  ])
  const recorded = async (parameters: Record<string, unknown>) =>
    listStoredPartnerships(services, lenient(partnershipQuery, parameters))
  const first = await recorded({ country: 'PER', limit: 2 })
  const second = await recorded({ country: 'PER', limit: 2, cursor: first.nextCursor })
  expect([...first.items, ...second.items].map(({ shown }) => shown.company.name)).toEqual([
    'Unilever',
    'Deutsche Post DHL',
    'TNT',
    'Ericsson',
  ])
  expect((await recorded({ model: 'humanitarian', q: 'airports disaster' })).items).toHaveLength(1)
})

describe('taken away and followed', () => {
  test.each(['/organisations?kind=entity&sdg=3&sort=name', '/partnerships?q=vaccines&sort=newest'])(
    '%s has the same items as a file as from the API, a table with as many rows, and a feed',
    async (address) => {
      const [path, query] = address.split('?')
      const file = JSON.parse(await pageAt(`${path}.json?${query}`))
      const { items, total } = (await stranger.get(`${address}&limit=100`)).body
      expect(items.length).toBeGreaterThan(0)
      expect([file.items, file.total]).toEqual([items, total])
      const table = await pageAt(`${path}.csv?${query}`)
      for (const { id } of items) expect(table).toContain(`\r\n${id},`)
      const feed = await pageAt(`${path}.atom?${query}&lang=fr`)
      expect(feed.match(/<entry /g)).toHaveLength(items.length)
      expect(feed).toContain('<feed xml:lang="fr"')
      for (const { id } of items) expect(feed).toContain(`${path}/${id}"`)
      const page = await pageAt(address)
      expect(page).toContain(`rel="alternate" type="application/atom+xml"`)
      expect(page).toContain(`<a href="${path}.csv?`)
    },
  )

  test('the feed says in its title what was asked for', async () => {
    const feed = await pageAt('/partnerships.atom?q=vaccines&sdg=3&country=IND&model=humanitarian&group=199')
    const title = /<title>(.*)<\/title>/.exec(feed)?.[1]
    expect(title).toBe(
      'Partnerships · “vaccines” · Humanitarian response · 3. Good health and well-being · Least developed countries · India',
    )
  })
})
