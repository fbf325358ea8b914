import type { Meilisearch } from 'meilisearch'
import type { Clock } from '../connections/clock.ts'
import { unlessAway } from '../search/away.ts'
import { searchPage, type SearchPage } from '../search/search-page.ts'
import { storedPage, type StoredPage } from '../search/stored-page.ts'
import type { OrganisationStore } from './organisation-store.ts'
import { organisationSearch, type OrganisationFacet, type OrganisationQuery } from './organisation-query.ts'
import type { Organisation } from './organisation.ts'

export interface OrganisationRegister {
  organisations: Pick<OrganisationStore, 'byName'>
  search: Meilisearch
  clock: Clock
  /** `among`: those of the ids that everybody may see now */
  publicOrganisations: { among(ids: string[]): Promise<Map<string, Organisation>> }
  mendIndex(uid: string, ids: string[]): void
}

/** The same without the search server: by name, without counts. */
export function listStoredOrganisations(
  { organisations, publicOrganisations, clock }: OrganisationRegister,
  query: OrganisationQuery,
): Promise<StoredPage<Organisation>> {
  const now = Math.floor(clock.now().getTime() / 1000)
  return storedPage(query, {
    read: (behind, limit) => organisations.byName(query, now, behind, limit),
    shown: async (found) => {
      const seen = await publicOrganisations.among(found.map(({ id }) => id))
      return found.filter(({ id }) => seen.has(id))
    },
    placeOf: ({ name, id }) => ({ value: name, id }),
  })
}

export type OrganisationListing = SearchPage<Organisation, OrganisationFacet>

/** A page of the organisations that everybody may see; `null` where the search server does not answer. */
export function listOrganisations(
  { search, clock, publicOrganisations, mendIndex }: OrganisationRegister,
  query: OrganisationQuery,
): Promise<OrganisationListing | null> {
  const now = Math.floor(clock.now().getTime() / 1000)
  const truth = { read: publicOrganisations.among, stale: mendIndex }
  return unlessAway(searchPage(search, organisationSearch(query, now), truth))
}
