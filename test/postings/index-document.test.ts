import { describe, expect, test } from '@jest/globals'
import { toIndexDocument } from '../../server/postings/index-document.ts'
import { anOffer } from '../matching/postings.ts'

const context = { organisationName: 'Example Solar Cooperative', state: 'open' }

describe('an index document', () => {
  test('holds what is declared and what follows from it', () => {
    const offer = anOffer({
      id: 'fridges',
      organisationId: 'solar',
      title: 'Solar vaccine refrigerators',
      description: 'For clinics.',
      countries: ['KEN'],
      sdgs: [3, 7],
      createdAt: new Date('2026-02-01T00:00:00.900Z'),
      availableUntil: new Date('2026-12-31T00:00:00Z'),
    })
    expect(toIndexDocument(offer, { ...context, barredFor: ['unicef'] })).toMatchObject({
      id: 'fridges',
      title: 'Solar vaccine refrigerators',
      organisation: 'Example Solar Cooperative',
      organisationId: 'solar',
      entityIds: ['solar'],
      language: 'en',
      state: 'open',
      contributionTypes: ['in-kind-goods'],
      sdgs: [3, 7],
      countries: ['KEN'],
      regions: expect.arrayContaining(['001', '002', '014']),
      anywhere: false,
      openFrom: 0,
      openUntil: 1_798_675_200,
      createdAt: 1_769_904_000,
      barredFor: ['unicef'],
    })
  })

  test('a region stands for its countries; no place stands for anywhere', () => {
    const regional = toIndexDocument(anOffer({ countries: [], regions: ['014'] }), context)
    expect(regional.countries).toEqual(expect.arrayContaining(['KEN', 'TZA', 'UGA']))
    expect(regional.anywhere).toBe(false)
    const global = toIndexDocument(anOffer({ countries: [], regions: [] }), context)
    expect(global).toMatchObject({ countries: [], regions: [], anywhere: true, openUntil: 32_503_680_000 })
  })

  test('says which groupings across continents its countries belong to', () => {
    const groupsOf = (countries: string[]) => toIndexDocument(anOffer({ countries }), context).groups
    expect(groupsOf(['KEN'])).toEqual([])
    expect(groupsOf(['NPL', 'FJI'])).toEqual(['199', '432', '722'])
    expect(groupsOf(['PRY'])).toEqual(['432'])
  })

  test('concepts come with their labels in all six languages, those of the title first', () => {
    const offer = anOffer({ title: 'Sistemas de riego', description: 'Entregamos semillas.', language: 'es' })
    const { concepts, labels } = toIndexDocument(offer, context)
    expect(concepts.slice(0, 2)).toEqual(['irrigation', 'seeds'])
    expect(Object.keys(labels).sort()).toEqual(['ar', 'en', 'es', 'fr', 'ru', 'zh'])
    expect(labels.en.slice(0, 2)).toEqual(['Irrigation', 'Seeds'])
    expect([labels.zh[0], labels.ar[0]]).toEqual(['灌溉', 'الري'])
  })

  test('the main concepts are the three that the text names most', () => {
    const description = 'Seeds for farmers. Seeds again. Vaccines, and solar power for a school.'
    const offer = anOffer({ title: 'Irrigation and seeds', description })
    const { concepts, mainConcepts } = toIndexDocument(offer, context)
    expect(mainConcepts).toHaveLength(3)
    expect(mainConcepts.slice(0, 2)).toEqual(['seeds', 'irrigation'])
    expect(concepts).toEqual(expect.arrayContaining([...mainConcepts, 'solar']))
  })

  test("an office's need is also found by its entity", () => {
    const need = anOffer({ organisationId: 'unicef-kenya' })
    expect(toIndexDocument(need, { ...context, entityId: 'unicef' }).entityIds).toEqual([
      'unicef-kenya',
      'unicef',
    ])
  })
})
