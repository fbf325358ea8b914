import { refrigerators, refrigeratorsNeeded } from '../factories/postings.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { password, type Person } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'

let site: Site
let cast: Cast

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
})
afterAll(() => site.close())

async function browserOf({ email }: Person) {
  const browser = visitor(site.url)
  await browser.signIn(email, password)
  return browser
}

const newRule = (search: string) => `/alerts/rules/new?search=${encodeURIComponent(search)}`
const rulesOf = async ({ api }: Person) => (await api.get('/alert-rules')).body.items
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

/** Saves a search the way the page does; gives the address that it leads to. */
async function save(person: Person, search: string, fields: Record<string, string> = {}) {
  const browser = await browserOf(person)
  const values = { search, name: 'A rule', delivery: 'live', ...fields }
  return browser.submit('/alerts/rules', values, newRule(search))
}

/** Opens the form in a browser of its own; what it gives back sends it. */
async function openForm(person: Person, search: string) {
  const browser = await browserOf(person)
  const _csrf = browser.tokenIn((await browser.open(newRule(search))).text)
  return () => browser.post('/alerts/rules', { search, name: 'A rule', delivery: 'live', _csrf })
}

describe('saving a search', () => {
  const search = '/needs?q=solar+fridges&sdg=3&country=KEN&group=199'

  test('a listing offers it to whoever may hear of such postings', async () => {
    const link = `href="/alerts/rules/new?search&#x3D;${encodeURIComponent('/needs?q=solar&sdg=3')}"`
    expect((await visitor(site.url).open('/needs?q=solar&sdg=3&sort=newest')).text).toContain(link)
    const ada = await browserOf(cast.ada)
    expect((await ada.open('/needs?q=solar&sdg=3')).text).toContain(link)
    expect((await ada.open('/needs?status=met')).text).not.toContain('/alerts/rules/new')
    expect((await ada.open('/offers')).text).not.toContain('/alerts/rules/new')
    expect((await (await browserOf(cast.luis)).open('/offers')).text).toContain('/alerts/rules/new')
  })

  test('a visitor signs in and comes back to it', async () => {
    const { headers } = await visitor(site.url).open(newRule(search))
    const signIn = new URL(headers.get('location') ?? '', site.url)
    expect([signIn.pathname, signIn.searchParams.get('next')]).toEqual(['/sign-in', newRule(search)])
  })

  test('the form suggests a name; the rule keeps the search and leads back to it', async () => {
    const ada = await browserOf(cast.ada)
    const { text } = await ada.open(newRule(search))
    expect(text).toContain(
      'value="solar fridges, 3. Good health and well-being, Least developed countries, Kenya"',
    )
    const saved = await save(cast.ada, search, { name: 'Fridges in Kenya' })
    const [rule] = await rulesOf(cast.ada)
    expect(rule).toMatchObject({
      ...{ name: 'Fridges in Kenya', side: 'needs', q: 'solar fridges', sdgs: [3], countries: ['KEN'] },
      ...{ groups: ['199'], regions: [], languages: [], organisations: [], delivery: 'live' },
    })
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `/alerts/rules?saved=${rule.id}`])
    const page = await ada.open(`/alerts/rules?saved=${rule.id}`)
    expect(textOf(page.text)).toContain('Saved as “Fridges in Kenya”.')
    expect(page.text).toContain(
      '<a href="/needs?q&#x3D;solar+fridges&amp;sdg&#x3D;3&amp;group&#x3D;199&amp;country&#x3D;KEN">',
    )
  })

  test('the same search is there already, however it is written and however often it is sent at once', async () => {
    const again = '/needs?country=KEN&q=Solar++Fridges&group=199&sdg=3&sort=ending'
    const [rule] = await rulesOf(cast.ada)
    const known = `/alerts/rules?known=${rule.id}`
    expect((await (await browserOf(cast.ada)).open(newRule(again))).headers.get('location')).toBe(known)
    const other = '/needs?q=kerosene'
    const forms = await Promise.all([1, 2, 3].map(() => openForm(cast.ada, other)))
    const answers = await Promise.all(forms.map((send) => send()))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await rulesOf(cast.ada)).toHaveLength(2)
  })

  test('a company can’t have a rule about offers, by form or by API; the UN side can', async () => {
    expect((await (await browserOf(cast.ada)).open(newRule('/offers?sdg=3'))).status).toBe(403)
    expect((await save(cast.boris, '/needs?sdg=3', { search: '/offers?sdg=3' })).status).toBe(403)
    expect((await cast.ada.api.post('/alert-rules', { name: 'x', side: 'offers' })).status).toBe(403)
    const made = await cast.luis.api.post('/alert-rules', { name: 'x', side: 'offers' })
    expect(made.status).toBe(201)
    await cast.luis.api.delete(`/alert-rules/${made.body.id}`)
  })

  test.each([
    [{ name: ' ' }, 'Fill this in.'],
    [{ delivery: 'weekly' }, 'Choose from the list.'],
    [{ name: 'x'.repeat(101) }, 'Write at most 100 characters.'],
  ])('%j is asked for again', async (fields, sentence) => {
    const { status, text } = await save(cast.wanjiru, '/offers?sdg=6', fields)
    expect([status, textOf(text).includes(sentence)]).toEqual([422, true])
    expect(await rulesOf(cast.wanjiru)).toEqual([])
  })

  test('no form, no rule', async () => {
    const browser = await browserOf(cast.wanjiru)
    const fields = { search: '/offers', name: 'x', delivery: 'live' }
    expect((await browser.post('/alerts/rules', fields)).status).toBe(403)
    expect((await browser.open(newRule('/matches'))).status).toBe(404)
  })
})

describe('one’s rules', () => {
  test('say so where there are none', async () => {
    expect((await (await browserOf(cast.hanna)).open('/alerts/rules')).text).toContain('No rules yet')
  })

  test('lead to what one may hear of', async () => {
    const leadsToOffers = async (person: Person) =>
      (await (await browserOf(person)).open('/alerts/rules')).text.includes('>Look at offers<')
    expect([await leadsToOffers(cast.ada), await leadsToOffers(cast.luis)]).toEqual([false, true])
  })

  test('are paused, heard again and deleted by their owner and by nobody else', async () => {
    await save(cast.hanna, '/offers?sdg=4', { name: 'Hanna’s own' })
    const [{ id }] = await rulesOf(cast.hanna)
    const hanna = await browserOf(cast.hanna)
    const luis = await browserOf(cast.luis)
    const deliveryOf = async () => (await rulesOf(cast.hanna))[0]?.delivery

    expect((await luis.open('/alerts/rules')).text).not.toContain('Hanna’s own')
    expect((await luis.open(`/alerts/rules?saved=${id}`)).text).not.toMatch(/Hanna’s own|Saved as/)
    for (const act of ['delivery', 'removal']) {
      const { status } = await luis.submit(`/alerts/rules/${id}/${act}`, { delivery: 'off' }, '/alerts/rules')
      expect([act, status]).toEqual([act, 404])
    }
    expect(await deliveryOf()).toBe('live')

    await hanna.submit(`/alerts/rules/${id}/delivery`, { delivery: 'off' }, '/alerts/rules')
    expect(await deliveryOf()).toBe('off')
    await hanna.submit(`/alerts/rules/${id}/delivery`, { delivery: 'live' }, '/alerts/rules')
    expect(await deliveryOf()).toBe('live')
    await hanna.submit(`/alerts/rules/${id}/removal`, {}, '/alerts/rules')
    expect(await rulesOf(cast.hanna)).toEqual([])
  })

  test('a rule from before regions and groups could be asked for is still heard and shown', async () => {
    await site.services.connection.collection<{ _id: string }>('alertRules').insertOne({
      ...{ _id: 'b'.repeat(24), accountId: cast.boris.id, name: 'An old rule', side: 'need', sdgs: [13] },
      ...{ countries: [], contributionTypes: [], delivery: 'live', createdAt: new Date() },
    })
    expect((await (await browserOf(cast.boris)).open('/alerts/rules')).text).toContain('An old rule')
    const heard = await cast.boris.listens()
    const { body } = await cast.wanjiru.api.post('/needs', refrigeratorsNeeded({ sdgs: [13] }))
    await site.settled()
    expect((await heard.next()).needId).toBe(body.id)
    const [item] = (await cast.boris.api.get('/notifications')).body.items
    expect(item).toMatchObject({
      ...{ kind: 'posting-fits', title: 'New: “Solar vaccine refrigerators”' },
      reason: 'Your alert rule “An old rule”',
    })
    heard.close()
  })

  test('an offer rings once it is cleared, and a held one not at all', async () => {
    await save(cast.luis, '/offers?q=refrigerators&region=202&type=in-kind-goods', { name: 'Cold in Africa' })
    const post = async (changes: object) =>
      (await cast.ada.api.post('/offers', refrigerators({ ...changes }))).body
    const held = await post({ title: 'Refrigerators for cigarettes and other tobacco' })
    const cleared = await post({ title: 'Refrigerators for blood banks', description: aboutBlood })
    await post({ title: 'Refrigerators for Peru', countries: ['PER'], description: aboutPeru })
    await site.settled()
    const { items } = (await cast.luis.api.get('/notifications')).body
    expect(items.map(({ offerId }: { offerId: string }) => offerId)).toEqual([cleared.id])
    expect((await cast.ada.api.get(`/offers/${held.id}`)).body.status).not.toBe('open')
  })
})

const aboutBlood =
  'Twelve refrigerators of laboratory grade that keep blood at four degrees, with alarms and batteries.'
const aboutPeru =
  'Ninety household coolers for lunch rooms of schools in the highlands, with spare doors and shelves.'
