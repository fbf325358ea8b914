import { Router } from 'express'
import { postingRoutes } from '../postings/posting-routes.ts'
import type { SideOfSite, SideServices } from '../postings/side-of-site.ts'
import { givingRoutes } from './fulfilment-routes.ts'
import { offersFor } from './offer-access.ts'
import { offerStatus, type Offer } from './offer.ts'
import type { OfferStore } from './offer-store.ts'

export interface OfferServices extends SideServices {
  offers: OfferStore
}

/** The list of offers, their forms and acts. The page of one offer shows more domains: `pages/offer-routes.ts`. */
export function offerRoutes(services: OfferServices): Router {
  const site = offersOfSite(services)
  return Router().use(postingRoutes(site), givingRoutes(site))
}

/** Everybody may list what is distributable now. */
export function offersOfSite(services: OfferServices): SideOfSite<Offer> {
  const { offers, organisations, publicOrganisations, audits, search, clock, processing, mendIndex } =
    services
  return {
    ...{ organisations, publicOrganisations, audits, search, clock, mendIndex },
    side: 'offer',
    permission: 'postOffers',
    listed: ['open'],
    store: offers,
    desk: { store: offers, wake: processing.wake, now: () => clock.now() },
    complete: (posting) => ({
      ...posting,
      ...{ side: 'offer', reservedAt: null, fulfilledAt: null, screening: null, decision: null },
    }),
    statusOf: offerStatus,
    findOwn: (account, id) => offersFor(account, offers, clock.now()).findOwn(id),
    findInside: (account, id) => offersFor(account, offers, clock.now()).findInside(id),
  }
}
