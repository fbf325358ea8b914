import { SCORING_VERSION } from '../matching/score.ts'
import type { Inputs } from '../postings/posting-work.ts'
import { RULES_VERSION } from '../screening/rules/rule-set.ts'
import type { Watchlist } from '../screening/screening-context.ts'
import { VOCABULARY_VERSION } from '../vocabulary/concepts/concepts.ts'

/** What a need's index entry and matches depend on besides the need itself. */
export const needInputs = (): Inputs => ({ vocabulary: VOCABULARY_VERSION, scoring: SCORING_VERSION })

/** An offer's run also depends on the rules and the watchlist. */
export const offerInputs = (watchlist: Watchlist): Inputs => ({
  ...needInputs(),
  rules: RULES_VERSION,
  watchlist: watchlist.version,
})
