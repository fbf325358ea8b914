import type { ContributionType } from '../vocabulary/contribution-types.ts'

/** The ways in which the United Nations and business work together (A/66/320, paras. 8-10 and 25-27). */
export const partnershipModels = [
  'core-business',
  'social-investment',
  'advocacy',
  'transformational',
  'humanitarian',
] as const
export type PartnershipModel = (typeof partnershipModels)[number]

/** Whoever takes part, by the name under which the record was made; the id where it is an organisation here. */
export interface Partner {
  name: string
  organisationId?: string
}

/** A public record of what a company and UN entities did together. It names organisations and never persons. */
export interface Partnership {
  id: string
  title: string
  description: string
  /** ISO 639-1, of title, description and results */
  language: string
  company: Partner
  entities: Partner[]
  /** ISO 3166-1 alpha-3; without any country or region it was worldwide */
  countries: string[]
  /** UN M49, three digits */
  regions: string[]
  /** 1 to 17 */
  sdgs: number[]
  contributionTypes: ContributionType[]
  model: PartnershipModel
  /** the year in which it began */
  from: number
  /** the year in which it ended; none while it goes on or where the source does not say */
  until?: number
  results?: string
  /** the public reports that the record rests on; none where it was made here */
  sources: { title: string; url?: string }[]
  /** the postings that it came of, where it was agreed here */
  origin?: { offerId: string; needId: string }
  createdAt: Date
}

/** Every organisation here that takes part. */
export const organisationsOf = ({ company, entities }: Pick<Partnership, 'company' | 'entities'>): string[] =>
  [company, ...entities].flatMap(({ organisationId }) => organisationId ?? [])
