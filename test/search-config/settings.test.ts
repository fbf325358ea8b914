import { describe, expect, test } from '@jest/globals'
import { needsSettings } from '../../search-config/needs.ts'
import { offersSettings } from '../../search-config/offers.ts'
import {
  facetAttributes,
  filterAttributes,
  searchAttributes,
  sortAttributes,
} from '../../server/postings/index-attributes.ts'
import { toIndexDocument } from '../../server/postings/index-document.ts'
import { anOffer } from '../matching/postings.ts'

describe.each([
  ['offers', offersSettings],
  ['needs', needsSettings],
])('the index %s', (_, settings) => {
  test('can be asked by every attribute that queries name', () => {
    expect(settings.filterableAttributes).toEqual(
      expect.arrayContaining([...filterAttributes, ...facetAttributes]),
    )
    expect(settings.sortableAttributes).toEqual(expect.arrayContaining([...sortAttributes]))
    expect(settings.searchableAttributes).toEqual([...searchAttributes])
  })

  test('never shows whom an offer is barred for', () => {
    expect(settings.displayedAttributes).not.toContain('barredFor')
    expect(settings.displayedAttributes).not.toContain('*')
  })

  test('states its ranking, a chosen order of dates first', () => {
    expect(settings.rankingRules?.slice(0, 2)).toEqual(['sort', 'words'])
  })

  test('counts hits far beyond what it shows', () => {
    expect(settings.pagination?.maxTotalHits).toBe(200_000)
  })

  test('drops no word that tells something in another language', () => {
    for (const word of ['ai', 'don', 'son', 'but', 'car', 'un', 'or'])
      expect(settings.stopWords).not.toContain(word)
  })

  test.each([
    ['fridge', 'refrigerator'],
    ['refrigerator', 'fridge'],
    ['光伏', '太阳能'],
  ])('%s also finds %s', (typed, found) => {
    expect(settings.synonyms?.[typed]).toContain(found)
  })
})

test('every attribute that queries name is one that documents have', () => {
  const posting = anOffer({ industry: '2100', urgency: 'days' })
  const document = toIndexDocument(posting, { organisationName: 'Example', state: 'open' })
  for (const attribute of [...filterAttributes, ...searchAttributes])
    expect(document).toHaveProperty(attribute)
})
