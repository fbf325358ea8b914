import { refrigerators } from '../factories/postings.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { password, person, type Person } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'

let site: Site
let cast: Cast
/** Ada's colleague at Acme Cold Chain */
let amir: Person

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
  amir = await person(site, 'Amir', cast.ada.organisation)
})
afterAll(() => site.close())

interface Saved {
  status: number
  body: { version: string; revision: number; draft: string; form: string; by?: string }
}

/** A browser with the form's script, which sends what is typed. */
async function writer({ email }: Person, form: string) {
  const browser = visitor(site.url)
  await browser.signIn(email, password)
  const page = (await browser.open(form)).text
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
  const names = ['_csrf', 'requestKey', 'revision', 'version']
  const held = Object.fromEntries(names.map((name) => [name, hidden(name)]))
  const send = (path: string, fields: object) => browser.post(path, { ...held, ...fields })
  return {
    ...{ browser, page, send },
    async saves(path: string, fields: object): Promise<Saved> {
      const { status, text } = await send(path, fields)
      const body = JSON.parse(text) as Saved['body']
      if (status < 300) Object.assign(held, { version: body.version, revision: String(body.revision) })
      return { status, body }
    },
  }
}

const complete = {
  title: 'Solar refrigerators for village clinics',
  description: 'Twenty solar refrigerators for vaccines with spare parts and guides for the nurses.',
  language: 'en',
  contributionTypes: 'expertise',
  sdgs: '3',
  countries: 'KEN',
}
const drafts = async () => (await cast.ada.api.get('/offers?status=draft')).body.items

test('a new form becomes a draft while it is typed, goes on where it was left, and is published', async () => {
  const ada = await writer(cast.ada, '/offers/new')
  expect(ada.page).toContain('data-draft="/offers/drafts"')
  const first = await ada.saves('/offers/drafts', { title: 'Sol' })
  expect([first.status, first.body.revision]).toEqual([201, 1])
  const begun = await ada.saves(first.body.draft, { title: 'Solar ref', 'value.currency': 'us' })
  expect(begun.status).toBe(200)
  expect(await drafts()).toMatchObject([{ title: 'Solar ref', status: 'draft' }])

  const again = await writer(amir, begun.body.form)
  expect(again.page).toContain('value="Solar ref"')
  expect(again.page).toContain('value="us"')
  expect(again.page).toContain('This draft was last saved by')
  const incomplete = await again.send(`${begun.body.form.replace('/edit', '/publication')}`, {})
  expect(incomplete.status).toBe(422)
  expect(incomplete.text).toContain('Description: Fill this in.')

  const published = await again.send(begun.body.form, { ...complete, act: 'publish' })
  expect(published.headers.get('location')).toMatch(/notice=published$/)
  expect(await drafts()).toEqual([])
  const [, id = ''] = /offers\/(\w+)\//.exec(begun.body.form) ?? []
  expect((await site.services.audits.of(id)).map(({ act }) => act)).toEqual(['post', 'publish'])
  expect(await site.services.offers.typedOf(id)).toBeNull()
})

test('a form sent without knowing that it became a draft publishes the draft and not a second one', async () => {
  const ada = await writer(cast.ada, '/offers/new')
  const { body } = await ada.saves('/offers/drafts', { title: 'Twice' })
  const browser = await ada.send('/offers', {
    ...complete,
    title: 'Posted once only',
    revision: '0',
    version: '',
  })
  expect(browser.headers.get('location')).toBe(`${body.form.replace('/edit', '')}?notice=published`)
  const { items } = (await cast.ada.api.get('/offers?status=draft&status=screening&status=open')).body
  expect(items.filter(({ title }: { title: string }) => /Twice|once/.test(title))).toHaveLength(1)
})

test('of two windows the second to save is told, and nothing is overwritten', async () => {
  const { body } = await (
    await writer(cast.ada, '/offers/new')
  ).saves('/offers/drafts', { title: 'Begun by Ada' })
  const [one, two] = [await writer(cast.ada, body.form), await writer(amir, body.form)]
  expect((await one.saves(body.draft, { title: 'Ada goes on' })).status).toBe(200)
  const late = await two.saves(body.draft, { title: 'Amir was late' })
  expect([late.status, late.body.by]).toEqual([409, 'Ada'])
  const form = await two.send(body.form, { title: 'Amir was late', act: 'draft' })
  expect(form.status).toBe(409)
  expect(form.text).toContain('Somebody changed this text while it was open here')
  expect(form.text).toContain('value="Amir was late"')
  const titles = (await drafts()).map(({ title }: { title: string }) => title)
  expect(titles).toContain('Ada goes on')
  expect(titles).not.toContain('Amir was late')
})

test('an edit of what is published waits beside it, unseen, until it is published or discarded', async () => {
  const { body: offer } = await cast.ada.api.post('/offers', refrigerators())
  await site.settled()
  const path = `/offers/${offer.id}`
  const ada = await writer(cast.ada, `${path}/edit`)
  await ada.saves(`${path}/draft`, { ...complete, title: 'A better title for them' })
  expect((await cast.boris.api.get(path)).body).toMatchObject({ title: offer.title, revision: 1 })
  const amirs = await writer(amir, `${path}/edit`)
  expect(amirs.page).toContain('value="A better title for them"')
  expect(amirs.page).toContain('goes on from an edit that is not published yet')
  const gone = await amirs.send(`${path}/draft/discard`, {})
  expect(gone.headers.get('location')).toBe(`${path}?notice=discarded`)
  expect((await writer(amir, `${path}/edit`)).page).toContain(`value="${offer.title}"`)

  const boris = await writer(cast.boris, '/offers/new')
  expect((await boris.send(`${path}/draft`, { title: 'Taken over' })).status).toBe(403)
  expect((await boris.send(`${path}/draft/discard`, {})).status).toBe(403)
})

test('what is published meanwhile keeps a stale window from saving', async () => {
  const { body: offer } = await cast.ada.api.post(
    '/offers',
    refrigerators({ title: 'Cold boxes with locks' }),
  )
  await site.settled()
  const path = `/offers/${offer.id}`
  const stale = await writer(amir, `${path}/edit`)
  await cast.ada.api.patch(path, { title: 'Cold boxes with two locks' })
  expect((await stale.saves(`${path}/draft`, { title: 'Cold boxes' })).status).toBe(409)
})

test('the text of what was withdrawn begins a new posting, for its own organisation', async () => {
  const { body: offer } = await cast.ada.api.post('/offers', refrigerators({ title: 'Posted by mistake' }))
  await cast.ada.api.post(`/offers/${offer.id}/withdrawal`)
  const ada = await writer(cast.ada, `/offers/${offer.id}`)
  expect(ada.page.replaceAll('&#x3D;', '=')).toContain(`href="/offers/new?like=${offer.id}"`)
  const anew = (await ada.browser.open(`/offers/new?like=${offer.id}`)).text
  expect(anew).toContain('value="Posted by mistake"')
  expect(anew).toContain('action="/offers"')
  const boris = await writer(cast.boris, '/offers/new')
  expect((await boris.browser.open(`/offers/new?like=${offer.id}`)).status).toBe(404)
})

test('without a script a draft is saved by its button, complete or not, but never too long', async () => {
  const ada = visitor(site.url)
  await ada.signIn(cast.ada.email, password)
  const saved = await ada.submit('/offers', { title: 'By hand', act: 'draft' }, '/offers/new')
  expect(saved.headers.get('location')).toMatch(/^\/offers\/\w{24}\?notice=saved$/)
  const long = await ada.submit('/offers', { title: 'x'.repeat(161), act: 'draft' }, '/offers/new')
  expect(long.status).toBe(422)
  const untitled = await ada.submit('/offers', { title: '', act: 'draft' }, '/offers/new')
  const page = await ada.open(untitled.headers.get('location') ?? '')
  expect(page.text).toContain('Draft without a title')
})
