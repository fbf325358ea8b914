import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { areCompatible, type Conditions } from '../../server/matching/hard-conditions.ts'
import { hardFilter } from '../../server/matching/hard-filter.ts'
import { indexed, startSearch, type SearchServer } from './search-server.ts'
import { anOffer } from './postings.ts'

const open: Conditions = {
  contributionTypes: ['cash'],
  countries: ['KEN'],
  anywhere: false,
  openFrom: 0,
  openUntil: 1000,
  parties: [],
}

describe('an offer and a need', () => {
  test.each<[string, Partial<Conditions>, Partial<Conditions>, boolean]>([
    ['agree', {}, {}, true],
    [
      'share one kind of several',
      { contributionTypes: ['cash', 'access'] },
      { contributionTypes: ['access', 'personnel'] },
      true,
    ],
    ['share no kind', { contributionTypes: ['cash'] }, { contributionTypes: ['access'] }, false],
    ['one names no kind', {}, { contributionTypes: [] }, true],
    ['share one country', { countries: ['KEN', 'UGA'] }, { countries: ['TZA', 'UGA'] }, true],
    ['share no country', { countries: ['PER'] }, { countries: ['KEN'] }, false],
    ['the offer is for anywhere', { countries: [], anywhere: true }, {}, true],
    ['the need is for anywhere', {}, { countries: [], anywhere: true }, true],
    ['overlap in time', { openFrom: 500, openUntil: 900 }, { openFrom: 800, openUntil: 1200 }, true],
    ['follow one another', { openFrom: 500, openUntil: 800 }, { openFrom: 800, openUntil: 1200 }, false],
    ['the asking entity is barred', { parties: ['unicef'] }, { parties: ['unicef-kenya', 'unicef'] }, false],
    ['another entity is barred', { parties: ['who'] }, { parties: ['unicef'] }, true],
  ])('%s', (_, offer, need, fits) => {
    expect(areCompatible({ ...open, ...offer }, { ...open, ...need })).toBe(fits)
  })
})

describe('the filter says the same as the function', () => {
  let search: SearchServer
  beforeAll(async () => {
    search = await startSearch()
  })
  afterAll(() => search.stop())

  const places = fc.subarray(['KEN', 'PER', 'UGA'])
  const moment = fc.integer({ min: 0, max: 6 })
  const conditions: fc.Arbitrary<Conditions> = fc
    .record({
      contributionTypes: fc.subarray(['cash', 'access', 'in-kind-goods']),
      countries: places,
      from: moment,
      length: fc.integer({ min: 1, max: 4 }),
      parties: fc.subarray(['unicef', 'who "quoted\\" \\', "o'hara ] OR id EXISTS"]),
    })
    .map(({ from, length, ...rest }) => ({
      ...rest,
      anywhere: rest.countries.length === 0,
      openFrom: from,
      openUntil: from + length,
    }))
  const documentOf = ({ parties, contributionTypes, ...rest }: Conditions, id: string) =>
    indexed(anOffer({ id }), {
      ...rest,
      contributionTypes: [...contributionTypes],
      countries: [...rest.countries],
      barredFor: [...parties],
      entityIds: [...parties],
    })

  test.each(['offers', 'needs'] as const)('searching %s', async (index) => {
    const stored = fc.sample(conditions, 300)
    await search.put(
      index,
      stored.map((one, position) => documentOf(one, `p${position}`)),
    )
    for (const asking of fc.sample(conditions, 60)) {
      const { hits } = await search.client.index(index).search('', {
        filter: hardFilter(asking, index),
        limit: 300,
        attributesToRetrieve: ['id'],
      })
      const fits = stored.flatMap((one, position) => (areCompatible(one, asking) ? [`p${position}`] : []))
      expect(hits.map(({ id }) => id).sort()).toEqual(fits.sort())
    }
  })
})
