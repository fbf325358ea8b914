import { conceptLabel } from '../vocabulary/concepts/concepts.ts'
import { LANGUAGES, type Language } from '../vocabulary/languages.ts'
import { expandPlaces, GROUPS, regionsOf } from '../vocabulary/places.ts'
import { unixSeconds } from './posting-filter.ts'
import { weighConcepts } from './posting-concepts.ts'
import { listedWindowOf } from './posting-window.ts'
import { remainingOf } from './unit.ts'
import { isAnywhere, type Posting } from './posting.ts'

/**
 * Raised with every change of the shape or meaning of `IndexDocument`: an index whose documents were made by a lower
 * version is built anew.
 */
export const POSTING_DOCUMENT_VERSION = 4

/** A posting as the search indexes hold it; moments are whole unix seconds. */
export interface IndexDocument {
  id: string
  title: string
  description: string
  organisation: string
  organisationId: string
  /** the organisation and the entity that it belongs to */
  entityIds: string[]
  language: string
  state: string
  contributionTypes: string[]
  sdgs: number[]
  /** alpha-3, those of the named regions among them */
  countries: string[]
  /** M49: every region that one of the countries lies in */
  regions: string[]
  /** M49, those of `GROUPS` that one of the countries belongs to */
  groups: string[]
  anywhere: boolean
  /** vocabulary ids, most telling first */
  concepts: string[]
  /** the first of them: what the posting is mainly about */
  mainConcepts: string[]
  /** of the concepts in each of the six languages, so that a query typed in any of them meets the posting */
  labels: Record<Language, string[]>
  industry?: string
  urgency?: string
  /** of the quantity, in its own unit: what nobody has spoken for yet */
  remaining?: number
  openFrom: number
  openUntil: number
  createdAt: number
  /** organisations that an offer must not reach */
  barredFor: string[]
}

/** What the posting itself does not know. */
export interface IndexContext {
  organisationName: string
  /** of an office: the entity above it */
  entityId?: string
  /** the posting's status now */
  state: string
  barredFor?: string[]
}

const mostConcepts = 12
const mostMainConcepts = 3

/** The document that the search index is given for a posting; everything derived is worked out here. */
export function toIndexDocument(posting: Posting, context: IndexContext): IndexDocument {
  const concepts = [...weighConcepts(posting).keys()].slice(0, mostConcepts)
  const countries = expandPlaces(posting)
  const regions = [...new Set(countries.flatMap(regionsOf))].sort()
  return {
    id: posting.id,
    title: posting.title,
    description: posting.description,
    organisation: context.organisationName,
    organisationId: posting.organisationId,
    entityIds: [...new Set([posting.organisationId, context.entityId ?? posting.organisationId])],
    language: posting.language,
    state: context.state,
    contributionTypes: posting.contributionTypes,
    sdgs: posting.sdgs,
    countries,
    regions,
    groups: regions.filter((region) => (GROUPS as readonly string[]).includes(region)),
    anywhere: isAnywhere(posting),
    concepts,
    mainConcepts: concepts.slice(0, mostMainConcepts),
    labels: labelsOf(concepts),
    industry: posting.industry,
    urgency: posting.urgency,
    remaining: remainingOf(posting),
    ...listedWindowOf(posting),
    createdAt: unixSeconds(posting.createdAt),
    barredFor: context.barredFor ?? [],
  }
}

function labelsOf(concepts: string[]): Record<Language, string[]> {
  const inLanguage = (language: Language) => concepts.map((concept) => conceptLabel(concept, language))
  return Object.fromEntries(
    LANGUAGES.map((language) => [language, [...new Set(inLanguage(language))]]),
  ) as Record<Language, string[]>
}
