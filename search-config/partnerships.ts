import type { Settings } from 'meilisearch'
import {
  filterAttributes,
  searchAttributes,
  sortAttributes,
} from '../server/partnerships/index-attributes.ts'
import { postingSettings } from './postings.ts'
import { localized, rankingRules } from './registers.ts'

/** The index `partnerships`: the public record. What is not named here is told as to the indexes of postings. */
export const partnershipsSettings: Settings = {
  ...postingSettings,
  searchableAttributes: [...searchAttributes],
  displayedAttributes: ['id', 'title', 'description', 'language', 'partners', 'from', 'createdAt'],
  filterableAttributes: [...filterAttributes],
  sortableAttributes: [...sortAttributes],
  rankingRules: rankingRules('from:desc'),
  localizedAttributes: localized('labels', 'places'),
}
