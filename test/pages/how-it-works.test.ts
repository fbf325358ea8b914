import { allRules } from '../../server/screening/rules/rule-set.ts'
import { entity } from '../factories/organisations.ts'
import { refrigerators } from '../factories/postings.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { password } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'

let site: Site
let cast: Cast

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
  const adopts = entity('Fund with Rules of its Own', 'FRO', { overlay: 'unicef' })
  await site.services.organisations.add(adopts)
})
afterAll(() => site.close())

const page = async (language: string) => (await visitor(site.url).open(`/how-it-works?lang=${language}`)).text
const anchorsIn = (html: string) => [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)

test.each(['en', 'fr', 'ar'])('every rule in force stands on the page in %s, once', async (language) => {
  const anchors = anchorsIn(await page(language))
  const ids = allRules.map(({ id }) => id)
  expect(ids.length).toBeGreaterThan(50)
  expect(anchors.filter((anchor) => ids.includes(anchor ?? '')).sort()).toEqual([...ids].sort())
})

test('a rule says what it asks for, its version, from when it applies and where it comes from', async () => {
  const english = await page('en')
  expect(english).toContain('The goods offered do not say whether they are new, used or refurbished.')
  expect(english).toMatch(/permitted\.tobacco<\/bdi> · version 1 · since <time[^>]*>1 November 2026/)
  expect(english).toContain('United Nations Global Compact, exclusion of tobacco producers')
  expect(english).not.toMatch(/{{|}}/)
})

test('what one entity adds stands under its name', async () => {
  const english = await page('en')
  expect(english.indexOf('Fund with Rules of its Own')).toBeLessThan(
    english.indexOf('id="permitted.unicef.alcohol"'),
  )
  expect(english).toContain('Bars partnership with this entity above 10 % of revenue')
})

test('it says who decides at each level, and what a score is made of', async () => {
  const english = (await page('en')).replaceAll(/<[^>]+>|\s+/g, ' ').replaceAll(/ +/g, ' ')
  expect(english).toContain('Substantial Enhanced due diligence Regional desk Waits for a person')
  expect(english).toContain('Low Basic due diligence Country office Goes on and shows why')
  expect(english).toContain('Goals 14 Sustainable Development Goals that both serve')
  expect(english).toContain('52 points and all that the other factors leave')
  expect(english).toMatch(/Score \d\d of 100/)
  expect(english).toContain('has 14 calendar days to answer')
})

test('a reason that the company reads leads to its rule', async () => {
  const answer = await cast.ada.api.post('/offers', refrigerators({ inKind: { freightPaidBy: 'company' } }))
  await site.settled()
  const ada = visitor(site.url)
  await ada.signIn(cast.ada.email, password)
  const offer = (await ada.open(`/offers/${answer.body.id}`)).text
  expect(offer).toContain('<a href="/how-it-works#complete.condition">')
  expect(anchorsIn(await page('en'))).toContain('complete.condition')
})

test('the API lists the same rules, in the language asked for', async () => {
  const answer = await fetch(`${site.url}/api/v1/rules?lang=fr`)
  const { version, items } = (await answer.json()) as {
    version: string
    items: { id: string; text: string }[]
  }
  expect(version).toBe('1')
  expect(items.map(({ id }) => id)).toEqual(allRules.map(({ id }) => id))
  expect(items.find(({ id }) => id === 'complete.condition')?.text).toBe(
    'L’offre ne dit pas si les biens sont neufs, usagés ou remis à neuf.',
  )
})
