import { Router } from 'express'
import { accountOf, may } from '../accounts/guards.ts'
import { paths } from '../paths.ts'
import { addressWith } from '../web/address.ts'
import { ActRefused } from './posting-acts.ts'
import { publish, withdraw } from './post.ts'
import type { Posting } from './posting.ts'
import type { Notice } from './posting-page.ts'
import type { SideOfSite } from './side-of-site.ts'

type Id = { id: string }

/** Publishing a draft and withdrawing a posting, for members of the organisation that posted it. */
export function actRoutes<P extends Posting>(site: SideOfSite<P>): Router {
  const { side, permission, desk } = site
  const router = Router()

  router.post<Id>('/:id/publication', may(permission), async (req, res) => {
    const account = accountOf(req)
    const own = await site.findOwn(account, req.params.id)
    const notice = await noticeOf(() => publish(own, account, desk), 'published')
    res.redirect(303, addressWith(paths.posting(own), { notice }))
  })

  router.get<Id>('/:id/withdrawal', may(permission), async (req, res) => {
    const { id, title, language } = await site.findOwn(accountOf(req), req.params.id)
    const posting = { title, language, href: paths.posting({ id, side }) }
    const heading = req.t(`${side}s:withdrawal.title`)
    res.render('postings/withdrawal', {
      side,
      title: heading,
      posting,
      action: paths.withdrawal({ id, side }),
    })
  })

  router.post<Id>('/:id/withdrawal', may(permission), async (req, res) => {
    const account = accountOf(req)
    const own = await site.findOwn(account, req.params.id)
    const notice = await noticeOf(() => withdraw(own, account, desk), 'withdrawn')
    res.redirect(303, addressWith(paths.posting(own), { notice }))
  })

  return router
}

/** What the posting's page says afterwards: `done`, or why its state did not allow the act. */
export async function noticeOf(act: () => Promise<unknown>, done: Notice): Promise<Notice> {
  try {
    await act()
    return done
  } catch (error) {
    if (error instanceof ActRefused) return error.refusal
    throw error
  }
}
