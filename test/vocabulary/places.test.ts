import {
  allCountries,
  allRegions,
  countriesIn,
  countryOf,
  expandPlaces,
  isCountry,
  isRegion,
  regionsOf,
} from '../../server/vocabulary/places.ts'

test('all 249 countries and areas of ISO 3166-1 are known, by capitals only', () => {
  expect(allCountries()).toHaveLength(249)
  expect(allCountries().slice(0, 3)).toEqual(['ABW', 'AFG', 'AGO'])
  expect(['KEN', 'PER', 'PSE', 'ATA'].every(isCountry)).toBe(true)
  expect(['ken', 'KE', 'XKX', 'ZZZ', '', 'constructor'].some(isCountry)).toBe(false)
})

test('a country carries its other codes', () => {
  expect(countryOf('KEN')).toMatchObject({ alpha2: 'KE', m49: '404', name: 'Kenya' })
  expect(countryOf('ZZZ')).toBeUndefined()
})

test('regions are three digits', () => {
  expect(['001', '002', '014', '202', '199', '432', '722'].every(isRegion)).toBe(true)
  expect(['2', '02', '404', '999', 'Africa', ''].some(isRegion)).toBe(false)
  expect(allRegions()).toEqual(
    (
      '001 002 005 009 011 013 014 015 017 018 019 021 029 030 034 035 039 053 054 057 061 142 143 145 150 ' +
      '151 154 155 199 202 419 432 722'
    ).split(' '),
  )
})

test.each([
  ['KEN', ['001', '002', '014', '202']],
  ['NPL', ['001', '034', '142', '199', '432']],
  ['HTI', ['001', '019', '029', '199', '419', '722']],
  ['FRA', ['001', '150', '155']],
  ['ATA', ['001']],
])('%s lies in %j', (country, regions) => {
  expect(regionsOf(country).sort()).toEqual(regions)
  for (const region of regions) expect(countriesIn(region)).toContain(country)
})

test('a region holds its countries and no others', () => {
  expect(countriesIn('143')).toEqual(['KAZ', 'KGZ', 'TJK', 'TKM', 'UZB'])
  expect(countriesIn('018')).toEqual(['BWA', 'LSO', 'NAM', 'SWZ', 'ZAF'])
  expect(countriesIn('001')).toEqual(allCountries())
  expect(countriesIn('999')).toEqual([])
  expect(countriesIn('432')).toHaveLength(32)
})

test('places named twice come once, in order, and unknown codes add nothing', () => {
  expect(expandPlaces({ countries: ['PER', 'UZB', 'ZZZ'], regions: ['143', '000'] })).toEqual([
    'KAZ',
    'KGZ',
    'PER',
    'TJK',
    'TKM',
    'UZB',
  ])
  expect(expandPlaces({ countries: [], regions: [] })).toEqual([])
})
