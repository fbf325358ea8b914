import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page, Request } from 'playwright-core'
import { seedDemo } from '../../scripts/seed-demo.ts'
import { openBrowser } from '../support/browser.ts'
import { password } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
let browser: Awaited<ReturnType<typeof openBrowser>>
let axe: string

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  site = await openSite()
  await seedDemo(site.services, password)
  browser = await openBrowser()
}, 180_000)
afterAll(async () => {
  await browser.close()
  await site.close()
})

/** What axe finds against WCAG 2.2 AA. Playwright evaluates outside the page's content security policy. */
async function findings(page: Page, path: string): Promise<string[]> {
  await page.goto(path)
  await page.evaluate(axe)
  const violations = await page.evaluate(async () => {
    const { axe: engine } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    return (await engine.run({ runOnly: tags })).violations
  })
  return violations.map(({ id, nodes }) => `${path}: ${id}: ${nodes[0]?.html}`)
}

const firstLink = async (page: Page, list: string, pattern: RegExp): Promise<string> => {
  await page.goto(list)
  const links = await page
    .locator('main a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  return links.find((href) => pattern.test(href)) ?? list
}

/** Where the form of this page leads when it is sent as it is. */
async function afterSaving(page: Page, form: string): Promise<string> {
  await page.goto(form)
  await page.click('main form button[type=submit]')
  await page.waitForLoadState()
  const { pathname, search } = new URL(page.url())
  return pathname + search
}

/** What the author of a posting has of it. */
async function pagesOfPosting(page: Page): Promise<string[]> {
  const posting = await firstLink(page, '/account', /^\/offers\/\w{24}$/)
  return ['', '/edit', '/preview', '/history', '/withdrawal'].map((part) => posting + part)
}

const withLanguage = (path: string, language: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}lang=${language}`

const languages = ['en', 'fr', 'ar']
const people: [string, (page: Page) => Promise<string[]>][] = [
  [
    'company',
    async (page) => [
      '/offers/new',
      '/account',
      '/account/password',
      '/matches',
      '/introductions',
      await firstLink(page, '/introductions', /^\/introductions\/\w{24}$/),
      ...(await pagesOfPosting(page)),
      await firstLink(page, '/account', /\/people$/),
    ],
  ],
  [
    'office',
    async (page) => [
      '/alerts',
      '/answers',
      await firstLink(page, '/introductions', /^\/introductions\/\w{24}$/),
      await afterSaving(page, '/alerts/rules/new?search=%2Fneeds%3Fsdg%3D3'),
      '/alerts/rules/new?search=%2Foffers%3Fq%3Dsolar%26country%3DKEN',
      '/needs/new',
      '/matches',
      await firstLink(page, '/matches', /^\/matches\/\w{24}$/),
    ],
  ],
  [
    'admin',
    async (page) => [
      '/admin',
      '/admin/organisations?q=solar',
      await firstLink(page, '/admin/organisations', /^\/admin\/organisations\/\w{24}$/),
      '/admin/organisations/new',
      '/admin/accounts?role=member',
      await firstLink(page, '/admin/accounts?role=member', /^\/admin\/accounts\/\w{24}$/),
      '/admin/rules',
      '/admin/processing',
      '/admin/audit?kind=offer',
    ],
  ],
  ['screener', async (page) => ['/screening', await firstLink(page, '/screening', /^\/screening\/\w{24}/)]],
]

test.each(languages)(
  'axe finds nothing on the public pages in %s',
  async (language) => {
    const page = await browser.visitor(site.url)
    const offer = await firstLink(page, '/offers', /^\/offers\/\w{24}$/)
    const need = await firstLink(page, '/needs', /^\/needs\/\w{24}$/)
    const company = await firstLink(page, '/organisations?kind=company', /^\/organisations\/\w{24}$/)
    const partnership = await firstLink(page, '/partnerships', /^\/partnerships\/\w{24}$/)
    const paths = [
      '/',
      '/offers',
      '/needs?status=met',
      '/offers?q=nothing-like-it',
      '/needs?q=watr+pumps&region=202',
      offer,
      need,
      '/organisations?kind=entity',
      company,
      '/partnerships?q=logistics',
      partnership,
      '/statistics?period=all',
      '/countries',
      '/how-it-works',
      '/entities?type=cash&country=KEN',
      '/countries/KEN',
      '/sign-in',
      '/register',
      '/register/sent',
      '/register/confirmation',
      '/password-reset',
      '/password-reset/sent',
      '/invitation',
      '/nowhere',
    ]
    const found: string[] = []
    for (const path of paths) found.push(...(await findings(page, withLanguage(path, language))))
    expect(found).toEqual([])
  },
  120_000,
)

test.each(people)(
  'axe finds nothing on the pages of the %s in any language',
  async (who, pathsOf) => {
    const page = await browser.signedIn(site.url, `${who}@demo.example`)
    const paths = await pathsOf(page)
    const found: string[] = []
    for (const language of languages)
      for (const path of paths) found.push(...(await findings(page, withLanguage(path, language))))
    expect(found).toEqual([])
  },
  120_000,
)

test('axe finds nothing in the dark', async () => {
  const visitor = await browser.visitor(site.url, { colorScheme: 'dark' })
  const office = await browser.signedIn(site.url, 'office@demo.example')
  await office.emulateMedia({ colorScheme: 'dark' })
  const match = await firstLink(office, '/matches', /^\/matches\/\w{24}$/)
  const found: string[] = []
  for (const path of ['/', '/offers', '/statistics?period=all', '/countries', '/register'])
    found.push(...(await findings(visitor, path)))
  for (const path of ['/alerts', '/answers', '/needs/new', match])
    found.push(...(await findings(office, path)))
  expect(found).toEqual([])
}, 60_000)

test('axe finds nothing on the page that is not for this account', async () => {
  const page = await browser.signedIn(site.url, 'company@demo.example')
  const found: string[] = []
  for (const language of languages) found.push(...(await findings(page, withLanguage('/admin', language))))
  expect(found).toEqual([])
}, 60_000)

test('a first visit weighs less than 120 kB over the wire, headers included', async () => {
  const page = await browser.visitor(site.url)
  const requests: Request[] = []
  page.on('requestfinished', (request) => requests.push(request))
  await page.goto('/', { waitUntil: 'networkidle' })
  const sizes = await Promise.all(requests.map((request) => request.sizes()))
  const bytes = sizes.map(
    ({ responseHeadersSize, responseBodySize }) => responseHeadersSize + responseBodySize,
  )
  expect(bytes.length).toBeGreaterThan(3)
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(120_000)
}, 60_000)

test('on a phone nothing is wider than the screen, in either direction', async () => {
  const page = await browser.visitor(site.url, { viewport: { width: 390, height: 844 } })
  const paths = [
    '/',
    '/offers',
    '/needs',
    '/organisations',
    '/partnerships',
    '/statistics',
    '/countries',
    '/how-it-works',
    '/entities',
    '/countries/KEN',
    '/sign-in',
  ]
  for (const path of [
    ...paths,
    '/needs?lang=ar',
    '/organisations?lang=ar',
    '/statistics?lang=ar',
    '/?lang=ar',
  ]) {
    await page.goto(path)
    const widths = 'const { scrollWidth, clientWidth } = document.documentElement; [scrollWidth, clientWidth]'
    const [wide, screen] = await page.evaluate<number[]>(widths)
    expect([path, wide]).toEqual([path, screen])
  }
}, 60_000)
