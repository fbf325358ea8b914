import { adaptActivity } from '../../scripts/import/un-info.ts'
import type { Adapted } from '../../scripts/import/adapted.ts'

const wells = {
  id: 77001,
  agency: 'UNICEF',
  sdg: null,
  code: '4',
  name: '1.3.4 Solar pumps for deep wells in drought-prone counties',
  description: 'Forty deep wells are equipped with solar pumps and handed over to water committees.',
  start: '2026-02-01',
  end: '2028-06-30',
  outcome: 'Output 1.3: Households have safe drinking water all year round',
  required: 900_000,
  available: 250_000,
  spent: 10_000,
  countries: [{ iso3: 'KEN', name: 'Kenya' }],
}

function adapted(change: object): Adapted {
  const result = adaptActivity({ ...wells, ...change })
  if ('reason' in result) throw new Error(result.reason)
  return result
}

test('an activity with money missing is a need of the country office until the end of its last day', () => {
  expect(adapted({})).toEqual({
    poster: {
      kind: 'office',
      entity: { acronym: 'UNICEF', name: 'United Nations Children’s Fund' },
      country: { alpha3: 'KEN', name: 'Kenya' },
    },
    posting: {
      side: 'need',
      title: 'Solar pumps for deep wells in drought-prone counties',
      description: 'Forty deep wells are equipped with solar pumps and handed over to water committees.',
      language: 'en',
      contributionTypes: ['cash', 'in-kind-goods', 'in-kind-services', 'expertise', 'technology'],
      sdgs: [],
      sdgTargets: [],
      countries: ['KEN'],
      regions: [],
      value: { amount: 650_000, currency: 'USD' },
      availableFrom: new Date('2026-02-01T00:00:00Z'),
      availableUntil: new Date('2028-06-30T23:59:59.999Z'),
      source: { format: 'un-info', key: '77001' },
      createdAt: new Date('2026-02-01T00:00:00Z'),
    },
  })
})

test('an activity whose money is all there is a met need and says what it took', () => {
  const { posting } = adapted({ available: 900_000 })
  expect(posting.metAt).toEqual(new Date('2026-02-01T00:00:00Z'))
  expect(posting.value).toEqual({ amount: 900_000, currency: 'USD' })
})

test('an activity without a budget asks for nothing', () => {
  const { posting } = adapted({ required: 0, available: 0 })
  expect(posting.metAt).toBeDefined()
  expect(posting.value).toBeUndefined()
})

test('an activity in several countries is the entity’s own; a country named twice is one', () => {
  const several = [
    { iso3: 'KEN', name: 'Kenya' },
    { iso3: 'UGA', name: 'Uganda' },
  ]
  expect(adapted({ countries: several })).toMatchObject({
    poster: { kind: 'entity', acronym: 'UNICEF' },
    posting: { countries: ['KEN', 'UGA'] },
  })
  const twice = [...wells.countries, ...wells.countries]
  expect(adapted({ countries: twice })).toMatchObject({
    poster: { kind: 'office' },
    posting: { countries: ['KEN'] },
  })
})

test('a place that is no ISO country keeps its code, so that it never counts as anywhere', () => {
  const { poster, posting } = adapted({ countries: [{ iso3: 'XKX', name: 'Kosovo' }] })
  expect(posting.countries).toEqual(['XKX'])
  expect(poster).toMatchObject({ country: { alpha3: 'XKX', name: 'Kosovo' } })
})

test.each([[null], [''], ['1.3.4 Solar pumps for deep wells in drought-prone counties'], ['Solar']])(
  'a description %j gives way to name and outcome',
  (description) => {
    expect(adapted({ description }).posting.description).toBe(
      'Solar pumps for deep wells in drought-prone counties\n\n' +
        'Expected result: Households have safe drinking water all year round',
    )
  },
)

test('a made description speaks the language of the activity', () => {
  const { posting } = adapted({
    name: 'Appui à la construction de forages et de latrines dans les écoles rurales',
    description: null,
    outcome: 'Produit 2.1 : Les populations vulnérables ont accès à l’eau potable',
  })
  expect(posting.language).toBe('fr')
  expect(posting.description).toBe(
    'Appui à la construction de forages et de latrines dans les écoles rurales\n\n' +
      'Résultat attendu: Les populations vulnérables ont accès à l’eau potable',
  )
})

test('Portuguese is told from Spanish', () => {
  const name = 'Fortalecimento da capacidade das instituições públicas para a gestão da água e do saneamento'
  expect(adapted({ name, description: null }).posting.language).toBe('pt')
})

test('a long name is cut between words, and stands in full in the description', () => {
  const name = `Solar pumps ${'and pipes for every village of the county '.repeat(4)}until all have water`
  const { title, description } = adapted({ name }).posting
  expect(title.length).toBeLessThanOrEqual(160)
  expect(title).toMatch(/^Solar pumps and pipes .*[a-z]…$/)
  expect(description).toBe(`${name}\n\n${wells.description}`)
})

test('hardly a word still makes a title and a description', () => {
  const { title, description } = adapted({ name: 'COA', description: null, outcome: null }).posting
  expect(title).toBe('COA – UNICEF Kenya Country Office')
  expect(description).toBe('COA – UNICEF Kenya Country Office')
})

test('goals are taken where the source has some', () => {
  expect(adapted({ sdg: [6, 6, 99] }).posting.sdgs).toEqual([6])
  expect(adapted({ sdg: '13' }).posting.sdgs).toEqual([13])
})

test.each([
  [{ name: '  ' }, /^name: /],
  [{ agency: undefined }, /^agency: /],
  [{ end: '2028-02-31' }, /^end: /],
  [{ required: '900000' }, /^required: /],
  [{ countries: [{ iso3: 'Kenya' }] }, /^countries.0.iso3: /],
])('%j is not taken, and the field is named', (change, reason) => {
  expect(adaptActivity({ ...wells, ...change })).toEqual({ reason: expect.stringMatching(reason) })
})

test.each([[null], ['text'], [[]], [42]])('%j is no activity', (record) => {
  expect(adaptActivity(record)).toHaveProperty('reason')
})
