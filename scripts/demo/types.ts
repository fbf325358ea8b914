export type DemoLanguage = 'ar' | 'zh' | 'en' | 'fr' | 'ru' | 'es'

export type DemoContributionType =
  | 'cash'
  | 'in-kind-goods'
  | 'in-kind-services'
  | 'expertise'
  | 'personnel'
  | 'technology'
  | 'advocacy'
  | 'cause-marketing'
  | 'access'

export type DemoEntity = {
  key: string
  acronym: string
  /** Official English name. */
  name: string
  /** One sentence of our own, not the entity's official wording. */
  mandate: { en: string; fr: string; ar: string }
  sdgs: number[]
  /** Ids of vocabulary concepts. */
  concepts: string[]
  contributionTypes: DemoContributionType[]
  /** Key of a screening overlay on top of the base rules. */
  overlay?: 'unicef'
}

export type DemoOffice = {
  key: string
  /** Key of the entity it belongs to. */
  entity: string
  name: string
  /** ISO 3166-1 alpha-3; an office may serve several. */
  countries: string[]
  city: string
  language: DemoLanguage
}

export type DemoCompany = {
  key: string
  name: string
  /** ISO 3166-1 alpha-3 of the registered seat. */
  country: string
  description: string
  website: string
  /** ISIC Rev.4 class of the main activity. */
  industry: string
  /** Percent of revenue by ISIC Rev.4 class; adds up to 100. */
  revenueShares: Record<string, number>
  /** What the company declares on each exclusionary criterion: no, yes, or the percent of revenue. */
  declarations: Record<string, boolean | number>
  owners: string[]
  formerNames: string[]
}

/** The fields of a posting as the API takes them, with days from the seeding instead of dates. */
export type DemoPosting = {
  key: string
  /** Key of the company, or of the entity or office. */
  by: string
  title: string
  description: string
  language: DemoLanguage
  contributionTypes: DemoContributionType[]
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

export type DemoNeed = DemoPosting & {
  urgency: 'hours' | 'days' | 'weeks' | 'months'
  state: 'draft' | 'open' | 'met' | 'withdrawn' | 'expired'
}

export type DemoInKind = {
  condition: 'new' | 'used' | 'refurbished'
  /** Days from the seeding; absent for what does not perish. */
  shelfLifeDays?: number
  freightPaidBy?: 'company' | 'entity' | 'shared'
  customsBy?: 'company' | 'entity' | 'shared'
  consignee?: string
}

export type DemoCheck = 'complete' | 'genuine' | 'permitted' | 'not-sanctioned' | 'risk'

export type DemoOffer = DemoPosting & {
  inKind?: DemoInKind
  /** What the software alone must say. */
  expectedVerdict: 'cleared' | 'held' | 'returned'
  /** The check that holds or returns it; absent where the verdict is cleared. */
  expectedFrom?: DemoCheck
  /** What a person then decided, for offers that were held. */
  decision?: { outcome: 'cleared' | 'refused'; reason: string }
}

export type DemoWatchlist = {
  name: string
  entries: { id: string; names: string[]; listedOn: string }[]
}
