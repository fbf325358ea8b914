import type { Need } from '../../server/needs/need.ts'
import type { Offer } from '../../server/offers/offer.ts'
import { CONTRIBUTION_TYPES } from '../../server/vocabulary/contribution-types.ts'
import { detectLanguage } from '../../server/vocabulary/detect-language.ts'
import { shorten, tidy, tidyName } from '../import/text.ts'

/** A labelled text; without a language it is detected. */
export interface LabelledText {
  id: string
  text: string
  /** ISO 639-1 */
  language?: string
}

const longestTitle = 160
const posted = new Date('2026-01-01T00:00:00Z')

/** The text as a need that takes any contribution, anywhere, as if somebody had typed it into both fields. */
export const needOf = (labelled: LabelledText): Need => ({
  ...contentOf(labelled),
  side: 'need',
  organisationId: 'asking',
  partlyMetAt: null,
  metAt: null,
})

/** The text as an offer of whatever kind, for anywhere, that nobody has anything against. */
export const offerOf = (labelled: LabelledText): Offer => ({
  ...contentOf(labelled),
  side: 'offer',
  organisationId: 'offering',
  reservedAt: null,
  fulfilledAt: null,
  screening: null,
  decision: null,
})

function contentOf({ id, text, language }: LabelledText) {
  return {
    id,
    title: shorten(tidyName(text), longestTitle),
    description: tidy(text),
    language: language ?? detectLanguage(text, 'en'),
    contributionTypes: [...CONTRIBUTION_TYPES],
    sdgs: [],
    sdgTargets: [],
    countries: [],
    regions: [],
    revision: 1,
    createdAt: posted,
    updatedAt: posted,
    publishedAt: posted,
    withdrawnAt: null,
  }
}
