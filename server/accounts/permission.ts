import type { Organisation } from '../organisations/organisation.ts'
import type { Account } from './account.ts'

/** What an account may do at all; which records it may do it to, the lookups through the account decide. */
export interface Permissions {
  postOffers: boolean
  postNeeds: boolean
  /** to a company, for an entity or office that was asked */
  answerOffers: boolean
  screen: boolean
  administer: boolean
}

const nothing: Permissions = {
  postOffers: false,
  postNeeds: false,
  answerOffers: false,
  screen: false,
  administer: false,
}

/** Only companies post offers, only entities and offices post needs. */
export function permissionsOf(account: Account | undefined): Permissions {
  if (!account) return nothing
  const member = account.roles.includes('member')
  const isCompany = account.organisation.kind === 'company'
  return {
    postOffers: member && isCompany,
    postNeeds: member && !isCompany,
    answerOffers: member && !isCompany,
    screen: account.roles.includes('screener'),
    administer: account.roles.includes('administrator'),
  }
}

/** Companies hear of needs, the UN side of both; what a visitor may hear of, the sign-in tells. */
export const mayHearOf = (account: Account | undefined, side: 'offer' | 'need'): boolean =>
  side === 'need' || account?.organisation.kind !== 'company'

/** Sees what is for staff: full screening results and every match. */
export const isStaff = (account: Account | undefined): boolean => {
  const may = permissionsOf(account)
  return may.screen || may.administer
}

/** The entity that an organisation stands in for: itself, or an office's parent. */
export const entityOf = (organisation: Organisation): string => organisation.parentId ?? organisation.id
