import type { Account } from '../accounts/account.ts'
import { isStaff } from '../accounts/permission.ts'
import { forbidden, notFoundProblem } from '../web/problem.ts'
import { isDistributable, type Offer } from './offer.ts'
import type { OfferStore } from './offer-store.ts'

export const isOwnOffer = (offer: Offer, account: Account | undefined): boolean =>
  account !== undefined && offer.organisationId === account.organisation.id

/** The public sees what is distributable now, a company its own whatever their state, staff all. */
export const maySeeOffer = (offer: Offer, account: Account | undefined, now: Date): boolean =>
  isDistributable(offer, now) || isOwnOffer(offer, account) || isStaff(account)

/** Offers as an account may look them up. What it may not see is not found. */
export function offersFor(account: Account | undefined, offers: OfferStore, now: Date) {
  return {
    async find(id: string): Promise<Offer> {
      const offer = await offers.find(id)
      if (!offer || !maySeeOffer(offer, account, now)) throw notFoundProblem()
      return offer
    },

    /** What only those who posted it and staff may look at. */
    async findInside(id: string): Promise<Offer> {
      const offer = await this.find(id)
      if (!isOwnOffer(offer, account) && !isStaff(account)) throw forbidden()
      return offer
    },

    /** To change it: somebody else's visible offer is forbidden, a hidden one not found. */
    async findOwn(id: string): Promise<Offer> {
      const offer = await this.find(id)
      if (!isOwnOffer(offer, account)) throw forbidden()
      return offer
    },
  }
}
