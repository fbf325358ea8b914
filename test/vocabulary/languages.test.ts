import {
  directionOf,
  isLanguage,
  isLanguageCode,
  LANGUAGES,
  ownNameOf,
} from '../../server/vocabulary/languages.ts'

test('the six languages go by their own names', () => {
  expect(LANGUAGES.map(ownNameOf)).toEqual(['العربية', '中文', 'English', 'Français', 'Русский', 'Español'])
})

test('only Arabic runs from right to left', () => {
  expect(LANGUAGES.filter((language) => directionOf(language) === 'rtl')).toEqual(['ar'])
})

test('pages come in six languages, texts in any of ISO 639-1', () => {
  expect(isLanguage('fr')).toBe(true)
  expect(isLanguage('pt')).toBe(false)
  expect(['fr', 'pt', 'sw', 'ne', 'zu'].every(isLanguageCode)).toBe(true)
  expect(['xx', 'FR', 'fra', 'f', '', 'zh-Hans', '__proto__'].some(isLanguageCode)).toBe(false)
})
