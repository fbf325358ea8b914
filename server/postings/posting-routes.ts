import { Router } from 'express'
import { actRoutes } from './act-routes.ts'
import { draftRoutes } from './draft-routes.ts'
import { historyRoutes } from './history-routes.ts'
import { listingRoutes } from './listing-routes.ts'
import { postingFormRoutes } from './posting-form-routes.ts'
import type { Posting } from './posting.ts'
import type { SideOfSite } from './side-of-site.ts'

/** The pages that offers and needs have in common, under the address of either. */
export const postingRoutes = <P extends Posting>(site: SideOfSite<P>): Router =>
  Router().use(
    listingRoutes(site),
    postingFormRoutes(site),
    draftRoutes(site),
    actRoutes(site),
    historyRoutes(site),
  )
