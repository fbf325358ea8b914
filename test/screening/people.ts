import type { Offer } from '../../server/offers/offer.ts'
import type { CompanyProfile, Mandate, Organisation } from '../../server/organisations/organisation.ts'
import type { ScreeningContext } from '../../server/screening/screening-context.ts'

export const now = new Date('2026-03-01T09:00:00Z')
const noMandate: Mandate = { text: {}, sdgs: [], concepts: [], contributionTypes: [] }
const noProfile: CompanyProfile = {
  revenueShares: {},
  declarations: {},
  formerNames: [],
  owners: [],
  controversies: [],
}

export const completeGoods = {
  condition: 'new',
  freightPaidBy: 'company',
  customsBy: 'shared',
  consignee: 'County store, Lodwar',
} as const

/** An ordinary offer of expertise; tests change what they are about. */
export function offer(changes: Partial<Offer> = {}): Offer {
  return {
    side: 'offer',
    id: 'offer-1',
    organisationId: 'acme',
    revision: 1,
    createdAt: now,
    updatedAt: now,
    publishedAt: now,
    withdrawnAt: null,
    title: 'Engineers for water supply',
    description: 'Four of our engineers plan and repair village water networks for two months.',
    language: 'en',
    contributionTypes: ['expertise'],
    sdgs: [6],
    sdgTargets: [],
    countries: ['KEN'],
    regions: [],
    reservedAt: null,
    fulfilledAt: null,
    screening: null,
    decision: null,
    ...changes,
  }
}

function organisation(kind: Organisation['kind'], id: string, changes: Partial<Organisation>): Organisation {
  return { id, kind, name: id, countries: [], version: 1, createdAt: now, ...changes }
}

export function company(profile: Partial<CompanyProfile> = {}, name = 'Acme Water Works'): Organisation {
  return organisation('company', 'acme', { name, profile: { ...noProfile, ...profile } })
}

export const entity = (acronym: string, mandate: Partial<Mandate> = {}): Organisation =>
  organisation('entity', acronym.toLowerCase(), { acronym, mandate: { ...noMandate, ...mandate } })

export const office = (id: string, countries: string[], parentId?: string): Organisation =>
  organisation('office', id, { countries, parentId })

export function context(changes: Partial<ScreeningContext> = {}): ScreeningContext {
  return {
    now,
    openOffers: [],
    organisations: [],
    watchlist: { version: '1', entries: [] },
    decidedHits: [],
    ...changes,
  }
}

export const rulesOf = ({ reasons }: { reasons: { rule: string }[] }): string[] =>
  reasons.map(({ rule }) => rule)
