import type { RequestHandler } from 'express'
import type { AccountStore } from '../accounts/account-store.ts'
import type { TokenStore } from '../accounts/token-store.ts'
import type { Clock } from '../connections/clock.ts'
import { signInNeeded } from '../web/problem.ts'

interface BearerServices {
  tokens: TokenStore
  accounts: AccountStore
  clock: Clock
}

/** The API knows people by their token only; sessions stay with the pages, so that no form can reach it. */
export const setUpBearer =
  ({ tokens, accounts, clock }: BearerServices): RequestHandler =>
  async (req, res, next) => {
    const token = /^Bearer (\S+)$/i.exec(req.get('authorization') ?? '')?.[1]
    if (req.get('authorization') !== undefined) {
      const admission = token && (await tokens.admissionOf(token, clock.now()))
      req.account = (admission && (await accounts.admitted(admission))) || undefined
      if (!req.account) throw signInNeeded('The token is unknown or has ended.')
      res.set('Cache-Control', 'private, no-store')
    }
    next()
  }
