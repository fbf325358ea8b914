import { risk } from '../../../server/screening/checks/risk.ts'
import type { Offer } from '../../../server/offers/offer.ts'
import type { CompanyProfile, Controversy } from '../../../server/organisations/organisation.ts'
import { company, context, offer, rulesOf } from '../people.ts'

const check = (profile: Partial<CompanyProfile>, changes: Partial<Offer> = {}) =>
  risk(offer(changes), company(profile), context())

test.each([
  ['software', '6201', 'low', 'cleared'],
  ['solar equipment', '2710', 'low', 'cleared'],
  ['chemicals', '2011', 'moderate', 'cleared'],
  ['pesticides', '2021', 'substantial', 'held'],
  ['pharmaceuticals', '2100', 'moderate', 'cleared'],
  ['dairy with infant food', '1050', 'moderate', 'cleared'],
  ['soft drinks', '1104', 'moderate', 'cleared'],
  ['fast food', '5610', 'moderate', 'cleared'],
  ['apparel', '1410', 'moderate', 'cleared'],
  ['electronics', '2610', 'moderate', 'cleared'],
  ['fisheries', '0311', 'moderate', 'cleared'],
  ['power and dams', '3510', 'moderate', 'cleared'],
  ['crude oil', '0610', 'substantial', 'held'],
  ['mining', '0729', 'substantial', 'held'],
  ['palm oil', '0126', 'substantial', 'held'],
  ['logging', '0220', 'substantial', 'held'],
  ['breweries', '1103', 'substantial', 'held'],
  ['private security', '8010', 'substantial', 'held'],
  ['arms', '2520', 'high', 'held'],
])('%s (%s): %s, %s', (_, industry, level, verdict) => {
  expect(check({ industry })).toMatchObject({ level, finding: { check: 'risk', verdict } })
})

test('the riskiest line of business counts, a minor one a level lower', () => {
  expect(check({ industry: '6201', revenueShares: { '6201': 60, '0610': 40 } }).level).toBe('substantial')
  expect(check({ industry: '6201', revenueShares: { '6201': 81, '0610': 19 } }).level).toBe('moderate')
  expect(check({ industry: '6201', revenueShares: { '6201': 90, '2100': 10 } }).level).toBe('low')
})

test('what the offer itself is about counts too', () => {
  expect(check({ industry: '6201' }, { industry: '0610' }).level).toBe('substantial')
})

describe('controversies', () => {
  const recorded = (severity: Controversy['severity'], year: number): Controversy => ({
    kind: 'environment',
    severity,
    year,
  })
  test.each<[string, string, Controversy[], string]>([
    ['minor', '6201', [recorded('minor', 2025)], 'low'],
    ['serious', '6201', [recorded('serious', 2025)], 'moderate'],
    ['severe', '6201', [recorded('severe', 2025)], 'substantial'],
    ['serious and old', '6201', [recorded('serious', 2010)], 'low'],
    ['severe and old', '6201', [recorded('severe', 2010)], 'moderate'],
    ['serious in a moderate industry', '2100', [recorded('serious', 2025)], 'substantial'],
    ['severe in a substantial industry', '0610', [recorded('severe', 2025)], 'high'],
    ['severe in a high industry', '2520', [recorded('severe', 2025)], 'high'],
    ['several: the gravest', '6201', [recorded('minor', 2025), recorded('severe', 2024)], 'substantial'],
  ])('%s', (_, industry, controversies, level) => {
    expect(check({ industry, controversies }).level).toBe(level)
  })

  test('are shown one by one', () => {
    const { finding } = check({ controversies: [recorded('minor', 2025), recorded('serious', 2024)] })
    expect(rulesOf(finding)).toEqual(['risk.controversy', 'risk.controversy'])
    expect(finding.reasons[1]?.facts).toEqual({ kind: 'environment', severity: 'serious', year: 2024 })
  })
})

test('membership of the Global Compact is shown and changes nothing', () => {
  const member = check({ industry: '0610', declarations: { globalCompact: true } })
  expect(member).toMatchObject({ level: 'substantial', finding: { verdict: 'held' } })
  expect(rulesOf(member.finding)).toEqual(['risk.industry', 'risk.global-compact'])
})

test('a company without a profile is low', () => {
  const bare = { ...company(), profile: undefined }
  expect(risk(offer(), bare, context())).toMatchObject({ level: 'low', finding: { verdict: 'cleared' } })
})
