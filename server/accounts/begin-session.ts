import type { Request } from 'express'
import type { Account } from './account.ts'

/** Passport gives the session a new id here, so that one planted before signing in is worth nothing. */
export const beginSession = (req: Request, account: Account): Promise<void> =>
  new Promise((done, fail) => {
    req.logIn(account, (error: unknown) => (error ? fail(error) : done()))
  })
