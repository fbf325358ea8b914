import type { ContributionType } from '../vocabulary/contribution-types.ts'
import { endOf } from './posting-end.ts'

export type Side = 'offer' | 'need'
export const urgencies = ['hours', 'days', 'weeks', 'months'] as const
export type Urgency = (typeof urgencies)[number]
export const bearers = ['company', 'entity', 'shared'] as const
export type Bearer = (typeof bearers)[number]
export const conditions = ['new', 'used', 'refurbished'] as const
export type Condition = (typeof conditions)[number]

/** What a sender of goods states about them; every part may still be missing, which screening points out. */
export interface InKind {
  condition?: Condition
  shelfLifeUntil?: Date
  freightPaidBy?: Bearer
  customsBy?: Bearer
  consignee?: string
}

/** What people write about an offer or a need. Empty `countries` and `regions` together mean anywhere. */
export interface PostingContent {
  title: string
  description: string
  /** ISO 639-1 */
  language: string
  contributionTypes: ContributionType[]
  /** 1 to 17 */
  sdgs: number[]
  /** `1.1` to `17.19` */
  sdgTargets: string[]
  /** ISO 3166-1 alpha-3 */
  countries: string[]
  /** UN M49, three digits */
  regions: string[]
  /** ISIC Rev.4, any level */
  industry?: string
  quantity?: { amount: number; unit: string }
  /** `currency` is ISO 4217 */
  value?: { amount: number; currency: string }
  availableFrom?: Date
  availableUntil?: Date
  /** needs only */
  urgency?: Urgency
  /** in-kind goods only */
  inKind?: InKind
}

/** Where an imported posting came from; `key` is unique within its format. */
export interface Source {
  format: string
  key: string
  url?: string
  /** of what the source said last; another one means that it says something else now */
  digest?: string
}

/** What offers and needs share. All states follow from the timestamps and `now`. */
export interface Posting extends PostingContent {
  id: string
  side: Side
  organisationId: string
  /** counts edits from 1; a screening or match names the revision that it judged */
  revision: number
  createdAt: Date
  updatedAt: Date
  publishedAt: Date | null
  withdrawnAt: Date | null
  /** from when the present term counts, once it was renewed or its end changed */
  termFrom?: Date
  /** of a standing offer: when its company last said that it stands */
  confirmedAt?: Date
  /** of a standing offer: when the company was asked, as long as it has not answered */
  askedAt?: Date
  /** how much of the quantity is promised (of an offer) or confirmed (of a need), in its unit */
  taken?: number
  source?: Source
}

export const isPublished = (posting: Posting): boolean => posting.publishedAt !== null
export const isWithdrawn = (posting: Posting): boolean => posting.withdrawnAt !== null

/** Past its end, see `endOf`. */
export function isExpired(posting: Posting, now: Date): boolean {
  const end = endOf(posting)
  return end !== undefined && end <= now
}

/** Declares neither a country nor a region. */
export const isAnywhere = (posting: Pick<PostingContent, 'countries' | 'regions'>): boolean =>
  posting.countries.length === 0 && posting.regions.length === 0
