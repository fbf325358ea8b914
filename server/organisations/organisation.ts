import type { ContributionType } from '../vocabulary/contribution-types.ts'

export const organisationKinds = ['company', 'entity', 'office'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** A recorded allegation or finding about a company, as due diligence notes it. */
export interface Controversy {
  kind: 'human-rights' | 'labour' | 'environment' | 'corruption' | 'product-harm' | 'tax' | 'land'
  severity: 'minor' | 'serious' | 'severe'
  year: number
}

/** What a company says of itself; screening reads these facts before any text. */
export interface CompanyProfile {
  /** ISO 3166-1 alpha-3 */
  country?: string
  /** ISIC Rev.4 code of the main activity */
  industry?: string
  /** percent of revenue (0 to 100) by ISIC Rev.4 code */
  revenueShares: Record<string, number>
  /** answers to the questions of registration, by exclusion topic; `false` says "we do not" */
  declarations: Record<string, boolean | number>
  formerNames: string[]
  owners: string[]
  controversies: Controversy[]
}

/** What a UN entity is there for; routing and the relevance check read it. */
export interface Mandate {
  /** a sentence by language code */
  text: Record<string, string>
  sdgs: number[]
  concepts: string[]
  /** empty: takes every kind */
  contributionTypes: ContributionType[]
  /** key of this entity's overlay rule set */
  overlay?: string
}

export interface Organisation {
  id: string
  kind: OrganisationKind
  name: string
  acronym?: string
  description?: string
  website?: string
  /** whom to turn to and how, in words; of no single person's address unless they wish it */
  contact?: string
  /** companies only */
  profile?: CompanyProfile
  /** entities only */
  mandate?: Mandate
  /** offices: the entity that they belong to */
  parentId?: string
  /** offices: the places that they serve, alpha-3 */
  countries: string[]
  /** counts the changes that screening, matching or routing depend on */
  version: number
  /** counts the changes of who belongs to it and may do what */
  peopleVersion?: number
  source?: { format: string; key: string }
  /**
   * unix seconds: everybody may find it until then, as far as the search index knows; none where it is not in it.
   * Whether it may be shown is always asked of what it rests on.
   */
  listedUntil?: number
  createdAt: Date
  /** an administrator ended its part here: its people see nothing, its postings are off the lists, until it is undone */
  deactivatedAt?: Date | null
}
