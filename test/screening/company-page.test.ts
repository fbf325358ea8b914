import { expect, test } from '@jest/globals'
import { companyPage } from '../../server/screening/company-page.ts'
import { createTranslations } from '../../server/web/i18n.ts'
import { company } from './people.ts'

const { translator } = await createTranslations()
const page = (language: string, profile: Parameters<typeof company>[0]) =>
  companyPage(company(profile), translator(language), language)

test('declarations are answers in words, and what is no plain no stands out', () => {
  const declarations = { weapons: false, tobacco: 30, gambling: true }
  expect(page('en', { declarations }).declarations).toEqual([
    { topic: 'weapons and armaments', answer: 'no', notable: false },
    { topic: 'production of tobacco', answer: '30 % of revenue', notable: true },
    { topic: 'gambling', answer: 'yes', notable: true },
  ])
})

test('revenue shares come with their industries, the greatest first', () => {
  expect(page('en', { revenueShares: { '4321': 35, '2819': 65 } }).shares).toEqual([
    { industry: '2819 Manufacture of other general-purpose machinery', percent: 65 },
    { industry: '4321 Electrical installation', percent: 35 },
  ])
})

test.each([
  ['en', '2021: land, serious'],
  ['fr', '2021 : foncier, sérieux'],
])('a controversy reads in %s as "%s"', (language, text) => {
  const controversies = [{ kind: 'land', severity: 'serious', year: 2021 } as const]
  expect(page(language, { controversies }).controversies).toEqual([text])
})

test('a topic and an industry that nobody knows are shown as they are', () => {
  const odd = page('en', { declarations: { moonMining: true }, revenueShares: { '<b>': 100 } })
  expect(odd.declarations[0]?.topic).toBe('moonMining')
  expect(odd.shares[0]?.industry).toBe('<b>')
})
