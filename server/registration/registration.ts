import type { Account } from '../accounts/account.ts'
import type { CompanyProfile, Organisation } from '../organisations/organisation.ts'
import type { Effect } from '../records/effect.ts'

export const confirmationHours = 24

/** What a company says of itself when it registers. */
export interface NewCompany extends Pick<
  CompanyProfile,
  'country' | 'industry' | 'declarations' | 'formerNames' | 'owners'
> {
  name: string
  description?: string
  website?: string
}

/** Somebody who registered; the account is made when the address is confirmed. */
export interface Registration {
  id: string
  email: string
  name: string
  passwordHash: string
  language: string
  /** a company of its own, or one that is here already and is asked to let this person in */
  company?: NewCompany
  joins?: string
  /** ids of what is made at the confirmation */
  accountId: string
  organisationId: string
  /** of the key in the link */
  hash: string
  expiresAt: Date
  confirmedAt?: Date
  createdAt: Date
  effects?: Effect[]
}

export type Standing = 'open' | 'confirmed' | 'ended'

/** Whether its link still works. */
export function standingOf({ confirmedAt, expiresAt }: Registration, now: Date): Standing {
  if (confirmedAt) return 'confirmed'
  return expiresAt > now ? 'open' : 'ended'
}

export const confirmationEnd = (now: Date): Date => new Date(now.getTime() + confirmationHours * 3_600_000)

export function organisationOf(
  { organisationId }: Registration,
  { name, description, website, ...profile }: NewCompany,
  createdAt: Date,
): Organisation {
  return {
    ...{ id: organisationId, kind: 'company', name, description, website },
    profile: { revenueShares: {}, controversies: [], ...profile },
    ...{ countries: [], version: 1, createdAt },
  }
}

/** Whoever registers a company looks after its people; who asks to join one may do nothing until it answers. */
export const rolesOf = ({ company }: Registration): Account['roles'] => (company ? ['member', 'manager'] : [])
