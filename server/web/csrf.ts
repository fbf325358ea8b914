import { csrfSync } from 'csrf-sync'
import { Router } from 'express'
import type { Request } from 'express'

const { csrfSynchronisedProtection, generateToken } = csrfSync({
  size: 32,
  getTokenFromRequest: (req) => fieldOf(req.body) ?? req.get('x-csrf-token'),
})

/**
 * Every request that changes something must carry the session's token, as the field `_csrf` or the header
 * `x-csrf-token`; needs parsed bodies. `res.locals.csrfToken` is a function, called by the `csrf` component,
 * so that a page without a form starts no session.
 */
export function setUpCsrf(): Router {
  return Router().use(csrfSynchronisedProtection, (req, res, next) => {
    res.locals.csrfToken = () => generateToken(req)
    next()
  })
}

function fieldOf(body: Request['body']): string | undefined {
  return typeof body?._csrf === 'string' ? body._csrf : undefined
}
