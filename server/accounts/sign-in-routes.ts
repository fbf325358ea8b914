import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { paths } from '../paths.ts'
import { errorLinks, formFields } from '../web/forms.ts'
import { fieldErrors, type FieldErrors } from '../web/form-errors.ts'
import { formValues } from '../web/form-values.ts'
import { safeReturn } from '../web/safe-return.ts'
import type { SignInThrottle } from '../web/throttle.ts'
import type { Account } from './account.ts'
import { beginSession } from './begin-session.ts'
import type { SignInPassport } from './sign-in.ts'

interface SignInServices {
  passport: SignInPassport
  throttle: SignInThrottle
  live: { disconnect(accountId: string): void }
}

const form = z.object({ email: z.string().max(254), password: z.string().max(1_000) })

/** Open to everybody: signing in, and out again. */
export function signInRoutes({ passport, throttle, live }: SignInServices): Router {
  const router = Router()

  router.get(paths.signIn(), (req, res) => {
    if (req.account) return res.redirect(303, nextOf(req))
    showForm(req, res, {})
  })

  router.post(paths.signIn(), async (req, res) => {
    const values = formValues(req.body)
    const parsed = form.safeParse(values)
    if (!parsed.success) return showForm(req, res, fieldErrors(parsed.error, values))
    await throttle.admit(parsed.data.email, addressOf(req))
    const account = await authenticate(passport, req, res)
    if (!account) return showForm(req, res, { email: { key: 'accounts:sign-in.wrong', values: {} } })
    await throttle.forgive(parsed.data.email, addressOf(req))
    await beginSession(req, account)
    res.redirect(303, nextOf(req))
  })

  router.post(paths.signOut(), (req, res, next) => {
    if (req.account) live.disconnect(req.account.id)
    req.session.destroy((error: unknown) => {
      if (error) return next(error)
      res.clearCookie('concord.session').redirect(303, paths.home())
    })
  })

  return router
}

function showForm(req: Request, res: Response, errors: FieldErrors): void {
  const values = { email: formValues(req.body).email }
  const field = formFields({ t: req.t, words: 'accounts:sign-in', values, errors })
  res.status(Object.keys(errors).length > 0 ? 422 : 200).render('accounts/sign-in', {
    title: req.t('accounts:sign-in.title'),
    errors: errorLinks(errors, req.t),
    email: field('email', { kind: 'email', required: true, attributes: { autocomplete: 'username' } }),
    password: field('password', {
      kind: 'password',
      required: true,
      attributes: { autocomplete: 'current-password' },
    }),
    reset: paths.passwordReset(),
    register: paths.register(),
    flash: flashOf(req),
    next: safeReturn(req.query.next ?? formValues(req.body).next, ''),
  })
}

/** What the way here was. */
function flashOf({ query, t }: Request) {
  if (query.changed !== undefined) return { tone: 'success', text: t('accounts:reset.changed') }
  return query.deleted !== undefined && { tone: 'success', text: t('accounts:own.notice.deleted') }
}

const nextOf = (req: Request): string => safeReturn(formValues(req.body).next ?? req.query.next, paths.home())

const addressOf = (req: Request): string => req.ip ?? 'unknown'

function authenticate(passport: SignInPassport, req: Request, res: Response): Promise<Account | null> {
  return new Promise((done, fail) => {
    const answer = (error: unknown, account: Account | false) => (error ? fail(error) : done(account || null))
    passport.authenticate('local', { session: false }, answer)(req, res, fail)
  })
}
