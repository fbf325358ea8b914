import { Router } from 'express'
import { postingRoutes } from '../postings/posting-routes.ts'
import type { SideOfSite, SideServices } from '../postings/side-of-site.ts'
import { needsFor } from './need-access.ts'
import { fulfilmentRoutes } from './fulfilment-routes.ts'
import { needStatus, type Need } from './need.ts'
import type { NeedStore } from './need-store.ts'

export interface NeedServices extends SideServices {
  needs: NeedStore
}

/** The list of needs, their forms and acts. The page of one need shows more domains: `pages/need-routes.ts`. */
export function needRoutes(services: NeedServices): Router {
  const site = needsOfSite(services)
  return Router().use(postingRoutes(site), fulfilmentRoutes(site))
}

/** Everybody may list open needs and, as a record of what was asked, closed ones. */
export function needsOfSite(services: NeedServices): SideOfSite<Need> {
  const { needs, organisations, publicOrganisations, audits, search, clock, processing, mendIndex } = services
  return {
    ...{ organisations, publicOrganisations, audits, search, clock, mendIndex },
    side: 'need',
    permission: 'postNeeds',
    listed: ['open', 'partly-met', 'met', 'expired'],
    store: needs,
    desk: { store: needs, wake: processing.wake, now: () => clock.now() },
    complete: (posting) => ({ ...posting, side: 'need', partlyMetAt: null, metAt: null }),
    statusOf: needStatus,
    findOwn: (account, id) => needsFor(account, needs, clock.now()).findOwn(id),
    findInside: (account, id) => needsFor(account, needs, clock.now()).findInside(id),
  }
}
