import { company, entity, office } from '../factories/organisations.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'

let site: Site

const childFund = entity('Child Fund', 'CF', {
  ...{ sdgs: [3, 4], concepts: ['vaccines', 'child-health', 'education'] },
  contributionTypes: ['in-kind-goods', 'cash'],
  text: { en: 'So that every child grows up well.', fr: 'Pour que chaque enfant grandisse bien.' },
})
const healthBody = entity('Health Body', 'HB', {
  ...{ sdgs: [3], concepts: ['vaccines', 'child-health', 'medicines'], contributionTypes: ['expertise'] },
  overlay: 'unicef',
})
const postUnion = entity('Post Union', 'PU', { sdgs: [9], concepts: [] })

beforeAll(async () => {
  site = await openSite()
  const all = [childFund, healthBody, postUnion, office('Child Fund Kenya', childFund, ['KEN'])]
  for (const one of [...all, company('Quiet Holdings')]) await site.services.organisations.add(one)
})
afterAll(() => site.close())

const page = async (query = '') => (await visitor(site.url).open(`/entities${query}`)).text
/** Names of the entities that the page answers with, by their cards. */
const named = (html: string) =>
  [...html.matchAll(/id="entity-[\s\S]*?<bdi>([^<]*)<\/bdi>/g)].map(([, name]) => name)

test.each([
  ['', ['Child Fund', 'Health Body', 'Post Union']],
  ['?type=in-kind-goods', ['Child Fund', 'Post Union']],
  ['?sdg=3', ['Child Fund', 'Health Body']],
  ['?type=expertise&sdg=3', ['Health Body']],
  ['?topic=education', ['Child Fund']],
  ['?topic=vaccines&type=', ['Child Fund', 'Health Body']],
  ['?type=advocacy&sdg=4', []],
  ['?sdg=99&type=nothing&country=XYZ', ['Child Fund', 'Health Body', 'Post Union']],
])('who would hear of %s', async (query, entities) => {
  expect(named(await page(query))).toEqual(entities)
})

test('each answer has its reasons, and says whether an office is there', async () => {
  const asked = await page('?type=in-kind-goods&sdg=3&country=KEN')
  expect(asked).toContain('Takes this kind of contribution: Goods in kind')
  expect(asked).toContain('Its mandate names goal 3, Good health and well-being')
  expect(asked).toContain('Serves Kenya by an office: Child Fund Kenya')
  expect(await page('?sdg=9&country=KEN')).toContain('No office for Kenya is registered')
  expect(await page('?type=advocacy&sdg=4')).toContain('No mandate fits all of that.')
})

test('of two whose mandates meet it says what both do, and what each does alone', async () => {
  const words = (await page()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  expect(words).toContain(
    'Both Vaccines and immunization and Child health Only CF Education Only HB Medicines',
  )
  expect(words).not.toContain('Only PU')
})

test('the tables tell who names which goal and takes what; no company is in them', async () => {
  const all = await page()
  const [, row = ''] =
    /<table class="table matrix" id="by-goal">[\s\S]*?>HB<\/bdi>([\s\S]*?)<\/tr>/.exec(all) ?? []
  const cells = [...row.matchAll(/<td>([\s\S]*?)<\/td>/g)].map(([, cell = '']) => cell.includes('yes'))
  expect(cells).toHaveLength(17)
  expect(cells.flatMap((yes, index) => (yes ? [index + 1] : []))).toEqual([3])
  expect(all).not.toContain('Quiet Holdings')
})

test('it speaks French and Arabic, and leads to rules of an entity’s own', async () => {
  expect(await page('?lang=fr')).toContain('Pour que chaque enfant grandisse bien.')
  expect(await page('?lang=ar&sdg=3')).toContain('تذكر ولايته الهدف 3')
  expect(await page()).toContain('href="/how-it-works#overlays"')
})
