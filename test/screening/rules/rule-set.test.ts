import { readFileSync } from 'node:fs'
import { isIndustry } from '../../../server/vocabulary/industries.ts'
import { LANGUAGES } from '../../../server/vocabulary/languages.ts'
import { allRules, baseExclusions, overlays, ruleOf } from '../../../server/screening/rules/rule-set.ts'
import { riskSectors } from '../../../server/screening/rules/risk-sectors.ts'
import type { Texts } from '../../../server/screening/rules/rule.ts'
import { reasonOf } from '../../../server/screening/reason.ts'
import { reasonText } from '../../../server/screening/reason-text.ts'
import { checks } from '../../../server/screening/screening.ts'

const everyExclusion = [...baseExclusions, ...[...overlays.values()].flatMap(({ exclusions }) => exclusions)]
const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort()

test('no two rules share an id', () => {
  expect(new Set(allRules.map(({ id }) => id)).size).toBe(allRules.length)
})

test.each(allRules.map((rule) => [rule.id, rule] as const))('%s is worded, dated and sourced', (id, rule) => {
  expect(checks).toContain(rule.check)
  expect(id.startsWith(`${rule.check}.`)).toBe(true)
  expect(rule.since).toMatch(/^\d{4}-\d\d-\d\d$/)
  expect(rule.source.length).toBeGreaterThan(5)
  const texts = [rule.text, rule.neutral, rule.remedy].filter(
    (each): each is Texts => typeof each === 'object',
  )
  for (const { en, fr, ar } of texts) {
    expect([en, fr, ar].every((text) => text.trim().length > 5)).toBe(true)
    expect(ar).toMatch(/\p{Script=Arabic}/u)
    for (const text of [fr, ar]) expect(placeholders(en)).toEqual(expect.arrayContaining(placeholders(text)))
  }
})

test('the domain’s exclusions are all there', () => {
  expect(baseExclusions.map(({ topic }) => topic)).toEqual([
    'unSanctions',
    'unIneligibleVendor',
    'landMinesOrClusterMunitions',
    'weaponsOfMassDestruction',
    'weapons',
    'tobacco',
    'bannedSubstancesOrWildlife',
    'pornography',
    'gambling',
    'humanRightsViolations',
    'forcedLabour',
    'childLabour',
  ])
})

test('an exclusion names industries that exist, and terms in six languages where it reads text', () => {
  for (const { industries, terms, topic } of everyExclusion) {
    expect(industries.filter((code) => !isIndustry(code))).toEqual([])
    const spoken = LANGUAGES.filter((language) => terms[language].size > 0)
    expect([0, 6]).toContain(spoken.length)
    expect(spoken.length === 0).toBe(['unSanctions', 'unIneligibleVendor'].includes(topic))
  }
})

test('risk sectors name industries that exist', () => {
  expect(riskSectors.flatMap(({ industries }) => industries).filter((code) => !isIndustry(code))).toEqual([])
})

test('no rule bears an unknown id', () => {
  expect(() => ruleOf('permitted.chess')).toThrow(RangeError)
  expect(() => ruleOf('__proto__')).toThrow(RangeError)
})

describe('a reason', () => {
  test('has a key of the facts that matter only', () => {
    const reason = reasonOf('genuine.duplicate', { title: 'Pumps', offer: 'o-7', percent: 88 }, ['offer'])
    expect(reason).toEqual({
      rule: 'genuine.duplicate',
      version: '1',
      source: 'Secretary-General’s report A/66/320, paras. 39 and 53',
      facts: { title: 'Pumps', offer: 'o-7', percent: 88 },
      key: 'genuine.duplicate|offer=o-7',
    })
  })

  test('puts codes into the reader’s words', () => {
    const risk = reasonOf('risk.industry', { sector: 'palm-oil', industry: '0126', level: 'substantial' })
    expect(reasonText(risk, 'staff', 'fr')).toBe(
      'Active dans un secteur à risque (huile de palme et autres huiles, 0126 Growing of oleaginous fruits) : au moins substantiel.',
    )
    const stated = reasonOf('complete.stated', { types: 'cash, expertise' })
    expect(reasonText(stated, 'company', 'en')).toMatch(/^Everything .* \(.+, .+\)\.$/)
  })

  test('shows facts as text, and placeholders in them are not filled', () => {
    const reason = reasonOf('genuine.sales', { words: '<b>{{words}}</b> $& $1' })
    expect(reasonText(reason, 'staff', 'en')).toContain('“<b>{{words}}</b> $& $1”')
  })

  test('tells the company what it can do', () => {
    const reason = reasonOf('complete.consignee')
    expect(reasonText(reason, 'company', 'en')).toBe(
      'It is not stated who receives the goods. State who receives the goods (consignee).',
    )
    expect(reasonText(reason, 'staff', 'en')).toBe('It is not stated who receives the goods.')
  })
})

test('every check, verdict, level and desk is worded in the locales', () => {
  for (const language of ['en', 'fr', 'ar']) {
    const file = new URL(`../../../views/locales/${language}/screening.json`, import.meta.url)
    const words = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, unknown>>
    for (const check of checks)
      expect(words['check']?.[check]).toMatchObject({
        name: expect.any(String),
        question: expect.any(String),
      })
    expect(Object.keys(words['verdict'] ?? {})).toEqual(
      expect.arrayContaining(['cleared', 'held', 'returned', 'refused', 'none']),
    )
    expect(Object.keys(words['level'] ?? {})).toEqual(['low', 'moderate', 'substantial', 'high'])
    expect(Object.keys(words['desk'] ?? {})).toEqual(['country-office', 'region', 'headquarters'])
  }
})
