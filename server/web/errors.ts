import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { addressWith } from './address.ts'
import { problemOf } from './problem-of.ts'
import { notFoundProblem } from './problem.ts'
import type { Problem } from './problem.ts'

const signInPath = '/sign-in'

export const notFound: RequestHandler = (_req, _res, next) => next(notFoundProblem())

/** The last handler: a page in the reader's language or problem+json, never a stack or a message of ours. */
export function showError({ log }: { log: Logger }): ErrorRequestHandler {
  return (error, req, res, next) => {
    const problem = problemOf(error)
    if (problem.status >= 500) (req.log ?? log).error({ err: error }, 'request failed')
    if (res.headersSent) return next(error)
    res.set(problem.headers).set('Cache-Control', 'no-store')
    if (wantsJson(req)) return sendJson(res, problem)
    if (problem.kind === 'sign-in') return res.redirect(303, signInAddress(req))
    showPage(req, res, problem, log)
  }
}

function wantsJson(req: Request): boolean {
  if (req.originalUrl.startsWith('/api/')) return true
  return req.accepts('html', 'json', 'application/problem+json') !== 'html'
}

function sendJson(res: Response, problem: Problem): void {
  if (problem.kind === 'sign-in') res.set('WWW-Authenticate', 'Bearer')
  res.status(problem.status).type('application/problem+json').send(JSON.stringify(problem))
}

/** A page can be returned to, an act cannot. */
function signInAddress(req: Request): string {
  return req.method === 'GET' ? addressWith(signInPath, { next: req.originalUrl }) : signInPath
}

function showPage(req: Request, res: Response, { kind, status }: Problem, log: Logger): void {
  res.status(status)
  const problem = { kind, status, ours: status >= 500, reference: req.id }
  res.render('errors/error', { problem }, (failure, html) => {
    if (failure) log.error({ err: failure }, 'the error page failed')
    res.type(failure ? 'text' : 'html').send(failure ? `${status}` : html)
  })
}
