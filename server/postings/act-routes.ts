import { Router, type Request, type Response } from 'express'
import { accountOf, may } from '../accounts/guards.ts'
import type { Account } from '../accounts/account.ts'
import { paths } from '../paths.ts'
import { addressWith } from '../web/address.ts'
import { renew, undoWithdrawal, withdraw } from './post.ts'
import type { Posting } from './posting.ts'
import type { Notice } from './notice.ts'
import { noticeOf } from './notice-of.ts'
import type { SideOfSite } from './side-of-site.ts'

type Id = { id: string }
type Act<P> = (own: P, account: Account) => Promise<unknown>

/** What members of the organisation that posted it do with a posting by one click. */
export function actRoutes<P extends Posting>(site: SideOfSite<P>): Router {
  const { side, permission, desk } = site
  const router = Router()
  const post = (path: string, act: Act<P>, done: Notice) =>
    router.post<Id>(`/:id${path}`, may(permission), (req, res) => carryOut(site, act, done, req, res))

  post('/renewal', (own, account) => renew(own, site.statusOf(own, desk.now()), account, desk), 'renewed')
  post('/withdrawal', (own, account) => withdraw(own, account, desk), 'withdrawn')
  post('/withdrawal/undo', (own, account) => undoWithdrawal(own, account, desk), 'undone')

  router.get<Id>('/:id/withdrawal', may(permission), async (req, res) => {
    const own = await site.findOwn(accountOf(req), req.params.id)
    res.render('postings/withdrawal', {
      side,
      title: req.t(`${side}s:withdrawal.title`),
      posting: {
        title: own.title || req.t('postings:untitled'),
        language: own.language,
        href: paths.posting(own),
      },
      action: paths.withdrawal(own),
    })
  })

  return router
}

/** Acts on an own posting and leads back to its page, which says what came of it. */
export async function carryOut<P extends Posting>(
  site: Pick<SideOfSite<P>, 'findOwn'>,
  act: Act<P>,
  done: Notice,
  req: Request<Id>,
  res: Response,
): Promise<void> {
  const account = accountOf(req)
  const own = await site.findOwn(account, req.params.id)
  const notice = await noticeOf(() => act(own, account), done)
  res.redirect(303, addressWith(paths.posting(own), { notice }))
}
