import { allConcepts } from '../vocabulary/concepts/concepts.ts'

/** Say for whom, or in which general cause, rather than what: two postings for refugees need not fit. */
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

let withNarrower: ReadonlySet<string> | undefined

/** Names a cause or the people served, not a subject. */
export const isGeneral = (concept: string): boolean => general.has(concept)

/** Other concepts lie below it, such as irrigation below agriculture. */
export function isWide(concept: string): boolean {
  withNarrower ??= new Set(allConcepts().flatMap(({ broader }) => broader ?? []))
  return withNarrower.has(concept)
}
