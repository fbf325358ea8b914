/** The seven checks in the order in which they run and are shown. */
export const checks = [
  'complete',
  'genuine',
  'permitted',
  'not-sanctioned',
  'risk',
  'relevant',
  'routed',
] as const
export type Check = (typeof checks)[number]
export type Verdict = 'cleared' | 'held' | 'returned'
export const levels = ['low', 'moderate', 'substantial', 'high'] as const
export type Level = (typeof levels)[number]
export type Depth = 'basic' | 'standard' | 'enhanced'
export type Desk = 'country-office' | 'region' | 'headquarters'

/** Why a check said what it said: the rule by id and version, and the facts that it used. */
export interface Reason {
  /** id of a rule in the rule set; its texts, version and source stand there */
  rule: string
  version: string
  source: string
  /** values for the rule's text; plain words and figures only */
  facts: Record<string, string | number>
  /** the rule and the facts that matter, so that a decision can say what it settles */
  key: string
}

export interface Finding {
  check: Check
  verdict: Verdict
  reasons: Reason[]
}

/** An entity or office that hears of the offer, and why. */
export interface Route {
  organisationId: string
  because: 'mandate' | 'place' | 'mandate-and-place'
}

/** What the rules say of one revision of an offer. */
export interface Screening {
  revision: number
  verdict: Verdict
  level: Level
  depth: Depth
  desk: Desk
  findings: Finding[]
  /** what the text suggests that the author left out */
  suggestions: { sdgs: number[]; concepts: string[] }
  routes: Route[]
  /** entities whose overlay bars this company; the offer never reaches them or their offices */
  barredFor: string[]
  rulesVersion: string
  at: Date
}

/** What a person decided over the open reasons (by key) of one revision. */
export interface Decision {
  revision: number
  verdict: 'cleared' | 'refused'
  reason: string
  over: string[]
  by: { accountId: string; name: string }
  at: Date
}

/** Nothing but the moment differs: screening again has found nothing new. */
export const isSameScreening = (before: Screening, after: Screening): boolean =>
  JSON.stringify({ ...before, at: null }) === JSON.stringify({ ...after, at: null })
