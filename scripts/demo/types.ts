import type { NeedStatus } from '../../server/needs/need.ts'
import type { Controversy } from '../../server/organisations/organisation.ts'
import type { Partnership } from '../../server/partnerships/partnership.ts'
import type { Bearer, Condition, Urgency } from '../../server/postings/posting.ts'
import type { Check, Verdict } from '../../server/screening/screening.ts'
import type { ContributionType } from '../../server/vocabulary/contribution-types.ts'
import type { Language } from '../../server/vocabulary/languages.ts'

export interface DemoEntity {
  key: string
  acronym: string
  /** Official English name. */
  name: string
  website: string
  /** One sentence of our own, not the entity's official wording. */
  mandate: { en: string; fr: string; ar: string }
  sdgs: number[]
  /** Ids of vocabulary concepts. */
  concepts: string[]
  contributionTypes: ContributionType[]
  /** Key of a screening overlay on top of the base rules. */
  overlay?: 'unicef'
}

export interface DemoOffice {
  key: string
  /** Key of the entity it belongs to. */
  entity: string
  name: string
  /** ISO 3166-1 alpha-3; an office may serve several. */
  countries: string[]
  city: string
  language: Language
}

export interface DemoCompany {
  key: string
  name: string
  /** ISO 3166-1 alpha-3 of the registered seat. */
  country: string
  description: string
  /** ISIC Rev.4 class of the main activity. */
  industry: string
  /** Percent of revenue by ISIC Rev.4 class; adds up to 100. */
  revenueShares: Record<string, number>
  /** What the company declares on each exclusionary criterion: no, yes, or the percent of revenue. */
  declarations: Record<string, boolean | number>
  owners: string[]
  formerNames: string[]
  /** As due diligence noted them; years before the seeding instead of a year. */
  controversies?: (Omit<Controversy, 'year'> & { yearsAgo: number })[]
}

/** The fields of a posting as the API takes them, with days from the seeding instead of dates. */
export interface DemoPosting {
  key: string
  /** Key of the company, or of the entity or office. */
  by: string
  title: string
  description: string
  language: Language
  contributionTypes: ContributionType[]
  sdgs: number[]
  sdgTargets?: string[]
  /** ISO 3166-1 alpha-3; empty, with no region, means anywhere. */
  countries: string[]
  /** UN M49, three digits. */
  regions: string[]
  /** ISIC Rev.4. */
  industry?: string
  /** Units are plain English words in every language, so that amounts compare. */
  quantity?: { amount: number; unit: string }
  value?: { amount: number; currency: string }
  availableFromDays?: number
  availableUntilDays?: number
}

export interface DemoNeed extends DemoPosting {
  urgency: Urgency
  /** Days before the seeding. */
  postedDaysAgo: number
  state: NeedStatus
}

export interface DemoInKind {
  condition?: Condition
  /** Days from the seeding; absent for what does not perish. */
  shelfLifeDays?: number
  freightPaidBy?: Bearer
  customsBy?: Bearer
  consignee?: string
}

export interface DemoOffer extends DemoPosting {
  /** Days before the seeding. */
  postedDaysAgo: number
  /** Never published. */
  draft?: true
  /** Days before the seeding on which its company took it back. */
  withdrawnDaysAgo?: number
  /** A standing offer whose company no longer says that it stands. */
  silent?: true
  /** All of it is spoken for, or given. */
  taken?: { as: 'reserved' | 'fulfilled'; daysAgo: number }
  inKind?: DemoInKind
  /** What the software alone must say; of a draft, what its preview says. */
  expectedVerdict: Verdict
  /** The check that holds or returns it; absent where the verdict is cleared. */
  expectedFrom?: Check
  /** What a person then decided, for offers that were held. */
  decision?: { outcome: 'cleared' | 'refused'; reason: string }
}

/** A partnership as public reports tell of it. */
export interface DemoPartnership extends Omit<Partnership, 'id' | 'company' | 'entities' | 'createdAt'> {
  key: string
  /** The company's name; several where they took part alike. */
  company: string
  /** By key where the entity is one of the demo set, else by name. */
  entities: ({ key: string } | { name: string })[]
}

export interface DemoWatchlist {
  name: string
  entries: { id: string; names: string[]; listedOn: string }[]
}
