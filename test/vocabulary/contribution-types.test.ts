import {
  CONTRIBUTION_TYPES,
  isContributionType,
  labelOf,
} from '../../server/vocabulary/contribution-types.ts'
import { LANGUAGES } from '../../server/vocabulary/languages.ts'

test('there are nine ways to contribute, each named in every language', () => {
  expect(CONTRIBUTION_TYPES).toHaveLength(9)
  const labels = CONTRIBUTION_TYPES.flatMap((type) => LANGUAGES.map((language) => labelOf(type, language)))
  expect(labels.every((label) => label.trim().length > 0)).toBe(true)
  expect(labelOf('cash', 'en')).toBe('Cash')
  expect(labelOf('in-kind-goods', 'fr')).toBe('Biens en nature')
  expect(labelOf('personnel', 'zh')).toBe('人员与志愿者')
})

test('within a language no two types share a name', () => {
  for (const language of LANGUAGES) {
    expect(new Set(CONTRIBUTION_TYPES.map((type) => labelOf(type, language))).size).toBe(9)
  }
})

test.each([
  ['expertise', true],
  ['Expertise', false],
  ['donation', false],
  ['toString', false],
  ['', false],
])('%j is a contribution type: %s', (code, expected) => {
  expect(isContributionType(code)).toBe(expected)
})
