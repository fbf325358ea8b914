import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { offersSettings } from '../../search-config/offers.ts'
import { connectSearch } from '../../server/connections/search.ts'
import { startMeilisearch } from '../../server/embedded/meilisearch/index.ts'
import { applySettings, createIndex } from '../../server/indexing/index-access.ts'
import { findCandidates, rarityIn } from '../../server/matching/candidates.ts'
import { scoreCandidates } from '../../server/matching/rank.ts'
import type { Need } from '../../server/needs/need.ts'
import type { Offer } from '../../server/offers/offer.ts'
import { toIndexDocument } from '../../server/postings/index-document.ts'

/** Open offers in a search index of their own, to be ranked for needs as matching ranks them. */
export interface OfferCollection {
  /** The ids of what matching proposes for the need, best first, the pairs below its threshold among them. */
  rank(need: Need): Promise<string[]>
  close(): Promise<void>
}

/** As many as the processing takes into account for one posting. */
const mostCandidates = 120
const entityOf = (id: string): string => id

/** Indexes the offers in an embedded search server over a temporary folder, with the settings of the real one. */
export async function collectOffers(offers: readonly Offer[]): Promise<OfferCollection> {
  const folder = await mkdtemp(join(tmpdir(), 'concord-evaluate-'))
  const server = await startMeilisearch({ folder, apiKey: 'evaluation' })
  const search = connectSearch(server.host, 'evaluation').admin
  await createIndex(search, 'offers')
  await applySettings(search, 'offers', offersSettings)
  const documents = offers.map((offer) => toIndexDocument(offer, { organisationName: '', state: 'open' }))
  await search.index('offers').addDocuments(documents).waitTask({ timeout: 120_000, interval: 20 })
  const byId = new Map(offers.map((offer) => [offer.id, offer]))
  return {
    async rank(need) {
      const context = { now: new Date(), entityOf }
      const ids = await findCandidates(search, need, { ...context, limit: mostCandidates, barredFor: [] })
      const found = ids.flatMap((id) => byId.get(id) ?? [])
      const ranked = scoreCandidates(need, found, { ...context, rarity: rarityIn(search, 'offers') })
      return ranked.map(({ posting }) => posting.id)
    },
    async close() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
