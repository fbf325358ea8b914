import { describe, expect, test } from '@jest/globals'
import { demoOffers } from '../../scripts/demo/index.ts'
import { likeness } from '../support/likeness.ts'

const keysOf = (rows: { key: string }[]) => rows.map((row) => row.key)
const countBy = (values: (string | number)[]) =>
  values.reduce<Record<string, number>>((counts, one) => ({ ...counts, [one]: (counts[one] ?? 0) + 1 }), {})
const published = demoOffers.filter((offer) => !offer.draft)
const from = (verdict: string) => published.filter((offer) => offer.expectedVerdict === verdict)

describe('what is offered', () => {
  test('every kind of contribution, most of all goods, expertise and services', () => {
    expect(countBy(demoOffers.flatMap((offer) => offer.contributionTypes))).toEqual({
      ...{ 'in-kind-goods': 56, expertise: 48, 'in-kind-services': 38, technology: 33, access: 19, cash: 16 },
      ...{ personnel: 15, advocacy: 4, 'cause-marketing': 4 },
    })
  })

  test('for every goal at least four times, for places on every continent, and for anywhere', () => {
    const goals = countBy(demoOffers.flatMap((offer) => offer.sdgs))
    expect(Object.keys(goals)).toHaveLength(17)
    expect(Math.min(...Object.values(goals))).toBeGreaterThanOrEqual(4)
    const anywhere = demoOffers.filter(({ countries, regions }) => countries.length + regions.length === 0)
    expect(keysOf(anywhere)).toEqual([
      'lenglian-wendu-pingtai',
      'translation-forty-languages',
      'cartes-inondations',
    ])
  })

  test('most with an end, two within days, some standing', () => {
    const ends = published.map((offer) => offer.availableUntilDays)
    expect(ends.filter((days) => days === undefined)).toHaveLength(25)
    expect(ends.filter((days) => days !== undefined && days > 0 && days < 7)).toEqual([5, 4])
    expect(ends.filter((days) => days !== undefined && days < 0)).toHaveLength(6)
  })

  test('over the year before the seeding', () => {
    const days = demoOffers.map((offer) => offer.postedDaysAgo)
    expect([Math.max(...days), Math.min(...days)]).toEqual([345, 1])
    expect(days.filter((day) => day > 60).length).toBeGreaterThanOrEqual(30)
  })

  test('says nothing twice, but for the duplicate that screening returns', () => {
    const near = demoOffers.flatMap((one, index) =>
      demoOffers.slice(index + 1).filter((other) => likeness(one.description, other.description) > 0.2),
    )
    expect(keysOf(near)).toEqual(['solar-fridges-kenya-again'])
    expect(new Set(demoOffers.map((offer) => offer.title)).size).toBe(150)
  })
})

describe('the offers that teach what screening does', () => {
  test('are 26 held, ten returned, the rest cleared', () => {
    expect(countBy(published.map((offer) => offer.expectedVerdict))).toEqual({
      cleared: 109,
      held: 26,
      returned: 10,
    })
  })

  test('are held by every check that can hold, and ten were decided by a person', () => {
    expect(countBy(from('held').map((offer) => offer.expectedFrom ?? 'nothing'))).toEqual({
      complete: 2,
      genuine: 1,
      permitted: 12,
      'not-sanctioned': 3,
      risk: 8,
    })
    const decided = demoOffers.filter((offer) => offer.decision)
    expect(countBy(decided.map(({ decision }) => decision!.outcome))).toEqual({ cleared: 4, refused: 6 })
    expect(decided.map((offer) => offer.expectedVerdict)).toEqual(decided.map(() => 'held'))
  })

  test('are returned by both checks that can return', () => {
    expect(from('returned').map((offer) => [offer.key, offer.expectedFrom])).toEqual([
      ['solar-fridges-kenya-again', 'genuine'],
      ['cold-rooms-best-price', 'genuine'],
      ['reservoirs-pliables', 'complete'],
      ['blood-grouping-reagents', 'complete'],
      ['paracetamol-short-dated', 'complete'],
      ['plantas-de-cafe', 'complete'],
      ['riz-et-legumes-secs', 'complete'],
      ['jarrarat-ziraiya', 'complete'],
      ['yuancheng-huizhen', 'complete'],
      ['perevozki-prays-list', 'genuine'],
    ])
  })

  test('cleared offers of goods say who receives them, who pays and in what condition they are', () => {
    const goods = from('cleared').filter((offer) => offer.contributionTypes.includes('in-kind-goods'))
    expect(goods.length).toBeGreaterThanOrEqual(30)
    for (const { inKind } of goods) {
      expect(inKind).toMatchObject({
        condition: expect.any(String),
        freightPaidBy: expect.any(String),
        customsBy: expect.any(String),
        consignee: expect.any(String),
      })
    }
  })
})
