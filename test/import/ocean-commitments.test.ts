import { adaptCommitment } from '../../scripts/import/ocean-commitments.ts'
import type { Adapted } from '../../scripts/import/adapted.ts'

const nets = {
  id: '#OceanAction90001',
  url: 'https://registry.example/partnerships/nets',
  title: '“Nets to yarn”',
  description:
    'We collect discarded nets in six ports &amp; spin them into yarn. Write to nets@netyarn.example.',
  entity: 'Netyarn\u200b Oy',
  language: 'ESPERANTO',
  sdgs: [12, 14, 20],
  sdg14Targets: ['14.1', '14.x'],
  entityTypes: ['Private sector'],
  partners: '',
  resources: [
    { type: 'Financing (in USD)', details: '$ 1,250,000' },
    { type: 'Staff / Technical expertise', details: 'Two engineers' },
    { type: 'In-kind contribution', details: 'Boats and crates' },
    { type: 'In-kind contribution', details: 'Transport to the mill' },
    { type: 'Other, please specify', details: 'Good will' },
  ],
  deliverables: [
    { date: '2029-05-31', text: 'Three hundred tonnes collected' },
    { date: '2027-03-01', text: 'Six ports signed' },
  ],
  countriesRaw: 'Finland\nEuropean Commission\nCôte d’Ivoire\nZimb\nGlobal',
}

function adapted(change: object): Adapted {
  const result = adaptCommitment({ ...nets, ...change })
  if ('reason' in result) throw new Error(result.reason)
  return result
}

test('a commitment is an offer of whoever registered it, until its last deliverable', () => {
  expect(adapted({})).toEqual({
    poster: { kind: 'company', name: 'Netyarn Oy', description: 'Private sector' },
    posting: {
      side: 'offer',
      title: 'Nets to yarn',
      description:
        'We collect discarded nets in six ports & spin them into yarn. Write to ….\n\n' +
        'Three hundred tonnes collected\n\nSix ports signed',
      language: 'en',
      contributionTypes: ['cash', 'expertise', 'in-kind-goods', 'in-kind-services'],
      sdgs: [12, 14],
      sdgTargets: ['14.1'],
      countries: ['FIN', 'CIV'],
      regions: [],
      value: { amount: 1_250_000, currency: 'USD' },
      availableUntil: new Date('2029-05-31T23:59:59.999Z'),
      source: {
        format: 'ocean-commitments',
        key: '#OceanAction90001',
        url: 'https://registry.example/partnerships/nets',
      },
      createdAt: new Date('2027-03-01T00:00:00Z'),
    },
  })
})

test('dates that the registry never had make a standing offer from its beginning', () => {
  const { posting } = adapted({
    deliverables: [
      { date: '1970-01-01', text: '' },
      { date: null, text: null },
    ],
  })
  expect(posting.availableUntil).toBeUndefined()
  expect(posting.createdAt).toEqual(new Date('2017-06-05T00:00:00Z'))
})

test.each([
  [[], ['in-kind-services']],
  [[{ type: 'Other, please specify', details: 'Vessels' }], ['in-kind-services']],
  [[{ type: 'In-kind contribution', details: 'Housing for artists' }], ['in-kind-services']],
  [[{ type: 'In-kind contribution', details: 'equipments for the campaign' }], ['in-kind-goods']],
])('resources %j bring %j', (resources, types) => {
  expect(adapted({ resources }).posting.contributionTypes).toEqual(types)
})

test.each([
  ['452,727', 452_727],
  ['412,421USD', 412_421],
  ['USD 3 million', undefined],
  ['500k/year', undefined],
  ['We look for a sponsor of 5000', undefined],
  ['0', undefined],
])('financing %j is worth %j', (details, amount) => {
  const { value } = adapted({ resources: [{ type: 'Financing (in USD)', details }] }).posting
  expect(value).toEqual(amount && { amount, currency: 'USD' })
})

test.each([
  ['N/A', 'Mangroves of Kenya', ['KEN']],
  ['Global', 'Mangroves of Kenya', []],
  ['Finland', 'Mangroves of Kenya', ['FIN']],
  ['N/A', 'Mangroves', []],
])('with places %j, %j is for %j', (countriesRaw, title, countries) => {
  expect(adapted({ countriesRaw, title }).posting.countries).toEqual(countries)
})

test('a language is heard in the text, whatever the registry says', () => {
  const text = {
    title: 'Recuperación de arrecifes de coral en el Caribe',
    description:
      'Nos comprometemos a restaurar los arrecifes de coral con la ayuda de los pescadores locales.',
  }
  expect(adapted(text).posting.language).toBe('es')
})

test('a title without words takes the name of the poster', () => {
  expect(adapted({ title: 'N/A' }).posting.title).toBe('N/A – Netyarn Oy')
})

test('a description longer than a posting may have is cut', () => {
  const { description } = adapted({ description: 'sea '.repeat(5_000) }).posting
  expect(description.length).toBeLessThanOrEqual(10_000)
})

test.each([
  [{ description: 'Soon.', deliverables: [] }, 'description: says next to nothing'],
  [{ entity: '' }, expect.stringMatching(/^entity: /)],
  [{ url: 'javascript' }, expect.stringMatching(/^url: /)],
  [{ resources: 'money' }, expect.stringMatching(/^resources: /)],
])('%j is not taken', (change, reason) => {
  expect(adaptCommitment({ ...nets, ...change })).toEqual({ reason })
})
