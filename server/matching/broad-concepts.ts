import { allConcepts } from '../vocabulary/concepts/concepts.ts'
import lists from './broad-concepts.json' with { type: 'json' }

const general = new Set(lists.general)

const settings = new Set(lists.settings)

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
