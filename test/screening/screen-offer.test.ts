import fc from 'fast-check'
import { screenOffer } from '../../server/screening/screen-offer.ts'
import { checks, isSameScreening } from '../../server/screening/screening.ts'
import type { Screening } from '../../server/screening/screening.ts'
import type { Offer } from '../../server/offers/offer.ts'
import type { CompanyProfile } from '../../server/organisations/organisation.ts'
import { company, completeGoods, context, entity, now, offer } from './people.ts'

const screen = (changes: Partial<Offer>, profile: Partial<CompanyProfile> = {}) =>
  screenOffer(offer(changes), company(profile), context())
const verdictsOf = ({ findings }: Screening) =>
  Object.fromEntries(findings.map(({ check, verdict }) => [check, verdict]))

describe('ordinary offers of every kind are cleared', () => {
  test.each<[string, Partial<Offer>]>([
    [
      'cash',
      {
        title: 'A grant for girls’ schools',
        description: 'We give 40 000 euros for the repair of three girls’ schools in Kitui.',
      },
    ],
    [
      'in-kind-goods',
      {
        title: 'Fifty solar vaccine refrigerators',
        description: 'WHO-prequalified refrigerators with spare parts for five years.',
        inKind: completeGoods,
      },
    ],
    [
      'in-kind-services',
      {
        title: 'Trucks with drivers',
        description: 'Ten refrigerated trucks with drivers for relief goods, for three months.',
      },
    ],
    [
      'expertise',
      {
        title: 'Hydrologists',
        description: 'Four hydrologists plan and repair village water networks, pro bono.',
      },
    ],
    [
      'personnel',
      {
        title: 'Volunteers for logistics',
        description: 'Twenty volunteers with customs experience, seconded for half a year.',
      },
    ],
    [
      'technology',
      {
        title: 'Stock software',
        description: 'A permanent licence of our stock software for clinics, with training.',
      },
    ],
    [
      'advocacy',
      {
        title: 'Speaking up for clean air',
        description: 'Our directors speak to other firms about clean air, four times a year.',
      },
    ],
    [
      'cause-marketing',
      {
        title: 'One dollar for each bag',
        description: 'For every bag that customers buy, one dollar goes to schools for refugees.',
      },
    ],
    [
      'access',
      {
        title: 'Warehouse in Mombasa',
        description: 'Two thousand square metres of dry storage near the port, for a year.',
      },
    ],
  ])('%s', (type, changes) => {
    const screening = screen({ contributionTypes: [type as Offer['contributionTypes'][number]], ...changes })
    expect(verdictsOf(screening)).toEqual({
      complete: 'cleared',
      genuine: 'cleared',
      permitted: 'cleared',
      'not-sanctioned': 'cleared',
      risk: 'cleared',
      relevant: 'cleared',
      routed: 'cleared',
    })
    expect(screening).toMatchObject({
      verdict: 'cleared',
      level: 'low',
      depth: 'basic',
      desk: 'country-office',
    })
  })
})

test('all seven checks run in order and give a reason, also after one holds', () => {
  const screening = screen({ contributionTypes: ['in-kind-goods'] }, { declarations: { weapons: true } })
  expect(screening.findings.map(({ check }) => check)).toEqual([...checks])
  expect(screening.findings.filter(({ reasons }) => reasons.length === 0)).toEqual([])
  expect(verdictsOf(screening)).toMatchObject({ complete: 'returned', permitted: 'held', routed: 'cleared' })
})

test('held outranks returned, returned outranks cleared', () => {
  const incomplete: Partial<Offer> = { contributionTypes: ['in-kind-goods'] }
  expect(screen({}).verdict).toBe('cleared')
  expect(screen(incomplete).verdict).toBe('returned')
  expect(screen(incomplete, { declarations: { weapons: true } }).verdict).toBe('held')
})

test.each<[string, Partial<CompanyProfile>, Partial<Screening>]>([
  ['nothing known', {}, { level: 'low', depth: 'basic', desk: 'country-office' }],
  [
    'a moderate industry',
    { industry: '2100' },
    { level: 'moderate', depth: 'standard', desk: 'country-office' },
  ],
  ['a substantial one', { industry: '0126' }, { level: 'substantial', depth: 'enhanced', desk: 'region' }],
  [
    'an exclusion',
    { declarations: { tobacco: 30 } },
    { level: 'high', depth: 'enhanced', desk: 'headquarters' },
  ],
])('level, depth and desk: %s', (_, profile, expected) => {
  expect(screen({}, profile)).toMatchObject(expected)
})

test('a name hit goes to headquarters', () => {
  const watchlist = { version: '2', entries: [{ id: 'L-1', list: 'Test list', names: ['Acme Water Works'] }] }
  const screening = screenOffer(offer(), company(), context({ watchlist }))
  expect(screening).toMatchObject({ verdict: 'held', level: 'low', depth: 'enhanced', desk: 'headquarters' })
})

test('an overlay hit alone holds nothing and bars that entity only', () => {
  const organisations = [entity('UNICEF', { overlay: 'unicef', sdgs: [6] }), entity('WHO', { sdgs: [6] })]
  const screening = screenOffer(
    offer(),
    company({ declarations: { alcohol: 20 } }),
    context({ organisations }),
  )
  expect(screening).toMatchObject({ verdict: 'cleared', barredFor: ['unicef'], revision: 1, at: now })
  expect(screening.routes).toEqual([{ organisationId: 'who', because: 'mandate' }])
})

const hostile = [
  '<script>alert(1)</script> '.repeat(3),
  '{"$where": "sleep(1000)"} and more text',
  '__proto__ constructor toString hasOwnProperty',
  '\u202Eright to left\u202C and \u200Bzero width text',
  'a'.repeat(10_000),
  '🙂'.repeat(2_000),
  '((((,,,,;;;;'.repeat(500),
  '不'.repeat(5_000),
  '{{words}} {{facts}} {{types}} for everybody',
]
test.each(hostile)('a hostile text is judged like any other: %#', (text) => {
  const screening = screen({ title: text.slice(0, 160), description: text })
  expect(screening.findings).toHaveLength(7)
  expect(['cleared', 'held', 'returned']).toContain(screening.verdict)
})

test('whatever the text, the same input gives the same screening, and none is changed', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.lorem(), fc.constantFrom(...hostile))
  const language = fc.constantFrom('en', 'fr', 'es', 'ru', 'ar', 'zh', 'pt')
  fc.assert(
    fc.property(text, text, language, (title, description, spoken) => {
      const changes = { title, description, language: spoken }
      const before = offer(changes)
      const once = screenOffer(before, company(), context())
      expect(isSameScreening(once, screen(changes))).toBe(true)
      expect(before).toEqual(offer(changes))
    }),
    { numRuns: 60 },
  )
})
