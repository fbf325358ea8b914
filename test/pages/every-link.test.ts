import { demoEmails, seedDemo } from '../../scripts/seed-demo.ts'
import { password } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'

let site: Site

beforeAll(async () => {
  site = await openSite()
  await seedDemo(site.services, password)
  await site.settled()
}, 300_000)
afterAll(() => site.close())

/** Of pages about one thing two, since another thing may show other parts. */
const ofKind = (kind: string): number => (kind.includes('/:') ? 2 : 1)

/** Pages of one kind differ in ids, codes and the values of their query. */
const kindOf = (href: string): string => {
  const { pathname, searchParams } = new URL(href, site.url)
  const path = pathname.replaceAll(/[0-9a-f-]{20,}/g, ':id').replaceAll(/\/[A-Z]{3}(?=\/|$)/g, '/:iso3')
  return `${path}?${searchParams.keys().next().value ?? ''}`
}

/** Files for programs have their own tests, and how many one may load is limited. */
const isFile = (href: string): boolean => /\.(csv|json|atom)(\?|$)/.test(href)

const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a\s[^>]*href="(\/[^"]*)/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='))
    .map((href) => href.split('#')[0] as string)
    .filter((href) => !isFile(href) && !href.includes('lang='))

/** What no reader should ever see: the key of a sentence, or a value that is none. */
const slips = /\b[a-z-]+:[a-z]+[\w-]*\.[\w.-]+|{{\w+}}|\[object \w+\]|\b(?:undefined|NaN|Invalid Date)\b/g
const textOf = (html: string): string =>
  html.replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ').replaceAll(/<[^>]*>/g, ' ')

/** Follows every kind of link from the Arabic first page on; says what is wrong with the pages found. */
async function walk(email: string | undefined): Promise<{ pages: number; wrong: string[] }> {
  const browser = visitor(site.url)
  if (email) await browser.signIn(email, password)
  await browser.open('/?lang=ar')
  const seen = new Map<string, number>()
  const waiting = ['/']
  const wrong: string[] = []
  for (let href = waiting.pop(); href !== undefined; href = waiting.pop()) {
    const times = seen.get(kindOf(href)) ?? 0
    if (times >= ofKind(kindOf(href))) continue
    seen.set(kindOf(href), times + 1)
    const { status, headers, text } = await browser.open(href)
    if (status >= 400) wrong.push(`${href}: ${status}`)
    if (!headers.get('content-type')?.startsWith('text/html')) continue
    for (const [slip] of textOf(text).matchAll(slips)) wrong.push(`${href}: ${slip}`)
    waiting.push(...linksIn(text))
  }
  return { pages: seen.size, wrong }
}

const readers = [undefined, ...demoEmails]

test.each(readers)(
  '%s finds a whole page behind every kind of link',
  async (email) => {
    const { pages, wrong } = await walk(email)
    expect(wrong).toEqual([])
    expect(pages).toBeGreaterThan(20)
  },
  180_000,
)
