import type { Settings } from 'meilisearch'
import {
  filterAttributes,
  searchAttributes,
  sortAttributes,
} from '../server/organisations/index-attributes.ts'
import { postingSettings } from './postings.ts'
import { localized, rankingRules } from './registers.ts'

/**
 * The index `organisations`: UN entities and offices, and the companies that everybody may see. What is not named
 * here is told as to the indexes of postings.
 */
export const organisationsSettings: Settings = {
  ...postingSettings,
  searchableAttributes: [...searchAttributes],
  displayedAttributes: ['id', 'kind', 'name', 'acronym', 'createdAt'],
  filterableAttributes: [...filterAttributes],
  sortableAttributes: [...sortAttributes],
  rankingRules: rankingRules('name:asc'),
  // An acronym is one thing or another: WHO is no slip for WFO.
  typoTolerance: { ...postingSettings.typoTolerance, disableOnAttributes: ['acronym'] },
  localizedAttributes: localized('mandate', 'labels', 'places'),
}
