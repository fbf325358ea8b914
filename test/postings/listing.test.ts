import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startMeilisearch } from '../../server/embedded/meilisearch/index.ts'
import { writeCursor } from '../../server/search/cursor.ts'
import { company } from '../factories/organisations.ts'
import { refrigerators, refrigeratorsNeeded } from '../factories/postings.ts'
import { aNeed } from '../matching/postings.ts'
import { indexed } from '../matching/search-server.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { person } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'

const apiKey = 'key of the search server'
let site: Site
let cast: Cast
let folder: string
let server: Awaited<ReturnType<typeof startMeilisearch>>

const needs: [title: string, fields: object][] = [
  ['Hand pumps for village wells', { countries: ['KEN'], sdgs: [6] }],
  ['Pompes à eau pour les centres de santé', { language: 'fr', countries: ['TCD'], sdgs: [6, 3] }],
  ['Bombas de agua para escuelas', { language: 'es', countries: ['PER'], sdgs: [6] }],
  ['Насосы для сельских больниц', { language: 'ru', countries: ['KGZ'], sdgs: [3] }],
  ['مُضَخَّات مياه للقرى', { language: 'ar', countries: ['EGY'], sdgs: [6] }],
  ['乡村学校需要太阳能水泵', { language: 'zh', regions: ['014'], sdgs: [6] }],
  ['Teachers of <b>maths</b> & science', { countries: [], sdgs: [4], contributionTypes: ['expertise'] }],
]

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'concord-search-'))
  server = await startMeilisearch({ folder, apiKey })
  site = await openSite({ MEILI_HOST: server.host, MEILI_API_KEY: apiKey })
  cast = await castFor(site)
  for (const [title, fields] of needs) {
    const description = `${title}. Nothing else is to be said of it here.`
    const posted = { ...refrigeratorsNeeded(), title, description, ...fields }
    expect((await cast.wanjiru.api.post('/needs', posted)).status).toBe(201)
  }
  const tobacco = company('Leaf', { industry: '1200', revenueShares: { '1200': 80 } })
  const lena = await person(site, 'Lena', tobacco)
  await lena.api.post('/offers', refrigerators({ title: 'Ten refrigerators that are held' }))
  await cast.ada.api.post('/offers', refrigerators())
  await site.settled()
})
afterAll(async () => {
  await site.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

const open = async (address: string) => (await visitor(site.url).open(address)).text
const plain = (html: string) => html.replaceAll(/<\/?mark>/g, '')
const titlesOf = (html: string) =>
  [...plain(html).matchAll(/<h3 lang[^>]*><a href="[^"]*">(.*?)<\/a>/g)].map(([, title]) => title)
const found = async (parameters: object, side = 'needs') => {
  const query = new URLSearchParams(Object.entries(parameters))
  return (await cast.luis.api.get(`/${side}?${query}`)).body
}
const titles = (list: { items: { title: string }[] }) => list.items.map(({ title }) => title)

test.each([
  ['English', 'pump', 'Hand pumps for village wells'],
  ['French', 'pompe', 'Pompes à eau pour les centres de santé'],
  ['French without accents', 'eau sante', 'Pompes à eau pour les centres de santé'],
  ['Spanish', 'bomba', 'Bombas de agua para escuelas'],
  ['Russian', 'насос', 'Насосы для сельских больниц'],
  ['Arabic without vowel marks', 'مضخات', 'مُضَخَّات مياه للقرى'],
  ['Arabic with vowel marks', 'مِيَاه', 'مُضَخَّات مياه للقرى'],
  ['Chinese', '水泵', '乡村学校需要太阳能水泵'],
])('a search in %s finds in its words', async (_language, q, title) => {
  expect(titlesOf(await open(`/needs?q=${encodeURIComponent(q)}`))).toContain(title)
})

test('typos are forgiven, matches are marked, and what people write stays text', async () => {
  const html = await open('/needs?q=techers+maths')
  expect(html).toContain('<mark>Teachers</mark> of &lt;b&gt;<mark>maths</mark>&lt;/b&gt; &amp; science')
  expect(html).not.toContain('<b>')
})

test('a title in another direction says so', async () => {
  expect(await open(`/needs?q=${encodeURIComponent('مضخات')}`)).toMatch(/<h3 lang="ar" dir="auto">/)
})

test('regions and groups hold their countries, and what is for everywhere fits them all', async () => {
  const teachers = 'Teachers of <b>maths</b> & science'
  expect(titles(await found({ region: '014' })).sort()).toEqual(
    ['Hand pumps for village wells', teachers, '乡村学校需要太阳能水泵'].sort(),
  )
  expect(titles(await found({ group: '432', sdg: '3' }))).toEqual([
    'Насосы для сельских больниц',
    'Pompes à eau pour les centres de santé',
  ])
  expect((await cast.luis.api.get('/needs?group=002')).body.errors[0].field).toBe('group')
})

test('facets combine, and the page says how many each choice would give', async () => {
  const html = await open('/needs?sdg=6&sdg=4&country=KEN')
  expect(titlesOf(html)).toHaveLength(3)
  expect(html.replaceAll(/\s+/g, ' ')).toMatch(
    /data-key="country:PER"> <span>Peru<\/span> <span class="count">2</,
  )
  expect(titlesOf(await open('/needs?sdg=6&sdg=4&country=KEN&country=PER'))).toHaveLength(4)
  expect((await found({ organisation: cast.wanjiru.organisation.id })).total).toBe(7)
  expect((await found({ organisation: cast.luis.organisation.id })).total).toBe(0)
})

test('pages follow one another by cursor, on the page and in the API', async () => {
  const first = await open('/needs?limit=4')
  const [, next = ''] = /rel="next" href="([^"]+)"/.exec(first) ?? []
  const second = await open(next.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='))
  expect(titlesOf(second)).toHaveLength(3)
  expect(new Set([...titlesOf(first), ...titlesOf(second)]).size).toBe(7)
  expect(second).toContain('5 to 7 of 7')
  const { nextCursor } = await found({ limit: '4', q: 'water', sort: 'newest' })
  expect(nextCursor).toBeNull()
  const page = await found({ limit: '4' })
  expect((await found({ limit: '4', cursor: page.nextCursor })).items).toHaveLength(3)
  const wrong = await cast.luis.api.get(`/needs?sort=ending&cursor=${page.nextCursor}`)
  expect([wrong.status, wrong.body.errors[0].field]).toEqual([422, 'cursor'])
  expect((await visitor(site.url).open('/needs?limit=4&cursor=nonsense')).status).toBe(200)
})

test('an entry of the index that the database does not know is neither shown nor counted', async () => {
  const ghost = indexed(
    aNeed({ title: 'A ghost of pumps', description: 'It was withdrawn.', publishedAt: new Date() }),
  )
  const { taskUid } = await site.services.searchServer.writing.index('needs').addDocuments([ghost])
  await site.services.searchServer.writing.tasks.waitForTask(taskUid)
  const html = await open('/needs?q=ghost')
  expect(html).toContain('0 needs')
  expect(html).not.toContain('A ghost of pumps')
  await site.settled()
  expect(await (await fetch(`${site.url}/metrics`)).text()).toMatch(/concord_stale_hits_total\{[^}]*\} 1/)
})

test('a cursor that remembers more than was seen opens a page', async () => {
  const cursor = writeCursor({ order: 'fit', seen: 0, since: 4_000_000_000, marks: 'abcdef' })
  const { status, text } = await visitor(site.url).open(`/needs?q=pumps&cursor=${cursor}`)
  expect(status).toBe(200)
  expect(titlesOf(text)).toContain('Hand pumps for village wells')
})

describe('while the search server is away', () => {
  beforeAll(() => server.stop())

  test('the pages say so and show what is open, newest first', async () => {
    const answer = await visitor(site.url).open('/needs')
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('The search does not answer at the moment')
    expect(titlesOf(answer.text)[0]).toBe('Teachers of &lt;b&gt;maths&lt;/b&gt; &amp; science')
    expect(titlesOf(answer.text)).toHaveLength(7)
    expect(titlesOf(await open('/offers'))).toEqual(['Fifty solar vaccine refrigerators'])
    expect(titlesOf(await open('/'))).toHaveLength(4)
  })

  test.each([
    ['sdg=3', ['Насосы для сельских больниц', 'Pompes à eau pour les centres de santé']],
    ['country=PER&sdg=6', ['Bombas de agua para escuelas']],
    ['region=014&sdg=6', ['乡村学校需要太阳能水泵', 'Hand pumps for village wells']],
    ['group=199&sdg=3', ['Pompes à eau pour les centres de santé']],
    ['language=ru', ['Насосы для сельских больниц']],
    ['type=expertise', ['Teachers of &lt;b&gt;maths&lt;/b&gt; &amp; science']],
    ['q=HAND+pump', ['Hand pumps for village wells']],
    ['q=.*', []],
    ['status=met', []],
  ])('choices hold: %s', async (query, expected) => {
    expect(titlesOf(await open(`/needs?${query}`))).toEqual(expected)
  })

  test('it has pages too', async () => {
    const first = await open('/needs?limit=4')
    const [, next = ''] = /rel="next" href="([^"]+)"/.exec(first) ?? []
    const second = await open(next.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='))
    expect([titlesOf(first).length, titlesOf(second).length]).toEqual([4, 3])
    expect(new Set([...titlesOf(first), ...titlesOf(second)]).size).toBe(7)
  })

  test.each(['/needs', '/offers', '/partnerships', '/organisations'])(
    'a cursor that names no place opens the first page: %s',
    async (list) => {
      for (const value of ['no moment', 1e300]) {
        const cursor = writeCursor({ order: 'stored', seen: 1, value, id: 'a' })
        expect((await visitor(site.url).open(`${list}?cursor=${cursor}`)).status).toBe(200)
      }
    },
  )

  test('the API does not pass a part off as the whole', async () => {
    const answer = await cast.luis.api.get('/needs')
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '10'])
  })
})
