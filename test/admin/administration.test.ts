import { newId } from '../../server/records/new-id.ts'
import { refrigerators } from '../factories/postings.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { password, person, type Person } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'

let site: Site
let cast: Cast
let root: Person
let desk: ReturnType<typeof visitor>

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
  root = await person(site, 'Root', cast.selma.organisation, ['administrator'])
  desk = visitor(site.url)
  await desk.signIn(root.email, password)
})
afterAll(() => site.close())

const why = 'A reason that stays on record.'
const accountOf = ({ id }: Person) => `/admin/accounts/${id}`

test('a locked account loses session, token and socket at once, and signs in again once unlocked', async () => {
  const browser = visitor(site.url)
  await browser.signIn(cast.luis.email, password)
  const ears = await cast.luis.listens()
  const closed = ears.ended()
  const page = accountOf(cast.luis)
  expect((await desk.submit(`${page}/locking`, { why }, page)).headers.get('location')).toBe(
    `${page}?done=locked`,
  )
  await closed
  expect((await browser.open('/account')).headers.get('location')).toBe('/sign-in?next=%2Faccount')
  expect((await cast.luis.api.get('/matches')).status).toBe(401)
  expect((await visitor(site.url).signIn(cast.luis.email, password)).status).toBe(422)
  expect((await desk.open('/admin/accounts?state=locked')).text).toContain(cast.luis.email)

  await desk.submit(`${page}/unlocking`, { why }, page)
  expect((await cast.luis.api.get('/matches')).status).toBe(401)
  expect((await visitor(site.url).signIn(cast.luis.email, password)).status).toBe(303)
  await site.settled()
  expect((await desk.open(page)).text).toMatch(/Unlocked · .*Root.*Locked · .*Root/s)
})

test('of two administrators who change the same roles the second is told what is so now', async () => {
  const page = accountOf(cast.selma)
  const changed = await desk.submit(
    `${page}/roles`,
    { roles: ['administrator'], seen: 'screener', reason: why },
    page,
  )
  expect(changed.headers.get('location')).toBe(`${page}?done=roles`)
  const late = await desk.submit(
    `${page}/roles`,
    { roles: ['screener'], seen: 'screener', reason: why },
    page,
  )
  expect(late.status).toBe(409)
  expect(late.text).toContain('Somebody changed this account')
  const back = { roles: ['screener'], seen: 'administrator', reason: why }
  expect((await desk.submit(`${page}/roles`, back, page)).status).toBe(303)
  const own = await desk.submit(`${accountOf(root)}/roles`, { seen: 'administrator', reason: why }, page)
  expect([own.status, own.text]).toEqual([409, expect.stringContaining('Ask another administrator')])
  const unreasoned = await desk.submit(`${page}/roles`, { roles: ['screener'], reason: 'no' }, page)
  expect(unreasoned.status).toBe(422)
})

test('what a deactivated organisation posted leaves the lists, and returns when that is undone', async () => {
  const { body } = await cast.ada.api.post('/offers', refrigerators())
  await site.settled()
  const page = `/admin/organisations/${cast.ada.organisation.id}`
  const offer = () => visitor(site.url).open(`/offers/${body.id}`)
  const listed = async () => (await visitor(site.url).open('/offers')).text.includes(body.id)
  expect([(await offer()).status, await listed()]).toEqual([200, true])

  await desk.submit(`${page}/deactivation`, { why }, page)
  expect((await cast.ada.api.get('/matches')).status).toBe(401)
  await site.settled()
  expect([(await offer()).status, await listed()]).toEqual([404, false])
  expect((await desk.open(page)).text).toMatch(/deactivated: its people see nothing.*ada@people\.example/s)

  await desk.submit(`${page}/reactivation`, { why }, page)
  await site.settled()
  expect([(await offer()).status, await listed()]).toEqual([200, true])
  expect((await visitor(site.url).signIn(cast.ada.email, password)).status).toBe(303)
})

test('nobody deactivates the own organisation', async () => {
  const page = `/admin/organisations/${root.organisation.id}`
  expect((await desk.open(page)).text).not.toContain('/deactivation')
  expect((await desk.submit(`${page}/deactivation`, { why }, '/admin/organisations/new')).status).toBe(409)
})

test('an entity and its office are added, and screening routes to them', async () => {
  const form = '/admin/organisations/new'
  const added = await desk.submit(
    '/admin/organisations',
    {
      kind: 'entity',
      name: 'Office of Tests',
      acronym: 'OT',
      sdgs: ['3'],
      'mandate.en': 'Looks after tests.',
    },
    form,
  )
  const address = added.headers.get('location') ?? ''
  expect(address).toMatch(/^\/admin\/organisations\/[0-9a-f]{24}\?done=added$/)
  const parentId = address.split(/[/?]/)[3] ?? ''
  const office = { kind: 'office', name: 'OT Kenya', parentId }
  const placeless = await desk.submit('/admin/organisations', office, form)
  expect([placeless.status, placeless.text]).toEqual([
    422,
    expect.stringContaining('Countries that it serves'),
  ])
  expect((await desk.submit('/admin/organisations', { ...office, countries: ['KEN'] }, form)).status).toBe(
    303,
  )
  const twice = await desk.submit('/admin/organisations', { ...office, countries: ['KEN'] }, form)
  expect(twice.text).toContain('There is one of that name already.')
  expect((await site.services.organisations.unSide()).map(({ name }) => name)).toContain('OT Kenya')
})

test('the audit is filtered, paged and taken away', async () => {
  const filtered = (await desk.open('/admin/audit?act=lock&person=roo')).text
  expect(filtered).toMatch(/<strong>Locked<\/strong>.*Luis/s)
  expect(filtered).not.toContain('<strong>Unlocked</strong>')
  expect((await desk.open('/admin/audit?person=luis')).text).toContain('No entry fits')
  const csv = (await desk.open('/admin/audit.csv?act=lock')).text.trim().split('\r\n')
  expect(csv).toHaveLength(2)
  expect(csv[1]).toContain(why)

  const entries = Array.from({ length: 55 }, (_, place) => ({
    ...{ id: newId(), kind: 'audit', at: new Date(Date.UTC(2020, 0, 1, 0, place)) },
    data: {
      actor: { id: 'tester', name: 'Tester' },
      act: 'post',
      record: { kind: 'offer', id: `old-${place}` },
    },
  }))
  for (const entry of entries) await site.services.audits.add(entry)
  const first = (await desk.open('/admin/audit?person=tester')).text
  expect(first.match(/old-\d+/g)).toHaveLength(50)
  const next =
    /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=') ?? ''
  expect((await desk.open(next)).text.match(/old-\d+/g)).toEqual([
    'old-4',
    'old-3',
    'old-2',
    'old-1',
    'old-0',
  ])
})

test('an effect that fails is shown with its reason, and tried again on request', async () => {
  const { connection, audits } = site.services
  const now = new Date()
  const broken = { id: newId(), kind: 'unheard-of', at: now, data: {} }
  await connection
    .collection<{ _id: string }>('organisations')
    .updateOne({ _id: cast.boris.organisation.id }, { $push: { effects: broken } } as never)
  await site.settled()
  const shown = (await desk.open('/admin/processing')).text
  expect(shown).toContain('Nobody knows the effect unheard-of')
  expect((await desk.open('/admin')).text).toMatch(/<strong class="key-figure">1<\/strong> failed effects/)

  await connection
    .collection<{ _id: string }>('organisations')
    .updateOne(
      { 'effects.id': broken.id },
      { $set: { 'effects.$.kind': 'audit', 'effects.$.data': { act: 'x' } } },
    )
  const tried = await desk.submit('/admin/processing/retry', {}, '/admin/processing')
  expect(tried.headers.get('location')).toBe('/admin/processing?done=retried')
  await site.settled()
  expect((await desk.open('/admin/processing')).text).not.toContain('unheard-of')
  expect(await audits.search({ act: 'x' }, null, 5)).toHaveLength(1)
})

test('a screening officer gets no more than words', async () => {
  const officer = visitor(site.url)
  await officer.signIn(cast.selma.email, password)
  const { status, text } = await officer.open('/admin')
  expect([status, text]).toEqual([403, expect.stringContaining('Not for this account')])
  expect((await officer.open('/screening')).text).not.toContain('href="/admin"')
})
