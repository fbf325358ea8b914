import type { Offer } from '../../../offers/offer.ts'
import type { Organisation } from '../../../organisations/organisation.ts'
import { reasonOf } from '../../reason.ts'
import type { Exclusion } from '../../rules/rule.ts'
import { overlays } from '../../rules/rule-set.ts'
import type { ScreeningContext } from '../../screening-context.ts'
import type { Reason } from '../../screening.ts'
import { benign } from '../../text/lexicon.ts'
import { plainMentions } from '../../text/mentions.ts'
import { readOffer } from '../../text/offer-text.ts'
import { factOf } from './declared-facts.ts'

/** What the rules of single entities add: whom they bar, and what staff read of it. */
export interface OverlayHits {
  barredFor: string[]
  reasons: Reason[]
}

/** Declared facts bar the entity; the text only leaves a note for its staff. */
export function overlayHits(offer: Offer, company: Organisation, context: ScreeningContext): OverlayHits {
  const hits = context.organisations.flatMap((entity) =>
    exclusionsOf(entity).map((exclusion) => hitOf(exclusion, entity, offer, company)),
  )
  return {
    barredFor: [...new Set(hits.flatMap(({ bars }) => bars))],
    reasons: hits.flatMap(({ reasons }) => reasons),
  }
}

const exclusionsOf = ({ mandate }: Organisation): readonly Exclusion[] =>
  overlays.get(mandate?.overlay ?? '')?.exclusions ?? []

function hitOf(exclusion: Exclusion, entity: Organisation, offer: Offer, company: Organisation) {
  const name = entity.acronym ?? entity.name
  const fact = factOf(exclusion, offer, company)
  if (fact)
    return { bars: [entity.id], reasons: [reasonOf(exclusion.id, { entity: name, ...fact }, ['entity'])] }
  const words = plainMentions(readOffer(offer), exclusion.terms, [benign]).join(', ')
  const note = words
    ? [reasonOf(`${exclusion.id}.question`, { entity: name, words }, ['entity', 'words'])]
    : []
  return { bars: [], reasons: note }
}
