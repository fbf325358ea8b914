import { describe, expect, test } from '@jest/globals'
import { demoCompanies, demoEntities, demoWatchlist } from '../../scripts/demo/index.ts'
import { isConcept } from '../../server/vocabulary/concepts/concepts.ts'
import { isIndustry } from '../../server/vocabulary/industries.ts'
import { isCountry } from '../../server/vocabulary/places.ts'
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

  test.each(demoCompanies)('$key: revenue shares add up to 100', ({ revenueShares, industry }) => {
    expect(Object.values(revenueShares).reduce((sum, share) => sum + share)).toBe(100)
    expect(Object.keys(revenueShares)).toContain(industry)
    expect(Object.keys(revenueShares).filter((code) => !isIndustry(code))).toEqual([])
  })

  test('sit in ten countries', () => {
    expect(new Set(demoCompanies.map((row) => row.country)).size).toBe(10)
    expect(demoCompanies.filter((row) => !isCountry(row.country))).toEqual([])
  })
})

test.each(demoEntities)(
  '$key says its mandate in three languages and in known codes',
  ({ mandate, sdgs, concepts }) => {
    expect(mandate.en.length).toBeGreaterThan(40)
    expect(mandate.fr.length).toBeGreaterThan(40)
    expect(mandate.ar).toMatch(/\p{Script=Arabic}/u)
    expect(sdgs.filter((goal) => !isSdg(goal))).toEqual([])
    expect(concepts.filter((id) => !isConcept(id))).toEqual([])
  },
)
