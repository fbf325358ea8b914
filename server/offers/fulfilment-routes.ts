import { Router } from 'express'
import { may } from '../accounts/guards.ts'
import { carryOut } from '../postings/act-routes.ts'
import { apply } from '../postings/post.ts'
import type { SideOfSite } from '../postings/side-of-site.ts'
import { allGiven, givingUndone } from './fulfilment.ts'
import type { Offer } from './offer.ts'

type Id = { id: string }

/** Marking an offer as given by hand and taking that back, for members of the company that posted it. */
export function givingRoutes({ permission, desk, ...site }: SideOfSite<Offer>): Router {
  return Router()
    .post<Id>('/:id/fulfilment', may(permission), (req, res) =>
      carryOut(
        site,
        (own, account) => apply('give', own, allGiven(own, desk.now()), account, desk),
        'given',
        req,
        res,
      ),
    )
    .post<Id>('/:id/fulfilment/undo', may(permission), (req, res) =>
      carryOut(
        site,
        (own, account) => apply('undo-giving', own, givingUndone(own, desk.now()), account, desk),
        'undone',
        req,
        res,
      ),
    )
}
