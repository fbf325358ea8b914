import { refrigerators, refrigeratorsNeeded } from '../factories/postings.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { password } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'

let site: Site
let cast: Cast

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
  await cast.wanjiru.api.post('/needs', refrigeratorsNeeded())
  await site.settled()
})
afterAll(() => site.close())

const form = {
  title: 'Fifty solar vaccine refrigerators',
  description:
    'Fifty new solar direct drive refrigerators for vaccines, 60 litres each, with guides for nurses.',
  language: 'en',
  contributionTypes: 'in-kind-goods',
  sdgs: '3',
  countries: 'KEN',
}
const goods = {
  'inKind.condition': 'new',
  'inKind.freightPaidBy': 'company',
  'inKind.customsBy': 'entity',
  'inKind.consignee': 'UNICEF Kenya, central vaccine store, Nairobi',
}

async function signedIn(email: string) {
  const browser = visitor(site.url)
  await browser.signIn(email, password)
  return browser
}

const everything = async () => {
  const count = (name: string) => site.services.connection.collection(name).countDocuments()
  return Promise.all(['matches', 'notifications'].map(count))
}

test('a company sees before publishing what screening says and what fits, and nothing of it happens yet', async () => {
  const ada = await signedIn(cast.ada.email)
  const before = await everything()
  const sent = await ada.submit('/offers', { ...form, act: 'preview' }, '/offers/new')
  const preview = sent.headers.get('location') ?? ''
  expect(preview).toMatch(/^\/offers\/\w{24}\/preview$/)
  const lacking = (await ada.open(preview)).text
  expect(lacking).toContain('it would come back to you to be completed')
  const [path = ''] = /^\/offers\/\w{24}/.exec(preview) ?? []

  const held = (name: string, html: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
  const edit = (await ada.open(`${path}/edit`)).text
  const known = { revision: held('revision', edit), version: held('version', edit) }
  await ada.submit(`${path}/edit`, { ...form, ...goods, ...known, act: 'preview' })
  const complete = (await ada.open(preview)).text
  expect(complete).toContain('the rules would clear it')
  expect(complete).toContain('1 open need fits now.')
  expect(complete).toContain('Solar vaccine refrigerators')
  expect(complete).toMatch(/covers Kenya|Kenya/)
  await site.settled()
  expect(await everything()).toEqual(before)

  const boris = await signedIn(cast.boris.email)
  expect((await boris.open(preview)).status).toBe(404)
  expect((await boris.open(`${path}/history`)).status).toBe(404)

  const version = held('version', complete)
  const stale = await ada.submit(`${path}/publication`, { version: 'older' }, preview)
  expect(stale.headers.get('location')).toBe(`${path}?notice=overtaken`)
  const out = await ada.submit(`${path}/publication`, { version }, preview)
  expect(out.headers.get('location')).toBe(`${path}?notice=published`)
  await site.settled()
  expect((await cast.wanjiru.api.get('/matches')).body.items).toHaveLength(1)
})

test('an office sees the offers that its need would find, and what would make it easier to meet', async () => {
  const hanna = await signedIn(cast.hanna.email)
  await cast.boris.api.post('/offers', refrigerators({ title: 'Ten solar refrigerators', countries: [] }))
  await site.settled()
  const sent = await hanna.submit(
    '/needs',
    { ...form, title: 'Refrigerators for vaccines', act: 'preview' },
    '/needs/new',
  )
  const { text } = await hanna.open(sent.headers.get('location') ?? '')
  expect(text).toMatch(/[12] cleared offers? fits? now\./)
  expect(text).toContain('Say how urgent it is.')
  expect(text).not.toContain('Name the countries')
})

test('an incomplete form is not previewed: it says what is missing', async () => {
  const ada = await signedIn(cast.ada.email)
  const sent = await ada.submit('/offers', { title: 'Pumps', act: 'preview' }, '/offers/new')
  const answer = await ada.open(sent.headers.get('location') ?? '')
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('Description: Fill this in.')
})

test('the history tells who changed what, and an older text goes back into the form', async () => {
  const { body: offer } = await cast.ada.api.post(
    '/offers',
    refrigerators({ title: 'Cold boxes of three sizes' }),
  )
  await cast.ada.api.patch(`/offers/${offer.id}`, {
    title: 'Cold boxes of four sizes',
    countries: ['KEN', 'PER'],
  })
  await site.settled()
  const ada = await signedIn(cast.ada.email)
  const history = (await ada.open(`/offers/${offer.id}/history`)).text
  expect(history).toContain('Cold boxes of three sizes')
  expect(history).toContain('Kenya and Peru')
  expect(history).toMatch(/Edited · <bdi>Ada<\/bdi>/)
  const [, address = ''] =
    /href="(\/offers\/\w+\/edit\?from=\w+)"/.exec(history.replaceAll('&#x3D;', '=')) ?? []
  const form = (await ada.open(address)).text
  expect(form).toContain('value="Cold boxes of three sizes"')
  expect(form).toContain('This form holds an older text')

  const selma = await signedIn(cast.selma.email)
  const seen = await selma.open(`/offers/${offer.id}/history`)
  expect(seen.text).toContain('Cold boxes of three sizes')
  expect(seen.text).not.toContain('edit?from')
  const boris = await signedIn(cast.boris.email)
  expect((await boris.open(`/offers/${offer.id}/history`)).status).toBe(403)
})
