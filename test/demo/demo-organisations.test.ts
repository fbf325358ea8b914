import { describe, expect, test } from '@jest/globals'
import { demoCompanies, demoEntities, demoOffices, demoWatchlist } from '../../scripts/demo/index.ts'
import { isConcept } from '../../server/vocabulary/concepts/concepts.ts'
import { isIndustry } from '../../server/vocabulary/industries.ts'
import { isCountry, regionsOf } from '../../server/vocabulary/places.ts'
import { isSdg } from '../../server/vocabulary/sdgs.ts'

const keysOf = (rows: { key: string }[]) => rows.map((row) => row.key)

describe('the companies that screening must tell apart', () => {
  const company = (key: string) => demoCompanies.find((row) => row.key === key)

  test('one earns 30 % from tobacco and declares it', () => {
    expect(company('invented-leaf')).toMatchObject({
      revenueShares: { '1200': 30 },
      declarations: { tobacco: 30 },
    })
  })

  test('one is barred by the overlay of UNICEF alone: infant formula and alcohol above 10 %', () => {
    expect(company('muestra-alimentos')?.declarations).toMatchObject({
      breastMilkSubstitutes: 12,
      alcohol: 16,
      tobacco: false,
    })
    expect(keysOf(demoEntities.filter((entity) => entity.overlay === 'unicef'))).toEqual(['unicef'])
  })

  test('one works in pharmaceuticals, one in palm oil with a recorded land dispute', () => {
    expect(company('specimen-pharma')?.industry).toBe('2100')
    expect(company('contoh-palm')).toMatchObject({ industry: '0126', controversies: [{ kind: 'land' }] })
  })

  test('one bears a name close to the invented list, none bears a listed name', () => {
    const listed = demoWatchlist.entries.flatMap((entry) => entry.names)
    expect(company('paradeigma-shipping')?.name).toBe('Paradeigma Shipping Agency')
    expect(listed).toContain('Paradigma Shiping Agency Ltd.')
    expect(demoCompanies.filter((row) => listed.includes(row.name))).toEqual([])
  })

  test('one has a listed former name, one a listed owner', () => {
    expect(company('beispiel-antriebe')?.formerNames).toEqual(['Nirgendheim Komponenten GmbH'])
    expect(company('muestra-litio')?.owners).toContain('Quimera Metales de Ningún Lugar')
  })

  test.each([
    ['muestra-nutricion-infantil', 'muestra-alimentos'],
    ['invented-leaf-foundation', 'invented-leaf'],
    ['exemple-eau', 'fondation-exemple-eau'],
  ])('%s belongs to %s', (subsidiary, parent) => {
    expect(company(subsidiary)?.owners).toContain(company(parent)?.name)
  })

  test('every company has a name, a description and a record of its own', () => {
    for (const field of ['key', 'name', 'description'] as const)
      expect(new Set(demoCompanies.map((row) => row[field])).size).toBe(60)
  })

  test.each(demoCompanies)('$key: revenue shares add up to 100', ({ revenueShares, industry }) => {
    expect(Object.values(revenueShares).reduce((sum, share) => sum + share)).toBe(100)
    expect(Object.keys(revenueShares)).toContain(industry)
    expect(Object.keys(revenueShares).filter((code) => !isIndustry(code))).toEqual([])
  })

  test('sit on every continent and work in 55 industries', () => {
    const continents = ['002', '019', '142', '150', '009']
    const regions = new Set(demoCompanies.flatMap((row) => regionsOf(row.country)))
    expect(continents.filter((region) => !regions.has(region))).toEqual([])
    expect(new Set(demoCompanies.map((row) => row.industry)).size).toBe(55)
    expect(demoCompanies.filter((row) => !isCountry(row.country))).toEqual([])
  })
})

describe('the entities', () => {
  test.each(demoEntities)(
    '$key says its mandate in three languages and in known codes',
    ({ mandate, sdgs, concepts, contributionTypes }) => {
      expect(mandate.en.length).toBeGreaterThan(40)
      expect(mandate.fr.length).toBeGreaterThan(40)
      expect(mandate.ar).toMatch(/^[\p{Script=Arabic}\p{M}\s\p{P}]{40,}$/u)
      expect(sdgs.filter((goal) => !isSdg(goal))).toEqual([])
      expect(concepts.filter((id) => !isConcept(id))).toEqual([])
      expect(concepts.length).toBeGreaterThanOrEqual(4)
      expect(contributionTypes).not.toEqual([])
    },
  )

  test('cover the seventeen goals and say nothing twice', () => {
    expect(new Set(demoEntities.flatMap(({ sdgs }) => sdgs)).size).toBe(17)
    for (const language of ['en', 'fr', 'ar'] as const)
      expect(new Set(demoEntities.map(({ mandate }) => mandate[language])).size).toBe(40)
    expect(new Set(demoEntities.map(({ acronym }) => acronym)).size).toBe(40)
    expect(new Set(demoEntities.map(({ website }) => new URL(website).host)).size).toBe(40)
  })

  test('have among their offices Resident Coordinators, a Global Compact network and two for many islands', () => {
    const of = (entity: string) => keysOf(demoOffices.filter((office) => office.entity === entity))
    expect(of('dco')).toEqual(['rco-barbados', 'rco-mozambique'])
    expect(of('ungc')).toEqual(['gcn-mexico'])
    const islands = demoOffices.filter((office) => office.countries.length >= 10)
    expect(keysOf(islands)).toEqual(['unicef-pacific', 'rco-barbados'])
  })
})
