import { allConcepts } from '../vocabulary/concepts/concepts.ts'

const general = new Set([
  'children',
  'climate-change',
  'development-finance',
  'digital-transformation',
  'disability',
  'displacement',
  'education',
  'employment',
  'environment',
  'gender-equality',
  'health',
  'human-rights',
  'humanitarian-aid',
  'indigenous-peoples',
  'innovation',
  'migration',
  'older-persons',
  'poverty',
  'refugees',
  'responsible-business',
  'rural-development',
  'social-protection',
  'volunteering',
  'women',
  'youth',
])

const settings = new Set([
  'agricultural-extension',
  'cities',
  'computers',
  'hospitals',
  'logistics',
  'manufacturing',
  'schools',
  'software',
  'transport',
  'value-chains',
  'warehousing',
])

let withNarrower: ReadonlySet<string> | undefined

/** Names a cause or the people served: two postings for refugees need not fit. */
export const isGeneral = (concept: string): boolean => general.has(concept)

/** Names where or by what means: many postings mention a warehouse that are about something else. */
export const isSetting = (concept: string): boolean => settings.has(concept)

/** Other concepts lie below it, such as irrigation below agriculture. */
export function isWide(concept: string): boolean {
  withNarrower ??= new Set(allConcepts().flatMap(({ broader }) => broader ?? []))
  return withNarrower.has(concept)
}
