import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { factorNames, matchStatuses, type Message } from '../../server/matching/match.ts'
import { sentence, type Translate } from '../../server/matching/sentence.ts'
import { createTranslations } from '../../server/web/i18n.ts'

let translate: (language: string) => Translate
beforeAll(async () => {
  const translations = await createTranslations()
  translate = (language) => translations.translator(language) as unknown as Translate
})
const told = (key: string, values: Message['values'], language = 'en') =>
  sentence({ key: `matching:${key}`, values }, translate(language), language)

describe('a sentence', () => {
  test.each<[string, Message['values'], string, string]>([
    ['place.covers', { countries: ['KEN'] }, 'en', 'Covers Kenya, where the need is'],
    [
      'topic.shared',
      { concepts: ['cold-chain', 'vaccines'] },
      'en',
      'Both are about: Cold chain, Vaccines and immunization',
    ],
    [
      'quantity.units-part',
      { offered: 50, asked: 2000, unit: 'boxes', percent: 2 },
      'en',
      'The offer has 50, the need asks for 2,000 (counted in: boxes): 2 % of it',
    ],
    ['track-record.partnerships', { count: 1 }, 'en', 'The company has brought 1 partnership to results'],
    ['track-record.partnerships', { count: 3 }, 'en', 'The company has brought 3 partnerships to results'],
    [
      'urgency.late',
      { date: '2026-03-05' },
      'en',
      'Available only from 5 March 2026, late for so urgent a need',
    ],
    [
      'urgency.late',
      { date: '2026-03-05' },
      'fr',
      'Disponible seulement à partir du 5 mars 2026, trop tard pour un besoin aussi urgent',
    ],
    ['place.covers', { countries: ['KEN', 'UGA'] }, 'fr', 'Couvre le lieu du besoin : Kenya et Ouganda'],
    ['place.covers', { countries: ['KEN'] }, 'ar', 'يشمل العرض مكان الحاجة: كينيا'],
    ['track-record.partnerships', { count: 2 }, 'ar', 'بلغت الشركة النتائج في شراكتين'],
  ])('%s of %j in %s', (key, values, language, expected) => {
    expect(told(key, values, language)).toBe(expected)
  })

  test('any one of several kinds will do', () => {
    const values = { types: ['cash'], neededTypes: ['cash', 'access'] }
    expect(told('type.one-of', values)).toMatch(/the need asks for .+ or .+/)
  })

  test('a long list is cut short', () => {
    const countries = ['KEN', 'UGA', 'TZA', 'RWA', 'BDI', 'SSD']
    expect(told('place.anywhere', { countries })).toBe(
      'Offered for any place, so also for Kenya, Uganda, Tanzania and 3 others',
    )
  })

  test('what people wrote stays as they wrote it', () => {
    const unit = '{{asked}} $t(common:title) <b>&'
    expect(told('quantity.units-all', { offered: 1, asked: 1, unit })).toContain(unit)
  })

  test('an unknown code is shown as it is', () => {
    expect(told('topic.shared', { concepts: ['no-such-concept'] })).toBe('Both are about: no-such-concept')
  })
})

type Tree = { [key: string]: string | Tree }
const plural = /_(zero|one|two|few|many|other)$/

const keysOf = (tree: Tree, prefix = ''): string[] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${prefix}${name.replace(plural, '')}`] : keysOf(value, `${prefix}${name}.`),
  )

describe.each(['en', 'fr', 'ar'])('the words of matching in %s', (language) => {
  const read = (code: string): Tree =>
    JSON.parse(readFileSync(new URL(`../../views/locales/${code}/matching.json`, import.meta.url), 'utf8'))
  const keys = new Set(keysOf(read(language)))

  test('are complete', () => {
    expect([...keys].sort()).toEqual([...new Set(keysOf(read('en')))].sort())
    for (const name of factorNames) expect(keys).toContain(`factor.${name}`)
    for (const status of matchStatuses) expect(keys).toContain(`status.${status}`)
  })
})
