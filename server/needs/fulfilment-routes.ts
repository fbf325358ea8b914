import { Router } from 'express'
import { may } from '../accounts/guards.ts'
import { carryOut } from '../postings/act-routes.ts'
import type { SideOfSite } from '../postings/side-of-site.ts'
import { meet, undoMeeting } from './meet.ts'
import type { Need } from './need.ts'

type Id = { id: string }

/** Marking a need as met by hand and taking that back, for members of the organisation that posted it. */
export function fulfilmentRoutes(site: SideOfSite<Need>): Router {
  const { permission, desk } = site
  return Router()
    .post<Id>('/:id/fulfilment', may(permission), (req, res) =>
      carryOut(site, (own, account) => meet(own, account, desk), 'met', req, res),
    )
    .post<Id>('/:id/fulfilment/undo', may(permission), (req, res) =>
      carryOut(site, (own, account) => undoMeeting(own, account, desk), 'undone', req, res),
    )
}
