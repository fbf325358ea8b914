import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { findCandidates } from '../../server/matching/candidates.ts'
import { rankCandidates } from '../../server/matching/rank.ts'
import type { Offer } from '../../server/offers/offer.ts'
import { indexed, startSearch, type SearchServer } from './search-server.ts'
import { aNeed, anOffer, now } from './postings.ts'

const options = { now, limit: 50, barredFor: [], entityOf: (id: string) => id }
const arabicNeed = aNeed({
  title: 'ثلاجات شمسية لحفظ اللقاحات',
  description: 'تحتاج المراكز الصحية إلى الطاقة الشمسية للحفاظ على اللقاحات.',
  language: 'ar',
})
const chineseOffer = anOffer({
  id: 'chinese',
  title: '太阳能疫苗冷藏箱五十台',
  description: '用于在没有电网的诊所保存疫苗。',
  language: 'zh',
})
const boats = anOffer({ id: 'boats', title: 'Fishing boats', description: 'Wooden boats for lakes.' })

let search: SearchServer
beforeAll(async () => {
  search = await startSearch()
})
beforeEach(() => search.clear())
afterAll(() => search.stop())

const put = (...offers: Offer[]) =>
  search.put(
    'offers',
    offers.map((offer) => indexed(offer)),
  )

describe('candidates', () => {
  test('an Arabic need finds a Chinese offer, and not what is about something else', async () => {
    await put(chineseOffer, boats)
    expect(await findCandidates(search.client, arabicNeed, options)).toEqual(['chinese'])
  })

  test('what is expired, closed, elsewhere, of another kind or barred is not proposed', async () => {
    const documents = [
      indexed(chineseOffer),
      indexed(chineseOffer, { id: 'expired', openUntil: now.getTime() / 1000 }),
      indexed(chineseOffer, { id: 'withdrawn', state: 'withdrawn' }),
      indexed(chineseOffer, { id: 'elsewhere', countries: ['PER'] }),
      indexed(chineseOffer, { id: 'money', contributionTypes: ['cash'] }),
      indexed(chineseOffer, { id: 'later', openFrom: now.getTime() / 1000 + 86_400 }),
      indexed(chineseOffer, { id: 'barred', barredFor: ['unicef'] }),
    ]
    await search.put('offers', documents)
    const need = {
      ...arabicNeed,
      organisationId: 'unicef-kenya',
      availableUntil: new Date(now.getTime() + 3_600_000),
    }
    const entityOf = () => 'unicef'
    expect(await findCandidates(search.client, need, { ...options, entityOf })).toEqual(['chinese'])
  })

  test('an offer does not find the needs of an entity that it is barred for', async () => {
    await search.put('needs', [
      indexed(arabicNeed, { id: 'office', entityIds: ['unicef-kenya', 'unicef'] }),
      indexed(arabicNeed, { id: 'other', entityIds: ['who'] }),
    ])
    const found = await findCandidates(search.client, chineseOffer, { ...options, barredFor: ['unicef'] })
    expect(found).toEqual(['other'])
  })

  test('a subject outside the vocabulary is found by its words, inflected or misspelt', async () => {
    const need = aNeed({ title: 'An upright piano', description: 'For the conservatory.' })
    await put(boats, anOffer({ id: 'pianos', title: 'Twelve upright pianos', description: 'Tuned.' }))
    await put(anOffer({ id: 'slip', title: 'Pianoes and an upright piano', description: 'Tuned.' }))
    expect((await findCandidates(search.client, need, options)).sort()).toEqual(['pianos', 'slip'])
  })

  test('the likeliest come first when there are more than asked for', async () => {
    const need = aNeed({ title: 'Upright piano for a conservatory', description: '' })
    await put(
      ...['a', 'b', 'c'].map((id) => anOffer({ id, title: 'Piano stools', description: '' })),
      anOffer({ id: 'd', title: 'Upright piano', description: 'For a conservatory.' }),
    )
    const found = await findCandidates(search.client, need, { ...options, limit: 2 })
    expect(found[0]).toBe('d')
    expect(found).toHaveLength(2)
  })

  test('words are counted once, then remembered until they age', async () => {
    await put(chineseOffer, boats)
    const asked = jest.spyOn(search.client, 'multiSearch')
    await findCandidates(search.client, aNeed({ title: 'Wooden boats' }), options)
    expect(asked).toHaveBeenCalledTimes(2)
    await findCandidates(search.client, aNeed({ title: 'Wooden boats' }), options)
    expect(asked).toHaveBeenCalledTimes(3)
    const later = new Date(now.getTime() + 11 * 60_000)
    await findCandidates(search.client, aNeed({ title: 'Wooden boats' }), { ...options, now: later })
    expect(asked).toHaveBeenCalledTimes(5)
  })

  test('never asks more than twelve questions, and asks them at once', async () => {
    await put(chineseOffer, boats)
    const asked = jest.spyOn(search.client, 'multiSearch')
    const need = aNeed({
      title: 'Wooden boats, vaccines, tents, seeds, solar lamps, water filters and mosquito nets for lakes',
      description: 'Fishing, cold chain, irrigation, school meals and shelter.',
    })
    await findCandidates(search.client, need, options)
    const questions = asked.mock.calls.at(-1)?.[0].queries ?? []
    expect(questions.length).toBeLessThanOrEqual(12)
    expect(asked).toHaveBeenCalledTimes(2)
  })

  test.each([
    ['quotes and backslashes', '"\\" OR id EXISTS \\'],
    ['filter syntax', "') OR (state = draft"],
    ['direction marks and emoji', '\u202Eنص\u202C 🚑 \u0000'],
    ['a single endless word', 'x'.repeat(10_000)],
    ['property names', '__proto__ constructor toString hasOwnProperty'],
    ['nothing', ''],
  ])('%s in a text break nothing', async (_, description) => {
    await put(boats)
    const need = aNeed({
      title: description.slice(0, 160),
      description,
      organisationId: description.slice(0, 40),
    })
    expect(await findCandidates(search.client, need, options)).toEqual([])
  })

  test('what is proposed is then ranked by the whole posting', async () => {
    await put(chineseOffer, boats)
    const ids = await findCandidates(search.client, arabicNeed, options)
    const offers = [chineseOffer, boats].filter(({ id }) => ids.includes(id))
    const [best] = rankCandidates(arabicNeed, offers, options)
    expect(best?.posting.id).toBe('chinese')
    expect(best?.score.score).toBeGreaterThanOrEqual(70)
  })
})
