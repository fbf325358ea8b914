import type { RequestHandler, Request } from 'express'
import { forbidden, signInNeeded } from '../web/problem.ts'
import type { Account } from './account.ts'
import { isStaff, permissionsOf, type Permissions } from './permission.ts'

/** The signed-in account; asks for a sign-in where there is none. */
export function accountOf(req: Pick<Request, 'account'>): Account {
  if (!req.account) throw signInNeeded()
  return req.account
}

export const signedIn: RequestHandler = (req, _res, next) => {
  accountOf(req)
  next()
}

/** Lets through screeners and administrators. */
export const staff: RequestHandler = (req, _res, next) => {
  if (!isStaff(accountOf(req))) throw forbidden()
  next()
}

/** Lets through those who hold the permission: 401 or the sign-in page before signing in, 403 after. */
export const may =
  (permission: keyof Permissions): RequestHandler =>
  (req, _res, next) => {
    if (!permissionsOf(accountOf(req))[permission]) throw forbidden()
    next()
  }
