import { Router, type Request } from 'express'
import type { Clock } from '../connections/clock.ts'
import type { Account } from './account.ts'
import { isStaff, permissionsOf } from './permission.ts'
import type { SignInPassport } from './sign-in.ts'

declare module 'express-serve-static-core' {
  interface Request {
    /** the person who signed in, read from the database for this request */
    account?: Account
  }
}

interface CurrentAccountServices {
  passport: SignInPassport
  notifications: { unread(accountId: string): Promise<number> }
  answers: { countOpen(speaker: string, now: Date): Promise<number> }
  clock: Clock
}

/** Puts the signed-in person on the request and what the layout shows of them on the page. */
export function setUpCurrentAccount({
  passport,
  notifications,
  answers,
  clock,
}: CurrentAccountServices): Router {
  const router = Router()
  router.use(passport.session())
  router.use(async (req: Request, res, next) => {
    req.account = req.user as Account | undefined
    res.locals.path = req.path
    if (req.account) {
      const may = permissionsOf(req.account)
      res.locals.account = { ...req.account, may, isStaff: isStaff(req.account) }
      if (may.answerOffers)
        res.locals.answersWaiting = await answers.countOpen(req.account.organisation.id, clock.now())
      res.locals.unread = await notifications.unread(req.account.id)
      res.set('Cache-Control', 'private, no-store')
    }
    next()
  })
  return router
}
