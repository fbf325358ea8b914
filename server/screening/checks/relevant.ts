import type { Offer } from '../../offers/offer.ts'
import type { Organisation } from '../../organisations/organisation.ts'
import { relatedSdgs } from '../../vocabulary/concepts/concepts.ts'
import { findingOf } from '../finding.ts'
import { reasonOf } from '../reason.ts'
import type { ScreeningContext } from '../screening-context.ts'
import type { Finding, Reason, Screening } from '../screening.ts'
import { namesSubject, subjectOf, takesKind } from './mandate/mandate-fit.ts'
import type { Subject } from './mandate/mandate-fit.ts'

export interface RelevanceFinding {
  finding: Finding
  suggestions: Screening['suggestions']
}

/** Goals that a text may suggest at most, the most often named first. */
const mostSuggestions = 3

/**
 * Whether an entity's mandate fits, and what the author left out. A subject that no mandate names goes on with a
 * note; only where moreover every entity declares kinds of contribution and none takes this one, a person looks.
 */
export function relevant(offer: Offer, _company: Organisation, context: ScreeningContext): RelevanceFinding {
  const subject = subjectOf(offer)
  const entities = context.organisations.filter(({ kind }) => kind === 'entity')
  const fitting = entities.filter((entity) => namesSubject(entity, subject))
  const usable =
    fitting.length > 0 || entities.length === 0 || entities.some((entity) => takesKind(entity, offer))
  const suggestions = suggestionsFor(subject)
  const finding = findingOf('relevant', {
    held: usable ? [] : [reasonOf('relevant.nobody-takes', { types: offer.contributionTypes.join(', ') })],
    cleared: [fitReason(fitting), ...suggestionReasons(suggestions.sdgs)],
  })
  return { finding, suggestions }
}

function fitReason(fitting: Organisation[]): Reason {
  if (fitting.length === 0) return reasonOf('relevant.open')
  return reasonOf('relevant.fits', {
    entities: fitting.map(({ acronym, name }) => acronym ?? name).join(', '),
  })
}

/** Goals, 1 to 17, that the text suggests beyond those stated; at most three, the most often named first. */
export const suggestedGoals = (offer: Offer): number[] => suggestionsFor(subjectOf(offer)).sdgs

function suggestionsFor({ sdgs, concepts }: Subject): Screening['suggestions'] {
  const counts = new Map<number, number>()
  for (const goal of [...concepts].flatMap(relatedSdgs)) counts.set(goal, (counts.get(goal) ?? 0) + 1)
  const missing = [...counts].filter(([goal]) => !sdgs.has(goal)).sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return { sdgs: missing.slice(0, mostSuggestions).map(([goal]) => goal), concepts: [...concepts] }
}

const suggestionReasons = (sdgs: number[]): Reason[] =>
  sdgs.length > 0 ? [reasonOf('relevant.suggestion', { sdgs: sdgs.join(', ') })] : []
