import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { isPlaced } from '../accounts/account.ts'
import { beginSession } from '../accounts/begin-session.ts'
import { accountOf } from '../accounts/guards.ts'
import { changePassword, provenHash, wrongPassword } from '../accounts/own-password.ts'
import { paths } from '../paths.ts'
import { audited } from '../records/effect.ts'
import { deleteOwn, leave } from '../registration/departure.ts'
import type { Outcome } from '../registration/people-acts.ts'
import type { Services } from '../services.ts'
import { addressWith } from '../web/address.ts'
import { fieldErrors, type FieldErrors } from '../web/form-errors.ts'
import { formValues } from '../web/form-values.ts'
import { notFoundProblem } from '../web/problem.ts'
import { ownAccountForm, ownActs, type OwnAct } from './own-account-form.ts'

type OwnServices = Pick<
  Services,
  'accounts' | 'organisations' | 'tokens' | 'throttle' | 'processing' | 'live' | 'clock'
>

const typed = z.string().min(1).max(1_000)
const nameForm = z.object({ person: z.string().trim().min(2).max(100) })
const passwordForm = z.object({ current: typed, password: typed })
const proofForm = z.object({ current: typed })

/** For everybody who signed in: what they change about their own account, and its end. */
export function ownAccountRoutes(services: OwnServices): Router {
  const { accounts, tokens, processing, live, clock } = services
  const router = Router()

  for (const act of ownActs) router.get(`/${act}`, (req, res) => show(act, req, res))

  router.post('/name', async (req, res) => {
    const form = read(nameForm, 'name', req, res)
    if (!form) return
    const account = accountOf(req)
    const name = form.person
    const record = { kind: 'account', id: account.id }
    const states = { before: { name: account.name }, after: { name } }
    const trace = audited({ actor: account, act: 'name-changed', record, ...states }, clock.now())
    const done = await accounts.change(account, { name }, [trace])
    finish(done ? 'done' : 'overtaken', 'name', req, res)
  })

  router.post('/password', async (req, res) => {
    const form = read(passwordForm, 'password', req, res)
    if (!form) return
    const account = accountOf(req)
    const oldHash = await provenHash(account, form.current, addressOf(req), services)
    const { password } = form
    const errors = oldHash
      ? await changePassword(account, { oldHash, password }, accounts, clock.now())
      : wrongPassword
    if (Object.keys(errors).length > 0) return show('password', req, res, { errors })
    live.disconnect(account.id)
    await goOn(req)
    finish('done', 'password', req, res)
  })

  router.post('/tokens/:id/revocation', async (req, res) => {
    const { id } = accountOf(req)
    if (!(await tokens.revoke(id, req.params.id))) throw notFoundProblem()
    live.disconnect(id)
    res.redirect(303, addressWith(paths.account(), { notice: 'revoked' }))
  })

  router.post('/leaving', async (req, res) => {
    if (!(await isProven('leaving', req, res))) return
    const account = accountOf(req)
    if (!isPlaced(account)) throw notFoundProblem()
    const outcome = await leave(account, services, clock.now())
    if (outcome === 'done') await goOn(req)
    finish(outcome, 'leaving', req, res)
  })

  router.post('/deletion', async (req, res, next) => {
    if (!(await isProven('deletion', req, res))) return
    const outcome = await deleteOwn(accountOf(req), services, clock.now())
    if (outcome !== 'done') return finish(outcome, 'deletion', req, res)
    processing.wake()
    req.session.destroy((error: unknown) => {
      if (error) return next(error)
      res.clearCookie('concord.session').redirect(303, `${paths.signIn()}?deleted=1`)
    })
  })

  async function isProven(act: OwnAct, req: Request, res: Response): Promise<boolean> {
    const form = read(proofForm, act, req, res)
    if (!form) return false
    const hash = await provenHash(accountOf(req), form.current, addressOf(req), services)
    if (!hash) show(act, req, res, { errors: wrongPassword })
    return hash !== null
  }

  /** Everything of the account has just ended; this visit alone goes on, as a new one. */
  async function goOn(req: Request): Promise<void> {
    const account = await accounts.find(accountOf(req).id)
    if (account) await beginSession(req, account)
  }

  function finish(outcome: Outcome, act: OwnAct, req: Request, res: Response): void {
    processing.wake()
    if (outcome === 'done') return res.redirect(303, addressWith(paths.account(), { notice: act }))
    show(act, req, res, { refused: req.t(`people:refused.${outcome}`) })
  }

  return router
}

const addressOf = (req: Request): string => req.ip ?? 'unknown'

/** What was sent, or nothing where the form was shown again. */
function read<T>(form: z.ZodType<T>, act: OwnAct, req: Request, res: Response): T | undefined {
  const values = formValues(req.body)
  const { data, error } = form.safeParse(values)
  if (error) show(act, req, res, { errors: fieldErrors(error, values), values })
  return data
}

function show(
  act: OwnAct,
  req: Request,
  res: Response,
  said: { errors?: FieldErrors; values?: Record<string, unknown>; refused?: string } = {},
): void {
  const account = accountOf(req)
  if (act === 'leaving' && !isPlaced(account)) throw notFoundProblem()
  const status = said.refused ? 409 : said.errors ? 422 : 200
  res.status(status).render('accounts/own', ownAccountForm(act, account, said, req.t))
}
