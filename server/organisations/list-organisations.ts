import type { Meilisearch } from 'meilisearch'
import type { Clock } from '../connections/clock.ts'
import { unlessAway } from '../search/away.ts'
import { searchPage, type SearchPage } from '../search/search-page.ts'
import { organisationSearch, type OrganisationFacet, type OrganisationQuery } from './organisation-query.ts'
import type { Organisation } from './organisation.ts'

export interface OrganisationRegister {
  search: Meilisearch
  clock: Clock
  /** `among`: those of the ids that everybody may see now */
  publicOrganisations: { among(ids: string[]): Promise<Map<string, Organisation>> }
  mendIndex(uid: string, ids: string[]): void
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
