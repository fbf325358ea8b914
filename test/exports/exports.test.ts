import { refrigerators, refrigeratorsNeeded } from '../factories/postings.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'

let site: Site
let cast: Cast

beforeAll(async () => {
  site = await openSite({ BASE_URL: 'https://concord.example' })
  cast = await castFor(site)
})
afterAll(() => site.close())

const get = (path: string, headers: Record<string, string> = {}) => fetch(site.url + path, { headers })

async function offered(changes: Record<string, unknown>): Promise<string> {
  const { body } = await cast.ada.api.post('/offers', refrigerators(changes))
  await site.settled()
  return body.id
}

async function needed(changes: Record<string, unknown>): Promise<string> {
  const { body } = await cast.wanjiru.api.post('/needs', refrigeratorsNeeded(changes))
  await site.settled()
  return body.id
}

const statusOf = async (offer: string) => (await cast.ada.api.get(`/offers/${offer}`)).body.status

/** Cells of a CSV text, as a spreadsheet reads them. */
function cellsOf(text: string): string[][] {
  const cells = text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)
  const rows: string[][] = [[]]
  for (const [, cell = '', end] of cells) {
    rows.at(-1)?.push(cell.replace(/^"|"$/g, '').replaceAll('""', '"'))
    if (end !== ',') rows.push([])
  }
  return rows.slice(0, -1)
}

function records(text: string): Record<string, string>[] {
  const [names = [], ...rows] = cellsOf(text)
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])))
}

describe('a table of a search', () => {
  test('holds what the listing shows, names beside codes, and nothing that may not be shown', async () => {
    const solar = await offered({
      title: 'Table of solar refrigerators',
      countries: ['KEN', 'PER'],
      regions: ['419'],
      availableUntil: '2099-03-01',
    })
    const tents = await offered({
      title: 'Table of tents',
      sdgs: [11],
      description: 'Two hundred family tents for the rainy season, with poles, pegs and ropes for repair.',
    })
    const held = await offered({
      title: 'Table of cigarettes',
      description: 'Cigarettes and other tobacco of our own factory, for the staff of your warehouses.',
    })
    const withdrawn = await offered({
      title: 'Table of crutches that were taken back',
      description: 'Four hundred aluminium crutches of adjustable height for clinics and their patients.',
    })
    const states = [solar, tents, held, withdrawn].map(statusOf)
    expect(await Promise.all(states)).toEqual(['open', 'open', 'held', 'open'])
    await cast.ada.api.post(`/offers/${withdrawn}/withdrawal`)

    const answer = await get('/offers.csv?q=table&sdg=3&lang=fr')
    const bytes = Buffer.from(await answer.arrayBuffer())
    const rows = records(bytes.toString('utf8').slice(1))

    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename=offers-20\d\d-\d\d-\d\d\.csv$/,
    )
    expect(answer.headers.get('cache-control')).toContain('no-store')
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(rows.map(({ id }) => id)).toEqual([solar])
    expect(rows[0]).toMatchObject({
      title: 'Table of solar refrigerators',
      status: 'open',
      organisation: 'Acme Cold Chain',
      contributionTypes: 'in-kind-goods',
      sdgs: '3',
      countries: 'KEN; PER',
      countryNames: 'Kenya; Pérou',
      regions: '419',
      quantity: '50',
      unit: 'refrigerators',
      availableUntil: '2099-03-01T23:59:59.999Z',
      url: `https://concord.example/offers/${solar}`,
    })
  })

  test('holds no formulas, whoever wrote them', async () => {
    await offered({
      title: '=HYPERLINK("https://evil.example";"Formula")',
      description: '@SUM(1+1)*cmd|" /C calc"!A0 is what a formula of a hostile posting may look like.',
      quantity: { amount: 50, unit: '+1' },
    })
    const [row] = records((await (await get('/offers.csv?q=formula')).text()).slice(1))
    expect(row).toMatchObject({ quantity: '50', unit: "'+1" })
    expect(row?.title).toMatch(/^'=HYPERLINK/)
    expect(row?.description).toMatch(/^'@SUM/)
  })
})

describe('the same as JSON', () => {
  test('has the items as the API gives them, and says what was asked and when', async () => {
    const { body: need } = await cast.wanjiru.api.post(
      '/needs',
      refrigeratorsNeeded({ title: 'Json refrigerators' }),
    )
    await site.settled()
    const answer = await get('/needs.json?q=json&country=KEN&country=PER&sort=newest&nonsense=1&sdg=99')
    const file = JSON.parse(await answer.text())
    const { items } = (await cast.luis.api.get('/needs?q=json')).body
    expect(answer.headers.get('content-disposition')).toMatch(/needs-.*\.json/)
    expect(file).toMatchObject({
      query: { q: 'json', country: ['KEN', 'PER'], sort: 'newest' },
      total: 1,
      limit: 5_000,
    })
    expect(Object.keys(file.query)).toEqual(['q', 'country', 'sort'])
    expect(Math.abs(Date.now() - Date.parse(file.generatedAt))).toBeLessThan(60_000)
    expect(file.items).toEqual(items)
    expect(file.items[0].id).toBe(need.id)
  })
})

describe('a feed of a search', () => {
  const entries = (xml: string) => xml.match(/<entry[\s\S]*?<\/entry>/g) ?? []
  const idOf = (entry = '') => /<id>(.*?)<\/id>/.exec(entry)?.[1]

  test('lists the newest first, escaped, each in its language, under an id that survives edits', async () => {
    const first = await needed({ title: 'Feed <b>one</b> & "more" ]]>', language: 'fr' })
    await needed({ title: 'Feed two' })
    const answer = await get('/needs.atom?q=feed&country=KEN&sort=ending&cursor=x')
    const xml = await answer.text()
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect(xml).toContain('<feed xml:lang="en" xmlns="http://www.w3.org/2005/Atom">')
    expect(xml).toContain(
      '<link rel="self" href="https://concord.example/needs.atom?q=feed&amp;country=KEN&amp;sort=ending&amp;lang=en"/>',
    )
    expect(entries(xml).map((entry) => /CDATA\[(.*?)\]\]><\/title>/.exec(entry)?.[1])).toEqual([
      'Feed two',
      'Feed &lt;b&gt;one&lt;/b&gt; &amp; &quot;more&quot; ]]&gt;',
    ])
    const entry = entries(xml)[1]
    expect(entry).toContain('<entry xml:lang="fr">')
    expect(entry).toContain(`href="https://concord.example/needs/${first}"`)
    expect(entry).toContain('<name>UNICEF Kenya</name>')
    expect(idOf(entry)).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )

    await cast.wanjiru.api.patch(`/needs/${first}`, { title: 'Feed one, edited' })
    await site.settled()
    const edited = entries(await (await get('/needs.atom?q=feed&country=KEN')).text())[1]
    expect(edited).toContain('Feed one, edited')
    expect(idOf(edited)).toBe(idOf(entry))
    expect(/<updated>.*<\/updated>/.exec(edited ?? '')?.[0]).not.toBe(
      /<updated>.*<\/updated>/.exec(entry ?? '')?.[0],
    )
  })

  test('is sent again only when it changed, by tag or by date, and forgets what was withdrawn', async () => {
    const id = await needed({ title: 'Conditional bandages' })
    const path = '/needs.atom?q=conditional'
    const first = await get(path)
    const tag = first.headers.get('etag') ?? ''
    const date = first.headers.get('last-modified') ?? ''
    expect([
      (await get(path, { 'if-none-match': tag })).status,
      (await get(path, { 'if-modified-since': date })).status,
    ]).toEqual([304, 304])
    expect(entries(await first.text())).toHaveLength(1)

    await cast.wanjiru.api.post(`/needs/${id}/withdrawal`)
    const after = await get(path, { 'if-modified-since': date })
    expect(after.status).toBe(200)
    expect(entries(await after.text())).toEqual([])
    expect((await get(path, { 'if-none-match': tag })).status).toBe(200)
  })

  test('is named by the listing, with the present search', async () => {
    const { text } = await visitor(site.url).open('/needs?q=solar&sdg=7')
    expect(text).toContain(
      '<link rel="alternate" type="application/atom+xml" title="Needs" href="/needs.atom?q&#x3D;solar&amp;sdg&#x3D;7&amp;lang&#x3D;en"',
    )
    for (const file of ['csv', 'json', 'atom'])
      expect(text).toContain(`<a href="/needs.${file}?q&#x3D;solar&amp;sdg&#x3D;7`)
  })
})
