import { describe, expect, test } from '@jest/globals'
import {
  demoCompanies,
  demoEntities,
  demoNeeds,
  demoOffers,
  demoOffices,
  demoWatchlist,
} from '../../scripts/demo/index.ts'
import { CONTRIBUTION_TYPES } from '../../server/vocabulary/contribution-types.ts'
import { isCountry, regionsOf } from '../../server/vocabulary/places.ts'
import { likeness } from '../support/likeness.ts'

const organisations = [...demoEntities, ...demoOffices, ...demoCompanies]
const postings = [...demoNeeds, ...demoOffers]
const keysOf = (rows: { key: string }[]) => rows.map((row) => row.key)
const countBy = <Row>(rows: Row[], field: (row: Row) => string) =>
  rows.reduce<Record<string, number>>(
    (counts, row) => ({ ...counts, [field(row)]: (counts[field(row)] ?? 0) + 1 }),
    {},
  )

describe('the size of the demo set', () => {
  test('is forty entities, 25 offices, sixty companies, 128 needs and 150 offers', () => {
    expect(demoEntities).toHaveLength(40)
    expect(demoOffices).toHaveLength(25)
    expect(demoCompanies).toHaveLength(60)
    expect(demoNeeds).toHaveLength(128)
    expect(demoOffers).toHaveLength(150)
    expect(demoWatchlist.entries).toHaveLength(5)
  })

  test('spreads over the six languages', () => {
    const language = (posting: { language: string }) => posting.language
    expect(countBy(demoNeeds, language)).toEqual({ en: 50, fr: 23, es: 20, ar: 15, ru: 10, zh: 10 })
    expect(countBy(demoOffers, language)).toEqual({ en: 60, fr: 25, es: 25, ar: 15, zh: 13, ru: 12 })
  })

  test('shows every kind of contribution on both sides', () => {
    expect(new Set(demoNeeds.flatMap((need) => need.contributionTypes))).toEqual(new Set(CONTRIBUTION_TYPES))
    expect(new Set(demoOffers.flatMap((offer) => offer.contributionTypes))).toEqual(
      new Set(CONTRIBUTION_TYPES),
    )
  })

  test('asks for Kenya four times, once by the Kenya office for Turkana, and for Peru twice', () => {
    expect(keysOf(demoNeeds.filter((need) => need.countries.includes('KEN')))).toEqual([
      'drought-trucks-kenya',
      'solar-fridges-turkana',
      'school-internet-garissa',
      'drainage-mathare',
    ])
    expect(keysOf(demoNeeds.filter((need) => need.countries.includes('PER')))).toEqual([
      'comedores-loreto',
      'alerta-temprana-piura',
    ])
  })

  test('has needs in every state', () => {
    expect(countBy(demoNeeds, (need) => need.state)).toEqual({
      ...{ draft: 4, open: 99, 'partly-met': 10 },
      ...{ met: 7, withdrawn: 3, expired: 5 },
    })
  })

  test('has needs for hours and for months, some without an end and some that end within a week', () => {
    const asking = demoNeeds.filter((need) => ['open', 'partly-met'].includes(need.state))
    expect(countBy(demoNeeds, (need) => need.urgency)).toEqual({ hours: 8, days: 15, weeks: 28, months: 77 })
    const ends = asking.map((need) => need.availableUntilDays)
    expect(ends.filter((days) => days === undefined)).toHaveLength(6)
    expect(ends.filter((days) => days !== undefined && days < 7)).toHaveLength(3)
  })

  test('asks for every goal, kind of contribution and continent at least three times', () => {
    const goals = demoNeeds.flatMap((need) => need.sdgs.map(String))
    const types = demoNeeds.flatMap((need) => need.contributionTypes)
    const continents = ['002', '019', '142', '150', '009']
    const regions = demoNeeds.flatMap((need) => [
      ...new Set([...need.regions, ...need.countries.flatMap(regionsOf)]),
    ])
    expect(Object.keys(countBy(goals, String))).toHaveLength(17)
    for (const all of [goals, types, regions.filter((region) => continents.includes(region))])
      expect(Math.min(...Object.values(countBy<string>(all, String)))).toBeGreaterThanOrEqual(3)
    expect(continents.filter((region) => !regions.includes(region))).toEqual([])
  })

  test('says nothing twice: no two needs are near the same', () => {
    const near = demoNeeds.flatMap((one, index) =>
      demoNeeds.slice(index + 1).filter((other) => likeness(one.description, other.description) > 0.2),
    )
    expect(keysOf(near)).toEqual([])
    expect(new Set(demoNeeds.map((need) => need.title)).size).toBe(128)
  })
})

describe('what refers to what', () => {
  test('every key is used once', () => {
    expect(new Set(keysOf(organisations)).size).toBe(125)
    expect(new Set(keysOf(postings)).size).toBe(278)
  })

  test('offices belong to entities: Kenya’s to UNICEF, Peru’s to WFP, one serves several countries', () => {
    expect(demoOffices.filter((office) => !keysOf(demoEntities).includes(office.entity))).toEqual([])
    expect(demoOffices.find((office) => office.countries.includes('KEN'))?.entity).toBe('unicef')
    expect(demoOffices.find((office) => office.countries.includes('PER'))?.entity).toBe('wfp')
    expect(demoOffices.find((office) => office.key === 'unicef-pacific')?.countries).toHaveLength(14)
    expect(demoOffices.flatMap((office) => office.countries).filter((code) => !isCountry(code))).toEqual([])
  })

  test('companies post offers, entities and offices post needs, for places that they serve', () => {
    expect(demoOffers.filter((offer) => !keysOf(demoCompanies).includes(offer.by))).toEqual([])
    expect(
      demoNeeds.filter((need) => ![...keysOf(demoEntities), ...keysOf(demoOffices)].includes(need.by)),
    ).toEqual([])
    for (const office of demoOffices) {
      const asked = demoNeeds.filter((need) => need.by === office.key).flatMap((need) => need.countries)
      expect(office.countries).toEqual(expect.arrayContaining(asked))
    }
  })

  test('entities ask for what their mandate takes', () => {
    const entityOf = (by: string) => demoOffices.find((office) => office.key === by)?.entity ?? by
    for (const need of demoNeeds) {
      const entity = demoEntities.find((row) => row.key === entityOf(need.by))
      expect(entity?.contributionTypes).toEqual(expect.arrayContaining(need.contributionTypes))
      expect(need.sdgs.filter((goal) => entity?.sdgs.includes(goal))).not.toEqual([])
    }
  })
})
