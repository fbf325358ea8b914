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
import { isCountry } from '../../server/vocabulary/places.ts'

const organisations = [...demoEntities, ...demoOffices, ...demoCompanies]
const postings = [...demoNeeds, ...demoOffers]
const keysOf = (rows: { key: string }[]) => rows.map((row) => row.key)
const countBy = <Row>(rows: Row[], field: (row: Row) => string) =>
  rows.reduce<Record<string, number>>(
    (counts, row) => ({ ...counts, [field(row)]: (counts[field(row)] ?? 0) + 1 }),
    {},
  )

describe('the size of the demo set', () => {
  test('is forty entities, 25 offices, sixty companies, thirty needs and thirty offers', () => {
    expect(demoEntities).toHaveLength(40)
    expect(demoOffices).toHaveLength(25)
    expect(demoCompanies).toHaveLength(60)
    expect(demoNeeds).toHaveLength(30)
    expect(demoOffers).toHaveLength(30)
    expect(demoWatchlist.entries).toHaveLength(5)
  })

  test('spreads over the six languages', () => {
    const language = (posting: { language: string }) => posting.language
    expect(countBy(demoNeeds, language)).toEqual({ en: 10, fr: 5, es: 5, ar: 4, ru: 3, zh: 3 })
    expect(countBy(demoOffers, language)).toEqual({ en: 12, fr: 4, es: 5, ar: 3, ru: 3, zh: 3 })
  })

  test('shows every kind of contribution on both sides', () => {
    expect(new Set(demoNeeds.flatMap((need) => need.contributionTypes))).toEqual(new Set(CONTRIBUTION_TYPES))
    expect(new Set(demoOffers.flatMap((offer) => offer.contributionTypes))).toEqual(
      new Set(CONTRIBUTION_TYPES),
    )
  })

  test('asks for Kenya four times, once by the Kenya office for Turkana, and for Peru twice', () => {
    expect(keysOf(demoNeeds.filter((need) => need.countries.includes('KEN')))).toEqual([
      'solar-fridges-turkana',
      'school-internet-garissa',
      'drought-trucks-kenya',
      'drainage-mathare',
    ])
    expect(keysOf(demoNeeds.filter((need) => need.countries.includes('PER')))).toEqual([
      'comedores-loreto',
      'alerta-temprana-piura',
    ])
  })

  test('has needs that are no longer open', () => {
    expect(countBy(demoNeeds, (need) => need.state)).toEqual({ open: 25, met: 2, expired: 2, draft: 1 })
  })
})

describe('the offers that teach what screening does', () => {
  const from = (verdict: string) => demoOffers.filter((offer) => offer.expectedVerdict === verdict)

  test('are five held, three returned, the rest cleared', () => {
    expect(countBy(demoOffers, (offer) => offer.expectedVerdict)).toEqual({
      cleared: 22,
      held: 5,
      returned: 3,
    })
    expect(from('held').map((offer) => [offer.key, offer.expectedFrom, offer.decision?.outcome])).toEqual([
      ['lanterns-with-emblem', 'permitted', undefined],
      ['no-recruitment-fees', 'risk', 'cleared'],
      ['grants-malawi-farmers', 'permitted', undefined],
      ['warehouses-beira', 'permitted', 'refused'],
      ['mustawdaat-mina', 'not-sanctioned', undefined],
    ])
    expect(from('returned').map((offer) => [offer.key, offer.expectedFrom])).toEqual([
      ['solar-fridges-kenya-again', 'genuine'],
      ['cold-rooms-best-price', 'genuine'],
      ['reservoirs-pliables', 'complete'],
    ])
  })

  test('decisions are taken on held offers only', () => {
    const decided = demoOffers.filter((offer) => offer.decision)
    expect(decided.map((offer) => offer.expectedVerdict)).toEqual(['held', 'held'])
  })

  test('cleared offers of goods say who receives them, who pays and in what condition they are', () => {
    const goods = from('cleared').filter((offer) => offer.contributionTypes.includes('in-kind-goods'))
    expect(goods.length).toBeGreaterThanOrEqual(5)
    for (const { inKind } of goods) {
      expect(inKind).toMatchObject({
        condition: 'new',
        freightPaidBy: expect.any(String),
        customsBy: expect.any(String),
        consignee: expect.any(String),
      })
    }
  })

  test('food and medicine say how long they keep', () => {
    const keeping = demoOffers.filter((offer) => offer.inKind?.shelfLifeDays).map((offer) => offer.key)
    expect(keeping).toEqual(['galletas-fortificadas', 'oral-rehydration-salts'])
  })
})

describe('what refers to what', () => {
  test('every key is used once', () => {
    expect(new Set(keysOf(organisations)).size).toBe(125)
    expect(new Set(keysOf(postings)).size).toBe(60)
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
