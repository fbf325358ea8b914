import type { Posting, Side } from '../postings/posting.ts'
import { isAnywhere } from '../postings/posting.ts'
import type { ContributionType } from '../vocabulary/contribution-types.ts'
import { expandPlaces } from '../vocabulary/places.ts'
import { stems } from '../vocabulary/tokens.ts'

export const deliveries = ['live', 'daily', 'weekly', 'off'] as const
export type Delivery = (typeof deliveries)[number]

/** What a person wants to hear of besides the matches of the own needs. Empty lists ask for nothing. */
export interface AlertRule {
  id: string
  accountId: string
  name: string
  side: Side
  q?: string
  sdgs: number[]
  countries: string[]
  contributionTypes: ContributionType[]
  /** 0 to 100; of the best match with the own needs, where one is asked for */
  minScore?: number
  delivery: Delivery
  createdAt: Date
}

/** Whether a posting is what the rule describes; `q` needs each of its words in the text, in any inflection. */
export function fits(rule: AlertRule, posting: Posting): boolean {
  if (rule.side !== posting.side) return false
  return (
    among(rule.sdgs, posting.sdgs) &&
    among(rule.contributionTypes, posting.contributionTypes) &&
    (isAnywhere(posting) || among(rule.countries, expandPlaces(posting))) &&
    says(posting, rule.q ?? '')
  )
}

const among = <T>(asked: T[], given: T[]): boolean =>
  asked.length === 0 || asked.some((one) => given.includes(one))

function says({ title, description, language }: Posting, q: string): boolean {
  const said = new Set(stems(`${title} ${description}`, language))
  return stems(q, language).every((stem) => said.has(stem))
}
