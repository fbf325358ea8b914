import { editDistance } from '../../server/search/edit-distance.ts'
import { didYouMean } from '../../server/search/did-you-mean.ts'
import type { FacetedSearch } from '../../server/search/faceted-search.ts'
import { anOffer } from '../matching/postings.ts'
import { indexed, startSearch, type SearchServer } from '../matching/search-server.ts'

test.each([
  ['water', 'water', 0],
  ['watr', 'water', 1],
  ['wtaer', 'water', 1],
  ['bater', 'water', 1],
  ['pump', 'lamps', 3],
  ['', 'abc', 3],
  ['насс', 'насос', 1],
])('%s and %s are %i changes apart', (one, other, distance) => {
  expect(editDistance(one, other)).toBe(distance)
  expect(editDistance(other, one)).toBe(distance)
})

describe('of an index', () => {
  let server: SearchServer

  beforeAll(async () => {
    server = await startSearch()
    const titles = [
      ...['Water pumps for schools', 'Solar refrigerators for vaccines', 'Water filters', 'Wind pumps'],
      ...['Насосы для воды', 'مُضَخَّات مياه', '太阳能水泵'],
    ]
    await server.put(
      'offers',
      titles.map((title) => indexed(anOffer({ title }))),
    )
  })
  afterAll(() => server.stop())

  const meant = async (q: string) => {
    const search: FacetedSearch = {
      ...{ uid: 'offers', q, filter: ['state = open'], facets: {}, order: 'fit', limit: 20 },
      ...{ cameAt: 'createdAt', now: 0, marked: { whole: ['title'], cut: ['description'] } },
    }
    return didYouMean(server.client, search, 0)
  }

  test.each([
    ['watr pumps', 'water pumps'],
    ['solar refrijiraters', 'solar refrigerators'],
    ['water fitlers', 'water filters'],
    ['watr pmups', 'water pumps'],
    ['насоы для воды', 'насосы для воды'],
  ])('%s: did you mean %s?', async (typed, wanted) => {
    expect((await meant(typed))?.q ?? null).toBe(wanted)
  })

  test('what was changed is told, and how many have all the words', async () => {
    expect(await meant('watr pumps')).toEqual({
      q: 'water pumps',
      runs: [
        { text: 'water', match: true },
        { text: ' ', match: false },
        { text: 'pumps', match: false },
      ],
      count: 1,
    })
  })

  test.each(['water pumps', 'xqzwv', '', 'to', '水泵', '"', 'مضخات'])('nothing better than %s', async (q) => {
    expect(await meant(q)).toBeNull()
  })
})
