import { searchPage } from '../../server/search/search-page.ts'
import type { FacetedSearch } from '../../server/search/faceted-search.ts'
import type { Order } from '../../server/search/order.ts'
import { anOffer } from '../matching/postings.ts'
import { indexed, startSearch, type SearchServer } from '../matching/search-server.ts'

let server: SearchServer

beforeAll(async () => {
  server = await startSearch()
})
afterAll(() => server.stop())
beforeEach(() => server.clear())

const start = 1_700_000_000

/** One that fits the word `solar` more or less well; several share a second and an end. */
const offer = (number: number, title: string, createdAt = start + Math.floor(number / 3)) =>
  indexed(anOffer({ id: `64f000000000000000000${String(number).padStart(3, '0')}`, title }), {
    ...{ createdAt, openUntil: start + 1_000_000 + (number % 7) },
  })

const titles = ['Solar pump', 'Pump, solar', 'Pumps and then solar', 'Old solr pump', 'Solar solar pump']
const titleOf = (number: number) => titles[number % titles.length] ?? ''

const search = (order: Order, cursor?: string): FacetedSearch<'type'> => ({
  ...{ uid: 'offers', q: order === 'fit' ? 'solar pump' : '', limit: 5, cursor, order },
  filter: ['state = open'],
  facets: { type: { attribute: 'contributionTypes', chosen: [] } },
  ...{ cameAt: 'createdAt', now: start + 500 },
  marked: { whole: ['title'], cut: ['description'] },
})

const orders: [string, Order][] = [
  ['newest', { attribute: 'createdAt', direction: 'desc' }],
  ['ending soonest', { attribute: 'openUntil', direction: 'asc' }],
  ['best fit', 'fit'],
]

/** Numbers of a sequence that the seed tells; the same at each run. */
function numbersFrom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

describe.each(orders)('paging by %s while others post, withdraw and edit', (_name, order) => {
  test.each([1, 2])('repeats nothing and misses none that was there all along (%i)', async (seed) => {
    const random = numbersFrom(seed)
    const present = new Set(Array.from({ length: 40 }, (_, number) => number))
    const lasting = new Set(present)
    await server.put(
      'offers',
      [...present].map((number) => offer(number, titleOf(number))),
    )
    const withdrawn = new Set<string>()
    const seen: string[] = []
    let posted = 100
    let cursor: string | null | undefined

    do {
      const gone = [...lasting][random(lasting.size)] ?? 0
      const edited = [...lasting][random(lasting.size)] ?? 0
      lasting.delete(gone)
      withdrawn.add(offer(gone, '').id)
      const writing = Promise.all([
        server.client.index('offers').deleteDocument(offer(gone, '').id),
        server.put('offers', [
          offer(edited, titleOf(random(5))),
          offer(posted++, titleOf(random(5)), start + 600),
        ]),
      ])
      const page = await searchPage(server.client, search(order, cursor ?? undefined), {
        read: async (ids) => new Map(ids.filter((id) => !withdrawn.has(id)).map((id) => [id, id])),
        stale: () => {},
      })
      seen.push(...page.items.map(({ shown }) => shown))
      cursor = page.nextCursor
      await writing
    } while (cursor)

    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(expect.arrayContaining([...lasting].map((number) => offer(number, '').id)))
  })
})
