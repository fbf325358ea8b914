import type { Controversy } from '../../organisations/organisation.ts'
import type { Check } from '../screening.ts'
import type { Terms } from '../text/terms.ts'

/** Languages in which rules are worded; a reader of another language gets English. */
export type RuleLanguage = 'en' | 'fr' | 'ar'

export const ruleLanguage = (language: string): RuleLanguage =>
  language === 'fr' || language === 'ar' ? language : 'en'

/** Sentences with `{{placeholders}}` that the facts of a reason fill. */
export type Texts = Readonly<Record<RuleLanguage, string>>

/** What every rule says of itself. */
export interface Origin {
  version: string
  /** the document that the rule comes from */
  source: string
  /** day from which the rule applies here, ISO 8601 */
  since: string
}

export interface Rule extends Origin {
  id: string
  check: Check
  /** what staff read */
  text: Texts
  /** what the company reads: neutral, without the evidence; `same` where it may read what staff read */
  neutral: Texts | 'same'
  /** what the company can do about it */
  remedy?: Texts
  /** the company's view leaves the reason out */
  staffOnly?: true
}

/** A line of business or conduct that bars partnership, and the facts and words by which it shows. */
export interface Exclusion extends Origin {
  id: string
  /** key among a company's declarations: `true`, or the percent of revenue */
  topic: string
  /** what is excluded, as a noun phrase */
  subject: Texts
  /** ISIC Rev.4 codes, any level, that are this business and nothing else */
  industries: readonly string[]
  /** percent of revenue (0 to 100) that must be exceeded; 0 bars any revenue */
  threshold: number
  /** a severe controversy of this kind on record counts as a declared fact */
  controversy?: Controversy['kind']
  /** words that make a person look */
  terms: Terms
  /** words near a term that make it harmless for this topic */
  benign?: Terms
}

/** What one entity adds to the base rules; a hit bars that entity and no other. */
export interface Overlay {
  /** as a mandate names it */
  key: string
  exclusions: readonly Exclusion[]
}
