import { describe, expect, test } from '@jest/globals'
import type { Assess } from '../../server/matching/assessment.ts'
import { place } from '../../server/matching/factors/place.ts'
import { quantity } from '../../server/matching/factors/quantity.ts'
import { sdg } from '../../server/matching/factors/sdg.ts'
import { sector } from '../../server/matching/factors/sector.ts'
import { text } from '../../server/matching/factors/text.ts'
import { time } from '../../server/matching/factors/time.ts'
import { topic } from '../../server/matching/factors/topic.ts'
import { trackRecord } from '../../server/matching/factors/track-record.ts'
import { type } from '../../server/matching/factors/type.ts'
import { urgency } from '../../server/matching/factors/urgency.ts'
import { profileOf } from '../../server/matching/profile.ts'
import { supposedRarity } from '../../server/matching/rarity.ts'
import type { PostingContent } from '../../server/postings/posting.ts'
import { aNeed, anOffer, now } from './postings.ts'

type Fields = Partial<PostingContent>

function judge(factor: Assess, given: Fields, asked: Fields, partnerships = 0) {
  const [offer, need] = [anOffer(given), aNeed(asked)].map((posting) => ({
    posting,
    profile: profileOf(posting),
  }))
  if (!offer || !need) throw new Error('Two postings were made')
  return factor({ offer, need, partnerships, rarity: supposedRarity, now })
}

const day = (text: string) => new Date(`${text}T00:00:00Z`)

describe('place', () => {
  test.each<[string, Fields, Fields, number, string]>([
    ['the very country', { countries: ['KEN'] }, { countries: ['KEN'] }, 1, 'covers'],
    ['a region around it', { countries: [], regions: ['014'] }, { countries: ['KEN'] }, 1, 'covers'],
    ['another country', { countries: ['PER'] }, { countries: ['KEN'] }, 0, 'apart'],
    ['one of two countries', { countries: ['KEN'] }, { countries: ['KEN', 'UGA'] }, 0.75, 'partly'],
    ['offered anywhere', { countries: [] }, { countries: ['KEN'] }, 0.85, 'anywhere'],
    ['needed anywhere', { countries: ['KEN'] }, { countries: [] }, 0.6, 'one-place'],
    ['neither names one', { countries: [] }, { countries: [] }, 1, 'everywhere'],
  ])('%s', (_, given, asked, share, key) => {
    expect(judge(place, given, asked)).toMatchObject({ share, message: { key: `matching:place.${key}` } })
  })

  test('names the countries that both mean', () => {
    const judged = judge(place, { countries: ['KEN', 'UGA'] }, { countries: ['TZA', 'UGA', 'KEN'] })
    expect(judged?.message.values).toEqual({ countries: ['KEN', 'UGA'], asked: 3 })
  })
})

describe('contribution type', () => {
  test.each<[string, Fields, Fields, number, string]>([
    ['the same', { contributionTypes: ['cash'] }, { contributionTypes: ['cash'] }, 1, 'same'],
    [
      'one of two',
      { contributionTypes: ['expertise'] },
      { contributionTypes: ['expertise', 'personnel'] },
      1,
      'one-of',
    ],
    ['another', { contributionTypes: ['cash'] }, { contributionTypes: ['access'] }, 0, 'apart'],
  ])('%s', (_, given, asked, share, key) => {
    expect(judge(type, given, asked)).toMatchObject({ share, message: { key: `matching:type.${key}` } })
  })

  test('is not compared where the need names none', () => {
    expect(judge(type, {}, { contributionTypes: [] })).toBeNull()
  })
})

describe('goals', () => {
  test.each<[string, number[], number[], number]>([
    ['the same', [3], [3], 1],
    ['one of two', [3, 7], [3], 0.6 + 0.4 * (2 / 3)],
    ['none in common', [3], [14], 0],
  ])('%s', (_, given, asked, share) => {
    expect(judge(sdg, { sdgs: given }, { sdgs: asked })?.share).toBeCloseTo(share)
  })

  test('are not compared where a side names none', () => {
    expect(judge(sdg, { sdgs: [] }, { sdgs: [3] })).toBeNull()
  })
})

describe('sector', () => {
  test.each<[string, string, string, number]>([
    ['the same class', '2100', '2100', 1],
    ['the class within the division asked for', '2100', '21', 1],
    ['two classes of one group', '1071', '1072', 1],
    ['two groups of one division', '1010', '1050', 0.8],
    ['two divisions of one section', '1071', '2100', 0.4],
    ['different sections', '0111', '2100', 0],
  ])('%s', (_, given, asked, share) => {
    expect(judge(sector, { industry: given }, { industry: asked })?.share).toBe(share)
  })

  test('is not compared where a side names none', () => {
    expect(judge(sector, { industry: '2100' }, {})).toBeNull()
  })
})

describe('quantity', () => {
  const units = (amount: number, unit = 'units') => ({ quantity: { amount, unit } })
  const euros = (amount: number) => ({ value: { amount, currency: 'EUR' } })
  test.each<[string, Fields, Fields, number, string]>([
    ['enough', units(200), units(200), 1, 'units-all'],
    ['a quarter', units(50), units(200), 0.25, 'units-part'],
    ['a unit inflected', units(50, 'Tent'), units(100, 'tents'), 0.5, 'units-part'],
    ['money enough', euros(5000), euros(5000), 1, 'value-all'],
    ['a tenth of the money', euros(500), euros(5000), 0.1, 'value-part'],
  ])('%s', (_, given, asked, share, key) => {
    expect(judge(quantity, given, asked)).toMatchObject({
      share,
      message: { key: `matching:quantity.${key}` },
    })
  })

  test.each<[string, Fields, Fields]>([
    ['different units', units(50, 'litres'), units(200, 'boxes')],
    ['different currencies', euros(500), { value: { amount: 500, currency: 'USD' } }],
    ['nothing asked', units(50), units(0)],
    ['nothing named', {}, units(50)],
  ])('%s are not compared', (_, given, asked) => {
    expect(judge(quantity, given, asked)).toBeNull()
  })

  test('says how much of it', () => {
    expect(judge(quantity, units(50), units(200))?.message.values).toEqual({
      unit: 'units',
      offered: 50,
      asked: 200,
      percent: 25,
    })
  })
})

describe('time', () => {
  const between = (from: string, until: string) => ({ availableFrom: day(from), availableUntil: day(until) })
  test.each<[string, Fields, Fields, number, string]>([
    ['all of it', between('2026-01-01', '2027-01-01'), between('2026-04-01', '2026-04-11'), 1, 'whole'],
    [
      'the second half',
      between('2026-04-06', '2027-01-01'),
      between('2026-04-01', '2026-04-11'),
      0.5,
      'part',
    ],
    ['none of it', between('2026-05-01', '2027-01-01'), between('2026-04-01', '2026-04-11'), 0, 'apart'],
  ])('%s', (_, given, asked, share, key) => {
    const judged = judge(time, given, asked)
    expect(judged?.share).toBeCloseTo(share)
    expect(judged?.message.key).toBe(`matching:time.${key}`)
  })

  test('is not compared where a side has no end', () => {
    expect(judge(time, {}, between('2026-04-01', '2026-04-11'))).toBeNull()
  })
})

describe('urgency', () => {
  test.each<[string, Fields, Fields, number, string]>([
    ['there already', {}, { urgency: 'hours' }, 1, 'now-hours'],
    ['there within the week', { availableFrom: day('2026-03-05') }, { urgency: 'days' }, 1, 'soon'],
    ['there next month', { availableFrom: day('2026-04-20') }, { urgency: 'days' }, 0, 'late'],
  ])('%s', (_, given, asked, share, key) => {
    expect(judge(urgency, given, asked)).toMatchObject({ share, message: { key: `matching:urgency.${key}` } })
  })

  test('is not compared where the need says nothing of it', () => {
    expect(judge(urgency, {}, {})).toBeNull()
  })
})

describe('track record', () => {
  test.each([
    [1, 1 / 3],
    [3, 1],
    [9, 1],
  ])('%d partnerships', (partnerships, share) => {
    expect(judge(trackRecord, {}, {}, partnerships)?.share).toBeCloseTo(share)
  })

  test('is not held against a newcomer', () => {
    expect(judge(trackRecord, {}, {}, 0)).toBeNull()
  })
})

describe('topic', () => {
  test('names what both are about, across languages', () => {
    const judged = judge(
      topic,
      { title: '太阳能疫苗冷藏箱', language: 'zh' },
      { title: 'Réfrigérateurs solaires pour vaccins', language: 'fr' },
    )
    expect(judged?.message).toEqual({
      key: 'matching:topic.shared',
      values: { concepts: expect.arrayContaining(['solar', 'vaccines']) },
    })
    expect(judged?.share).toBeGreaterThan(0.8)
  })

  test('the same people served are little in common', () => {
    expect(
      judge(topic, { title: 'Tents for refugees' }, { title: 'Vaccines for refugees' })?.share,
    ).toBeLessThan(0.2)
  })

  test('a wider subject is named where nothing nearer is shared', () => {
    const judged = judge(topic, { title: 'Wind turbines' }, { title: 'Solar panels' })
    expect(judged?.message).toEqual({ key: 'matching:topic.related', values: { concepts: ['energy'] } })
  })

  test('is not compared where a side has none', () => {
    expect(judge(topic, { title: 'Upright pianos' }, { title: 'Vaccines' })).toBeNull()
  })
})

describe('text', () => {
  test('names the telling words as the need writes them', () => {
    const judged = judge(text, { title: 'Upright piano' }, { title: 'Two upright pianos' })
    expect(judged?.message.values).toEqual({ words: ['pianos', 'upright'] })
    expect(judged?.share).toBeGreaterThan(0.95)
  })

  test('common words, names of places and numbers prove nothing', () => {
    const given = { title: 'Support for 200 communities in Kenya', description: 'We provide support.' }
    const asked = { title: 'Support wanted in Kenya', description: 'For 200 communities.' }
    expect(judge(text, given, asked)?.share).toBe(0)
  })

  test('nothing in common', () => {
    const judged = judge(text, { title: 'Upright piano' }, { title: 'Fishing boats' })
    expect(judged).toMatchObject({ share: 0, message: { key: 'matching:text.none' } })
  })
})
