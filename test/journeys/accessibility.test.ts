import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
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

const languages = ['en', 'fr', 'ar']
const people: [string, (page: Page) => Promise<string[]>][] = [
  [
    'company',
    async (page) => [
      '/offers/new',
      '/account',
      '/matches',
      '/introductions',
      await firstLink(page, '/introductions', /^\/introductions\/\w{24}$/),
      await firstLink(page, '/account', /^\/offers\/\w{24}$/),
    ],
  ],
  [
    'office',
    async (page) => [
      '/alerts',
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
      '/nowhere',
    ]
    const found: string[] = []
    for (const path of paths)
      found.push(...(await findings(page, `${path}${path.includes('?') ? '&' : '?'}lang=${language}`)))
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
      for (const path of paths)
        found.push(...(await findings(page, `${path}${path.includes('?') ? '&' : '?'}lang=${language}`)))
    expect(found).toEqual([])
  },
  120_000,
)

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
