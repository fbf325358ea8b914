/** A sentence to be put into the reader's language: a key of the locale files and its values. */
export interface Message {
  key: string
  values: Record<string, string | number | string[]>
}

export const factorNames = [
  'topic',
  'text',
  'type',
  'place',
  'sdg',
  'sector',
  'quantity',
  'time',
  'urgency',
  'track-record',
] as const
export type FactorName = (typeof factorNames)[number]

/** One named part of a score: `points` out of `of`, and why. All `of` of a score add up to 100. */
export interface Factor {
  factor: FactorName
  points: number
  of: number
  message: Message
}

export interface Score {
  /** 0 to 100, whole: the rounded sum of the factors' points */
  score: number
  factors: Factor[]
}

export type MatchSide = 'offer' | 'need'
export const matchStatuses = [
  'suggested',
  'interest',
  'introduced',
  'dismissed',
  'partnership',
  'lapsed',
] as const
export type MatchStatus = (typeof matchStatuses)[number]

export type WordKind = 'interest' | 'dismissal'

/** What one side's person said, and when. */
export interface Word {
  accountId: string
  name: string
  at: Date
  reason?: string
}

/** One offer and one need that fit. What people did with it is never reset by scoring it again. */
export interface Match extends Score {
  id: string
  offerId: string
  needId: string
  /** who posted the offer, and who the need */
  parties: Record<MatchSide, string>
  createdAt: Date
  interest: Partial<Record<MatchSide, Word>>
  dismissal: Partial<Record<MatchSide, Word>>
}

/** `alive` says whether both postings are still open: a match that nobody answered lapses with either. */
export function matchStatus(match: Pick<Match, 'interest' | 'dismissal'>, alive: boolean): MatchStatus {
  const { interest, dismissal } = match
  if (dismissal.offer || dismissal.need) return 'dismissed'
  if (interest.offer && interest.need) return 'introduced'
  if (!alive) return 'lapsed'
  return interest.offer || interest.need ? 'interest' : 'suggested'
}
