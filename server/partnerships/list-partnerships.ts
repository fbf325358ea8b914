import type { Meilisearch } from 'meilisearch'
import type { Clock } from '../connections/clock.ts'
import { naming, type NameOf } from '../organisations/naming.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import { unlessAway } from '../search/away.ts'
import { searchPage, type SearchPage } from '../search/search-page.ts'
import { storedPage, type StoredPage } from '../search/stored-page.ts'
import { partnershipSearch, type PartnershipFacet, type PartnershipQuery } from './partnership-query.ts'
import type { PartnershipStore } from './partnership-store.ts'
import type { Partnership } from './partnership.ts'

export interface PartnershipRegister {
  search: Meilisearch
  clock: Clock
  partnerships: Pick<PartnershipStore, 'findMany' | 'latest'>
  organisations: Pick<OrganisationStore, 'findMany'>
  mendIndex(uid: string, ids: string[]): void
}

export interface PartnershipListing extends SearchPage<Partnership, PartnershipFacet> {
  /** of the commonest values of the facet `organisation`, and of those that are chosen */
  nameOf: NameOf
}

const mostNamed = 20

/** A page of the public record; `null` where the search server does not answer. */
export async function listPartnerships(
  { search, clock, partnerships, organisations, mendIndex }: PartnershipRegister,
  query: PartnershipQuery,
): Promise<PartnershipListing | null> {
  const now = Math.floor(clock.now().getTime() / 1000)
  const read = async (ids: string[]) =>
    new Map((await partnerships.findMany(ids)).map((partnership) => [partnership.id, partnership]))
  const page = await unlessAway(searchPage(search, partnershipSearch(query, now), { read, stale: mendIndex }))
  if (!page) return null
  const named = page.facets.organisation.filter(({ selected }, index) => selected || index < mostNamed)
  const nameOf = await naming(
    named.map(({ value }) => value),
    organisations,
  )
  return { ...page, nameOf }
}

/** The same without the search server: the latest begun first, without counts. */
export const listStoredPartnerships = (
  { partnerships }: PartnershipRegister,
  query: PartnershipQuery,
): Promise<StoredPage<Partnership>> =>
  storedPage(query, {
    read: (behind, limit) => partnerships.latest(query, behind, limit),
    shown: async (found) => found,
    placeOf: ({ from, id }) => ({ value: from, id }),
  })
