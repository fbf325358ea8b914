import { castFor, type Cast } from '../support/cast.ts'
import { password } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'

let site: Site
let cast: Cast

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
})
afterAll(() => site.close())

describe('sessions', () => {
  test('signing in sets a cookie that scripts and other sites can’t use, under a new id', async () => {
    const browser = visitor(site.url)
    await browser.open('/sign-in')
    const before = browser.cookies.get('concord.session')
    const { status, headers } = await browser.signIn(cast.ada.email, password)
    expect([status, headers.get('location')]).toEqual([303, '/'])
    const cookie = headers.getSetCookie().find((line) => line.startsWith('concord.session'))
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(cookie).not.toMatch(/Secure/)
    expect(browser.cookies.get('concord.session')).not.toBe(before)
    expect((await browser.open('/account')).status).toBe(200)
  })

  test('a reader who only reads gets no session', async () => {
    const browser = visitor(site.url)
    await browser.open('/')
    await browser.open('/offers')
    expect(browser.cookies.get('concord.session')).toBeUndefined()
  })

  test('signing out ends the session for good', async () => {
    const browser = visitor(site.url)
    await browser.signIn(cast.ada.email, password)
    const stolen = browser.cookies.get('concord.session') as string
    await browser.submit('/sign-out', {}, '/account')
    const thief = visitor(site.url)
    thief.cookies.set('concord.session', stolen)
    expect((await thief.open('/account')).headers.get('location')).toBe('/sign-in?next=%2Faccount')
  })

  test('sessions live in the database, without the password', async () => {
    const sessions = await site.services.connection.collection('sessions').find({}).toArray()
    expect(sessions.length).toBeGreaterThan(0)
    expect(JSON.stringify(sessions)).not.toContain(password)
  })
})

describe('signing in', () => {
  test('a wrong password and an unknown address get the same words', async () => {
    const wrong = await visitor(site.url).signIn(cast.boris.email, 'wrong')
    const unknown = await visitor(site.url).signIn('nobody@people.example', 'wrong')
    const words = (html: string) => /do not belong together/.exec(html)?.[0]
    expect([wrong.status, unknown.status]).toEqual([422, 422])
    expect(words(wrong.text)).toBeTruthy()
    expect(words(wrong.text)).toEqual(words(unknown.text))
    expect(wrong.text).toContain(`value="${cast.boris.email}"`)
    expect(wrong.text).not.toContain('value="wrong"')
  })

  test('the eleventh wrong password waits', async () => {
    const browser = visitor(site.url)
    for (let attempt = 0; attempt < 10; attempt++)
      await browser.signIn('victim@people.example', `guess ${attempt}`)
    const { status, headers } = await browser.signIn('victim@people.example', 'guess 11')
    expect(status).toBe(429)
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)'])(
    'next=%s does not lead away',
    async (next) => {
      const { headers } = await visitor(site.url).submit('/sign-in', {
        email: cast.ada.email,
        password,
        next,
      })
      expect(headers.get('location')).toBe('/')
    },
  )
})

describe('forms of other sites', () => {
  const forms = [
    '/sign-in',
    '/sign-out',
    '/offers',
    '/needs',
    '/alerts/reading',
    '/offers/x/withdrawal',
    '/matches/x/interest',
  ]
  test.each(forms)('a POST to %s without the token is refused', async (path) => {
    const browser = visitor(site.url)
    await browser.signIn(cast.ada.email, password)
    expect((await browser.post(path, { title: 'forged' })).status).toBe(403)
    expect((await browser.post(path, { title: 'forged', _csrf: 'x'.repeat(64) })).status).toBe(403)
  })
})

test('every page is sent with a strict content security policy, and holds nothing inline', async () => {
  const browser = visitor(site.url)
  await browser.signIn(cast.ada.email, password)
  for (const path of [
    '/',
    '/offers',
    '/needs',
    '/organisations',
    '/partnerships',
    '/offers/new',
    '/matches',
    '/alerts',
    '/account',
    '/nowhere',
  ]) {
    const { headers, text } = await browser.open(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("style-src 'self'")
    expect(policy).not.toContain('unsafe')
    expect(text).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/)
    expect(text).not.toMatch(/\sstyle="/)
    expect(text).not.toMatch(/<style/)
    expect(text).not.toMatch(/\son(click|load|change|submit)=/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
})

describe('who may open what', () => {
  const open: Record<string, (keyof Cast)[]> = {
    '/offers/new': ['ada', 'boris'],
    '/needs/new': ['hanna', 'wanjiru', 'luis'],
    '/screening': ['selma'],
    '/matches': ['ada', 'boris', 'hanna', 'wanjiru', 'luis', 'selma'],
    '/alerts': ['ada', 'boris', 'hanna', 'wanjiru', 'luis', 'selma'],
    '/account': ['ada', 'boris', 'hanna', 'wanjiru', 'luis', 'selma'],
  }

  test.each(Object.keys(open))('%s', async (path) => {
    const stranger = await visitor(site.url).open(path)
    expect([stranger.status, stranger.headers.get('location')]).toEqual([
      303,
      `/sign-in?next=${encodeURIComponent(path)}`,
    ])
    for (const name of Object.keys(cast) as (keyof Cast)[]) {
      const browser = visitor(site.url)
      await browser.signIn(cast[name].email, password)
      const { status } = await browser.open(path)
      expect([name, status]).toEqual([name, open[path]?.includes(name) ? 200 : 403])
    }
  })
})

test('the language follows ?lang=, then the account, then the browser; Arabic runs from right to left', async () => {
  const asked = await visitor(site.url).open('/?lang=ar')
  expect(asked.text).toMatch(/<html[^>]*lang="ar"[^>]*dir="rtl"/)
  const browser = await visitor(site.url).open('/', { 'accept-language': 'fr-CH, fr;q=0.9' })
  expect(browser.text).toMatch(/<html[^>]*lang="fr"[^>]*dir="ltr"/)
  await site.services.accounts.setLanguage(cast.luis.id, 'fr')
  const luis = visitor(site.url)
  await luis.signIn(cast.luis.email, password)
  luis.cookies.delete('lang')
  expect((await luis.open('/', { 'accept-language': 'en' })).text).toMatch(/<html[^>]*lang="fr"/)
})

test('an unknown address is a friendly 404 in HTML and a problem in JSON', async () => {
  const page = await visitor(site.url).open('/nothing-here')
  expect(page.status).toBe(404)
  expect(page.text).toMatch(/<html/)
  const api = await fetch(`${site.url}/api/v1/nothing-here`)
  expect([api.status, api.headers.get('content-type')]).toEqual([
    404,
    'application/problem+json; charset=utf-8',
  ])
})
