import { alpha3FromName, countryName, regionName } from '../../server/vocabulary/place-names.ts'
import { allCountries, allRegions } from '../../server/vocabulary/places.ts'
import { LANGUAGES } from '../../server/vocabulary/languages.ts'

test.each([
  ['KEN', 'en', 'Kenya'],
  ['DEU', 'fr', 'Allemagne'],
  ['EGY', 'ar', 'مصر'],
  ['PER', 'ru', 'Перу'],
  ['CHN', 'zh', '中国'],
  ['ESP', 'es', 'España'],
  ['PSE', 'en', 'State of Palestine'],
  ['PSE', 'fr', 'État de Palestine'],
  ['COD', 'en', 'DR Congo'],
  ['MMR', 'es', 'Myanmar'],
] as const)('%s is called in %s %s', (country, language, name) => {
  expect(countryName(country, language)).toBe(name)
})

test.each([
  ['002', 'en', 'Africa'],
  ['419', 'fr', 'Amérique latine et Caraïbes'],
  ['199', 'es', 'Países menos adelantados'],
  ['432', 'ru', 'Развивающиеся страны, не имеющие выхода к морю'],
  ['722', 'zh', '小岛屿发展中国家'],
  ['001', 'ar', 'العالم'],
] as const)('region %s is called in %s %s', (region, language, name) => {
  expect(regionName(region, language)).toBe(name)
})

test('every place has a name in every language, and no two in a language share one', () => {
  for (const language of LANGUAGES) {
    const countries = allCountries().map((code) => countryName(code, language))
    const regions = allRegions().map((code) => regionName(code, language))
    expect(new Set(countries).size).toBe(countries.length)
    expect(new Set(regions).size).toBe(regions.length)
    expect([...countries, ...regions].filter((name) => /^\d+$|^[A-Z]{3}$/.test(name))).toEqual([])
  }
})

test('an unknown code stands for itself', () => {
  expect(countryName('ZZZ', 'en')).toBe('ZZZ')
  expect(regionName('404', 'en')).toBe('404')
})

test.each([
  ['Kenya', 'KEN'],
  ['  KENYA ', 'KEN'],
  ['KEN', 'KEN'],
  ['Côte d’Ivoire', 'CIV'],
  ["Cote d'Ivoire", 'CIV'],
  ['Ivory Coast', 'CIV'],
  ['Congo, Democratic Republic of the', 'COD'],
  ['Congo, The Democratic Republic of the', 'COD'],
  ['Congo', 'COG'],
  ['Republic of the Congo', 'COG'],
  ['Korea, Republic of', 'KOR'],
  ['South Korea', 'KOR'],
  ["Democratic People's Republic of Korea", 'PRK'],
  ['Bolivia (Plurinational State of)', 'BOL'],
  ['Micronesia, Federated States of', 'FSM'],
  ['Türkiye', 'TUR'],
  ['Turkey', 'TUR'],
  ['Viet Nam', 'VNM'],
  ['Vietnam', 'VNM'],
  ['United States', 'USA'],
  ['Guinea', 'GIN'],
  ['Guinea-Bissau', 'GNB'],
  ['Equatorial Guinea', 'GNQ'],
  ['Papua New Guinea', 'PNG'],
  ['Niger', 'NER'],
  ['Nigeria', 'NGA'],
  ['South Sudan', 'SSD'],
  ['Sudan', 'SDN'],
  ['Pérou', 'PER'],
  ['Кения', 'KEN'],
  ['肯尼亚', 'KEN'],
  ['كينيا', 'KEN'],
])('%j in an imported list is %s', (name, code) => {
  expect(alpha3FromName(name)).toBe(code)
})

test.each(['Atlantis', '', 'the', '__proto__', 'Kenya and Peru', '😀'])('%j is no country', (name) => {
  expect(alpha3FromName(name)).toBeUndefined()
})
