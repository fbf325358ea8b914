import { Router } from 'express'
import { accountOf, signedIn } from '../accounts/guards.ts'
import { historyPage } from './history-page.ts'
import type { Posting } from './posting.ts'
import type { SideOfSite } from './side-of-site.ts'

/** Who changed what of a posting and when, for its own organisation and for staff. */
export const historyRoutes = <P extends Posting>(site: SideOfSite<P>): Router =>
  Router().get<{ id: string }>('/:id/history', signedIn, async (req, res) => {
    const account = accountOf(req)
    const posting = await site.findInside(account, req.params.id)
    const own = posting.organisationId === account.organisation.id
    const trail = await site.audits.of(posting.id)
    res.render('postings/history', historyPage(posting, trail, { own, t: req.t, language: req.language }))
  })
