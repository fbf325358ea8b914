import { Meilisearch, type Index } from 'meilisearch'
import { startMeilisearch } from '../../../../server/embedded/meilisearch/index.ts'
import { facets, now, type BenchPosting } from '../postings.ts'
import type { Dozen, Listing } from '../questions.ts'
import { shown, type Contestant } from './contestant.ts'

/** The stand-in over HTTP, asked by the official client. */
export interface StandIn extends Contestant {
  list(listing: Listing): Promise<void>
  askDozen(dozen: Dozen): Promise<void>
  /** How many postings have this revision. */
  ofRevision(revision: number): Promise<number>
  stop(): Promise<void>
}

const settings = {
  searchableAttributes: ['title', 'description'],
  filterableAttributes: [...facets, 'anywhere', 'state', 'openUntil', 'revision'],
  sortableAttributes: ['createdAt'],
  rankingRules: [
    'sort',
    'words',
    'typo',
    'proximity',
    'attributeRank',
    'wordPosition',
    'exactness',
    'createdAt:desc',
  ],
  faceting: { maxValuesPerFacet: 500, sortFacetValuesBy: { '*': 'count' as const } },
  pagination: { maxTotalHits: 200_000 },
}
const apiKey = 'a key of the bench'
const waiting = { timeout: 0, interval: 5 }

/** Starts it over a folder, which may hold postings. */
export async function startStandIn(folder: string): Promise<StandIn> {
  const server = await startMeilisearch({ folder, apiKey })
  const client = new Meilisearch({ host: server.host, apiKey })
  const index = client.index<BenchPosting>('postings')
  return {
    async add(postings) {
      const { status, error } = await index.addDocuments(postings, { primaryKey: 'id' }).waitTask(waiting)
      if (status !== 'succeeded') throw new Error(`adding postings ${status}: ${error?.message}`)
    },
    async ask({ words, chosen }) {
      const filter = Object.entries(chosen).map(([facet, value]) => `${facet} = "${value}"`)
      const { hits } = await index.search(words, { filter, facets: [...facets], limit: shown })
      return hits.map(({ id }) => id)
    },
    list: (listing) => list(index, listing),
    askDozen: (dozen) => askDozen(client, dozen),
    async ofRevision(revision) {
      const filter = `revision = ${revision}`
      return (await index.search('', { filter, limit: 0 })).estimatedTotalHits
    },
    stop: () => server.stop(),
  }
}

/** Makes the index that the stand-in is measured on. */
export async function setUp(folder: string): Promise<void> {
  const server = await startMeilisearch({ folder, apiKey })
  const client = new Meilisearch({ host: server.host, apiKey })
  await client.createIndex('postings', { primaryKey: 'id' }).waitTask(waiting)
  await client.index('postings').updateSettings(settings).waitTask(waiting)
  await server.stop()
}

async function list(index: Index<BenchPosting>, { country, type, state }: Listing): Promise<void> {
  await index.search('', {
    filter: [
      `state = ${state}`,
      [`countries = "${country}"`, 'anywhere = true'],
      `contributionTypes = "${type}"`,
    ],
    facets: [...facets],
    sort: ['createdAt:desc'],
    hitsPerPage: shown,
  })
}

async function askDozen(client: Meilisearch, { words, country, type }: Dozen): Promise<void> {
  const filter = `state = open AND openUntil > ${now} AND (countries = "${country}" OR anywhere = true) AND contributionTypes IN ["${type}"]`
  const common = {
    indexUid: 'postings',
    filter,
    limit: 30,
    attributesToRetrieve: ['id'],
    showRankingScore: true,
  }
  await client.multiSearch({ queries: words.map((q) => ({ ...common, q })) })
}
