import { expect, test } from '@jest/globals'
import { listingAddress, pageAddress } from '../../server/postings/listing-address.ts'
import { chosenValues, facetGroups, statusGroup } from '../../server/postings/listing-facets.ts'
import { lenientQuery } from '../../server/postings/posting-query.ts'
import type { PostingFacets } from '../../server/postings/search-postings.ts'
import type { FacetValue } from '../../server/search/faceted-search.ts'
import { createTranslations } from '../../server/web/i18n.ts'

const { translator } = await createTranslations()
const t = translator('en')
const reader = (parameters: Record<string, unknown> = {}, language = 'en') => ({
  side: 'need' as const,
  query: lenientQuery(parameters),
  language,
  t: translator(language),
})
const value = (code: string, count: number, selected = false): FacetValue => ({
  value: code,
  count,
  selected,
})
const nothing: PostingFacets = {
  ...{ type: [], sdg: [], country: [], region: [], group: [], language: [], organisation: [] },
}

test('the address holds the state in one order and nothing that is not state', () => {
  const query = lenientQuery({
    ...{ utm: 'x', sdg: '6,3', q: 'water & wells', country: ['KEN', 'PER'], sort: 'ending' },
    ...{ cursor: 'Mg', limit: '50' },
  })
  expect(listingAddress('need', query)).toBe(
    '/needs?q=water+%26+wells&sdg=6&sdg=3&country=KEN&country=PER&sort=ending&limit=50',
  )
})

test('what makes no sense is not carried on', () => {
  expect(listingAddress('offer', lenientQuery({ sdg: '99', country: 'Kenya', sort: 'sideways' }))).toBe(
    '/offers',
  )
})

test('a later page has its cursor, any other address opens at the first', () => {
  const query = lenientQuery({ q: 'solar' })
  expect(pageAddress('offer', query, 'abc')).toBe('/offers?q=solar&cursor=abc')
  expect(listingAddress('offer', { ...query, cursor: 'abc' })).toBe('/offers?q=solar')
})

test('a value is chosen beside others of its facet, and a chosen one is taken back', () => {
  const country = [value('PER', 9), value('KEN', 4, true)]
  const groups = facetGroups({ ...nothing, country }, reader({ country: 'KEN', q: 'water' }))
  expect(groups.find(({ name }) => name === 'Country')?.items).toEqual([
    {
      ...{ key: 'country:PER', label: 'Peru', selected: false, count: 9 },
      href: '/needs?q=water&country=KEN&country=PER',
    },
    { key: 'country:KEN', label: 'Kenya', href: '/needs?q=water', selected: true, count: 4 },
  ])
})

test('a long facet shows the commonest and the chosen, the rest by name', () => {
  const codes = ['KEN', 'PER', 'NPL', 'MLI', 'TCD', 'NER', 'SEN', 'GHA', 'UGA', 'EGY', 'FJI']
  const country = codes.map((code, index) => value(code, 20 - index, code === 'FJI'))
  const group = facetGroups({ ...nothing, country }, reader({ country: 'FJI' })).find(
    ({ name }) => name === 'Country',
  )
  expect(group?.items.map(({ label }) => label).slice(-2)).toEqual(['Ghana', 'Fiji'])
  expect(group?.more?.map(({ label }) => label)).toEqual(['Egypt', 'Uganda'])
})

test('facets speak the language of the reader; neither the world nor a grouping is a region to choose', () => {
  const region = [value('001', 5), value('202', 5), value('002', 5), value('199', 5)]
  const facets = { ...nothing, sdg: [value('6', 2)], region, group: [value('199', 5)] }
  const groups = facetGroups(facets, reader({}, 'fr'))
  expect(groups.map(({ name, items }) => [name, items.map(({ label }) => label)])).toEqual([
    ['Contribution', []],
    ['Objectif de développement durable', ['6. Eau propre et assainissement']],
    ['Région', ['Afrique']],
    ['Groupe de pays', ['Pays les moins avancés']],
    ['Pays', []],
    ['Langue', []],
    ['Organisation', []],
  ])
})

describe('regions', () => {
  const region = ['002', '202', '014', '011', '015', '019', '419', '005'].map((code) => value(code, 3))
  const tree = (...chosen: string[]) => {
    const values = region.map((one) => ({ ...one, selected: chosen.includes(one.value) }))
    const groups = facetGroups({ ...nothing, region: values }, reader({ region: chosen }))
    return groups.find(({ name }) => name === 'Region')?.items
  }

  test('show the continents first', () => {
    expect(tree()?.map(({ label, items }) => [label, items])).toEqual([
      ['Africa', []],
      ['Americas', []],
    ])
  })

  test('open where one chooses, and a choice takes the place of the wider one', () => {
    const africa = tree('002')?.[0]
    expect(africa).toMatchObject({ selected: true, href: '/needs' })
    expect(africa?.items?.map(({ label, href }) => [label, href])).toEqual([
      ['Northern Africa', '/needs?region=015'],
      ['Sub-Saharan Africa', '/needs?region=202'],
    ])
    const eastern = tree('014')?.[0]?.items?.[1]?.items?.[0]
    expect(eastern).toMatchObject({ label: 'Eastern Africa', selected: true, href: '/needs' })
    expect(tree('014')?.[0]).toMatchObject({ label: 'Africa', selected: false, href: '/needs?region=002' })
  })

  test('stand beside others of another continent', () => {
    expect(tree('014')?.[1]?.href).toBe('/needs?region=014&region=019')
  })

  test('leave only their own countries to choose, and those that are chosen', () => {
    const country = ['KEN', 'PER', 'NPL'].map((code) => value(code, 2, code === 'NPL'))
    const countries = (parameters: object) =>
      facetGroups({ ...nothing, country }, reader({ ...parameters, country: 'NPL' }))
        .find(({ name }) => name === 'Country')
        ?.items.map(({ label }) => label)
    expect(countries({ region: '002' })).toEqual(['Kenya', 'Nepal'])
    expect(countries({ group: '432' })).toEqual(['Nepal'])
  })
})

test('closed needs can be asked for; of offers only open ones are listed, so there is no choice', () => {
  const group = statusGroup(reader({ status: 'met', sdg: '6' }), ['open', 'partly-met', 'met', 'expired'])
  expect(group.items.map(({ label, href, selected }) => [label, href, selected])).toEqual([
    ['Open now', '/needs?sdg=6', false],
    ['Met', '/needs?sdg=6&status=met', true],
    ['Expired', '/needs?sdg=6&status=expired', false],
  ])
  expect(statusGroup(reader(), ['open']).items).toEqual([])
})

test('everything chosen can be taken back one by one', () => {
  const chosen = chosenValues(reader({ q: 'wells', type: 'cash,expertise', status: 'expired' }))
  expect(chosen.map(({ label, href }) => ({ label, href }))).toEqual([
    { label: '“wells”', href: '/needs?type=cash&type=expertise&status=expired' },
    { label: t('state.expired'), href: '/needs?q=wells&type=cash&type=expertise' },
    { label: 'Cash', href: '/needs?q=wells&type=expertise&status=expired' },
    { label: 'Expertise', href: '/needs?q=wells&type=cash&status=expired' },
  ])
})

test('words are quoted as the reader’s language quotes', () => {
  const label = (language: string) => chosenValues(reader({ q: 'a & b' }, language))[0]?.label
  expect([label('fr'), label('ar')]).toEqual(['« a & b »', '«a & b»'])
})
