import type { Meilisearch } from 'meilisearch'
import type { Clock } from '../connections/clock.ts'
import { namedAmong, type PublicNames } from '../organisations/named-among.ts'
import { naming, type NameOf } from '../organisations/naming.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import { unlessAway } from '../search/away.ts'
import { searchPage, type SearchPage } from '../search/search-page.ts'
import { storedPage, type StoredPage, type StoredPlace } from '../search/stored-page.ts'
import { partnershipSearch, type PartnershipFacet, type PartnershipQuery } from './partnership-query.ts'
import type { PartnershipStore } from './partnership-store.ts'
import type { Partnership } from './partnership.ts'

export interface PartnershipRegister {
  search: Meilisearch
  clock: Clock
  partnerships: Pick<PartnershipStore, 'findMany' | 'latest'>
  organisations: Pick<OrganisationStore, 'findMany'>
  publicOrganisations: PublicNames
  mendIndex(uid: string, ids: string[]): void
}

export interface PartnershipListing extends SearchPage<Partnership, PartnershipFacet> {
  /** of the commonest values of the facet `organisation`, and of those that are chosen */
  nameOf: NameOf
}

/** A page of the public record; `null` where the search server does not answer. */
export async function listPartnerships(
  { search, clock, partnerships, organisations, publicOrganisations, mendIndex }: PartnershipRegister,
  query: PartnershipQuery,
): Promise<PartnershipListing | null> {
  const now = Math.floor(clock.now().getTime() / 1000)
  const read = async (ids: string[]) =>
    new Map((await partnerships.findMany(ids)).map((partnership) => [partnership.id, partnership]))
  const page = await unlessAway(searchPage(search, partnershipSearch(query, now), { read, stale: mendIndex }))
  if (!page) return null
  const named = await namedAmong(page.facets.organisation, publicOrganisations)
  const nameOf = await naming(named, organisations)
  return { ...page, nameOf }
}

/** The same without the search server: the latest begun first, without counts. */
export const listStoredPartnerships = (
  { partnerships }: PartnershipRegister,
  query: PartnershipQuery,
): Promise<StoredPage<Partnership>> =>
  storedPage(query, {
    read: (behind, limit) => partnerships.latest(query, isYear(behind) ? behind : undefined, limit),
    shown: async (found) => found,
    placeOf: ({ from, id }) => ({ value: from, id }),
  })

/** A cursor from elsewhere may hold anything. */
const isYear = (place: StoredPlace | undefined): boolean => typeof place?.value === 'number'
