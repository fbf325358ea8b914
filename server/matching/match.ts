import type { PartnershipModel } from '../partnerships/partnership.ts'

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
  'ended',
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

/** How one side ended an introduction; `reason` is one of `endingReasons`. */
export interface Ending extends Word {
  side: MatchSide
  note?: string
}

/** What one side says that both agreed on; a partnership once somebody of the other side has confirmed it. */
export interface Agreement extends Word {
  id: string
  side: MatchSide
  title: string
  description: string
  model: PartnershipModel
  /** the day on which the partnership begins */
  startsOn: Date
  confirmed?: Word
  /** of the public record that the confirmation makes */
  partnershipId?: string
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
  ending?: Ending
  agreement?: Agreement
  /** the latest message of the conversation: when, and which side wrote it */
  talk?: { at: Date; side: MatchSide }
}

/** Both sides agreed to the introduction, whatever came of it. */
export const haveMet = ({ interest }: Pick<Match, 'interest'>): boolean =>
  interest.offer !== undefined && interest.need !== undefined

/** `alive` says whether both postings are still open: a match that nobody answered lapses with either. */
export function matchStatus(
  match: Pick<Match, 'interest' | 'dismissal' | 'ending' | 'agreement'>,
  alive: boolean,
): MatchStatus {
  const { interest, dismissal, ending, agreement } = match
  if (agreement?.confirmed) return 'partnership'
  if (dismissal.offer || dismissal.need) return 'dismissed'
  if (ending) return 'ended'
  if (haveMet(match)) return 'introduced'
  if (!alive) return 'lapsed'
  return interest.offer || interest.need ? 'interest' : 'suggested'
}
