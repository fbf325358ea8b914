import data from './data/countries.json' with { type: 'json' }

interface Country {
  readonly alpha3: string
  readonly alpha2: string
  readonly m49: string
  /** In English, as M49 writes it. */
  readonly name: string
  /** M49 codes of the regions and groupings it lies in, widest first, without the world. */
  readonly regions: readonly string[]
}

export const WORLD = '001'

/** M49's groupings across continents: least developed, landlocked developing and small island developing states. */
export const GROUPS = ['199', '432', '722'] as const

const countries = new Map(data.rows.map((row) => [row[0] ?? '', toCountry(row)] as const))
const countriesByRegion = groupByRegion([...countries.values()])

/** Whether the code is one of ISO 3166-1 alpha-3, in capitals. */
export function isCountry(code: string): boolean {
  return countries.has(code)
}

/** The alpha-3 codes in alphabetical order. */
export function allCountries(): string[] {
  return [...countries.keys()]
}

/** Facts on a country; undefined for an unknown alpha-3 code. */
export function countryOf(alpha3: string): Country | undefined {
  return countries.get(alpha3)
}

/** Whether the code is an M49 region or grouping, always in three digits: '002', not '2'. */
export function isRegion(code: string): boolean {
  return countriesByRegion.has(code)
}

/** The M49 codes of the world, continents, sub-regions and of the LDC, LLDC and SIDS groupings, sorted. */
export function allRegions(): string[] {
  return [...countriesByRegion.keys()].sort()
}

/** The alpha-3 codes of a region or grouping, sorted; [] for an unknown one. */
export function countriesIn(region: string): string[] {
  return countriesByRegion.get(region) ?? []
}

/** All M49 regions and groupings that a country lies in, the world among them; [] for an unknown country. */
export function regionsOf(alpha3: string): string[] {
  const country = countries.get(alpha3)
  return country ? [WORLD, ...country.regions] : []
}

/** All M49 regions and groupings that the countries lie in, sorted; `groups` are those of `GROUPS` among them. */
export function regionsAndGroups(countries: readonly string[]): { regions: string[]; groups: string[] } {
  const regions = [...new Set(countries.flatMap(regionsOf))].sort()
  return { regions, groups: regions.filter((region) => (GROUPS as readonly string[]).includes(region)) }
}

/** The countries named and those of the regions named, each once, sorted; unknown codes add nothing. */
export function expandPlaces(places: { countries: readonly string[]; regions: readonly string[] }): string[] {
  const named = places.countries.filter(isCountry)
  return [...new Set([...named, ...places.regions.flatMap(countriesIn)])].sort()
}

function toCountry([alpha3 = '', alpha2 = '', m49 = '', name = '', regions = '']: string[]): Country {
  return { alpha3, alpha2, m49, name, regions: regions.split(' ').filter(Boolean) }
}

function groupByRegion(all: Country[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const { alpha3, regions } of all) {
    for (const region of [WORLD, ...regions]) groups.set(region, [...(groups.get(region) ?? []), alpha3])
  }
  return groups
}
