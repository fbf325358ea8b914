import type { Offer } from '../../offers/offer.ts'
import type { Organisation } from '../../organisations/organisation.ts'
import { findingOf } from '../finding.ts'
import { reasonOf } from '../reason.ts'
import type { Exclusion } from '../rules/rule.ts'
import { baseExclusions } from '../rules/rule-set.ts'
import type { ScreeningContext } from '../screening-context.ts'
import type { Finding, Reason } from '../screening.ts'
import { benign } from '../text/lexicon.ts'
import { plainMentions } from '../text/mentions.ts'
import { readOffer } from '../text/offer-text.ts'
import { factOf } from './permitted/declared-facts.ts'
import { emblemClaims } from './permitted/emblem.ts'
import { overlayHits } from './permitted/overlay-hits.ts'

/**
 * Exclusionary criteria, on declared facts first. Text never decides: what it says plainly of a criterion is a
 * question to a person, also where the company declares otherwise; what it denies or works against is none.
 */
export function permitted(offer: Offer, company: Organisation, context: ScreeningContext): Finding {
  return findingOf('permitted', {
    held: [
      ...baseExclusions.flatMap((exclusion) => hitsOf(exclusion, offer, company)),
      ...emblemQuestions(offer, context),
    ],
    alongside: overlayHits(offer, company, context).reasons,
    cleared: [reasonOf('permitted.nothing-barred', { count: baseExclusions.length })],
  })
}

function hitsOf(exclusion: Exclusion, offer: Offer, company: Organisation): Reason[] {
  const fact = factOf(exclusion, offer, company)
  if (fact) return [reasonOf(exclusion.id, fact, ['basis', 'value'])]
  const kinds = exclusion.benign ? [benign, exclusion.benign] : [benign]
  const words = plainMentions(readOffer(offer), exclusion.terms, kinds).join(', ')
  if (!words) return []
  const declared = exclusion.topic in (company.profile?.declarations ?? {}) ? 'no' : 'nothing'
  return [reasonOf(`${exclusion.id}.question`, { words, declared }, ['words'])]
}

function emblemQuestions(offer: Offer, { organisations }: ScreeningContext): Reason[] {
  const words = emblemClaims(readOffer(offer), organisations).join(' … ')
  return words ? [reasonOf('permitted.emblem', { words }, ['words'])] : []
}
