import type { Posting, Side } from '../postings/posting.ts'
import { isAnywhere } from '../postings/posting.ts'
import type { ContributionType } from '../vocabulary/contribution-types.ts'
import { expandPlaces, regionsOf } from '../vocabulary/places.ts'
import { stems } from '../vocabulary/tokens.ts'

export const deliveries = ['live', 'daily', 'weekly', 'off'] as const
export type Delivery = (typeof deliveries)[number]

/** What a rule asks for: any of each list, all of the lists; an empty list asks for nothing. */
export interface RuleSearch {
  q?: string
  sdgs: number[]
  /** ISO 3166-1 alpha-3 */
  countries: string[]
  /** UN M49 */
  regions: string[]
  /** the M49 groupings of least developed, landlocked developing and small island developing states */
  groups: string[]
  contributionTypes: ContributionType[]
  /** ISO 639-1 */
  languages: string[]
  /** ids of those who post */
  organisations: string[]
}

/** What a person wants to hear of besides the matches of the own needs. */
export interface AlertRule extends RuleSearch {
  id: string
  accountId: string
  name: string
  side: Side
  /** 0 to 100; of the best match with the own needs, where one is asked for */
  minScore?: number
  delivery: Delivery
  createdAt: Date
}

/** Whether a posting is what the rule describes; `q` needs each of its words in the text, in any inflection. */
export const fits = (rule: AlertRule, posting: Posting): boolean =>
  fitsFacets(rule, posting) && says(posting, rule.q ?? '')

/** Whether a search with the rule's lists, and without its words, would find the posting. */
export function fitsFacets(rule: AlertRule, posting: Posting): boolean {
  return (
    rule.side === posting.side &&
    among(rule.sdgs, posting.sdgs) &&
    among(rule.contributionTypes, posting.contributionTypes) &&
    among(rule.languages, [posting.language]) &&
    among(rule.organisations, [posting.organisationId]) &&
    fitsPlaces(rule, posting)
  )
}

function fitsPlaces({ countries, regions, groups }: AlertRule, posting: Posting): boolean {
  if (isAnywhere(posting)) return true
  const covered = expandPlaces(posting)
  const around = covered.flatMap(regionsOf)
  return among(countries, covered) && among(regions, around) && among(groups, around)
}

const among = <T>(asked: T[], given: T[]): boolean =>
  asked.length === 0 || asked.some((one) => given.includes(one))

function says({ title, description, language }: Posting, q: string): boolean {
  const said = new Set(stems(`${title} ${description}`, language))
  return stems(q, language).every((stem) => said.has(stem))
}
