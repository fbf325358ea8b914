import type { Account } from '../accounts/account.ts'
import { entityOf, isStaff } from '../accounts/permission.ts'
import { isAnywhere } from '../postings/posting.ts'
import { expandPlaces } from '../vocabulary/places.ts'
import { forbidden, notFoundProblem } from '../web/problem.ts'
import { isPublic, type Need } from './need.ts'
import type { NeedStore } from './need-store.ts'

export const isOwnNeed = (need: Need, account: Account | undefined): boolean =>
  account !== undefined && need.organisationId === account.organisation.id

/** Open and closed needs are public; drafts and withdrawn ones are the poster's and staff's. */
export const maySeeNeed = (need: Need, account: Account | undefined, now: Date): boolean =>
  isPublic(need, now) || isOwnNeed(need, account) || isStaff(account)

/**
 * Whether an account answers for a need: its own; headquarters also for their offices' needs (`offices` are
 * theirs); an office also for its entity's needs in the places that it serves.
 */
export function answersFor(need: Need, account: Account, officeIds: readonly string[]): boolean {
  const { organisation } = account
  if (organisation.kind === 'company') return false
  if (need.organisationId === organisation.id || officeIds.includes(need.organisationId)) return true
  return need.organisationId === entityOf(organisation) && concernsCountries(need, organisation.countries)
}

const concernsCountries = (need: Need, countries: string[]): boolean =>
  isAnywhere(need) || expandPlaces(need).some((country) => countries.includes(country))

/** Needs as an account may look them up. What it may not see is not found. */
export function needsFor(account: Account | undefined, needs: NeedStore, now: Date) {
  return {
    async find(id: string): Promise<Need> {
      const need = await needs.find(id)
      if (!need || !maySeeNeed(need, account, now)) throw notFoundProblem()
      return need
    },

    /** What only those who posted it and staff may look at. */
    async findInside(id: string): Promise<Need> {
      const need = await this.find(id)
      if (!isOwnNeed(need, account) && !isStaff(account)) throw forbidden()
      return need
    },

    /** To change it: somebody else's visible need is forbidden, a hidden one not found. */
    async findOwn(id: string): Promise<Need> {
      const need = await this.find(id)
      if (!isOwnNeed(need, account)) throw forbidden()
      return need
    },
  }
}
