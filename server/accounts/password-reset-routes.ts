import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import type { Clock } from '../connections/clock.ts'
import type { LinkKeys } from '../mail/link-keys.ts'
import { paths } from '../paths.ts'
import { errorLinks, formFields } from '../web/forms.ts'
import { fieldErrors, type FieldErrors } from '../web/form-errors.ts'
import { formValues } from '../web/form-values.ts'
import { createThrottle } from '../web/throttle.ts'
import type { AccountStore } from './account-store.ts'
import { allowReset, setNewPassword } from './password-reset.ts'
import { shortestPassword } from './password-rules.ts'

interface ResetServices {
  accounts: AccountStore
  keys: LinkKeys
  processing: { wake(): void }
  live: { disconnect(accountId: string): void }
  clock: Clock
  hasOutbox: boolean
}

const words = 'accounts:reset'
const asking = z.object({ email: z.email().max(254).toLowerCase() })
const quarterHour = 15 * 60

/** Open to everybody: a link for a new password, by mail. What is answered never tells who has an account. */
export function passwordResetRoutes(services: ResetServices): Router {
  const { accounts, keys, processing, live, clock } = services
  const byAddress = createThrottle(60, quarterHour)
  const byEmail = createThrottle(5, 4 * quarterHour)
  const router = Router()

  router.get('/', (req, res) => showAsking(req, res, {}))

  router.post('/', async (req, res) => {
    const values = formValues(req.body)
    const form = asking.safeParse(values)
    if (!form.success) return showAsking(req, res, fieldErrors(form.error, values))
    await byAddress.admit(addressOf(req))
    await byEmail.admit(form.data.email)
    await allowReset(form.data.email, req.language, { accounts, keys }, clock.now())
    processing.wake()
    res.redirect(303, paths.passwordResetSent())
  })

  router.get('/sent', (req, res) => {
    const outbox = services.hasOutbox && paths.outbox()
    res.render('accounts/reset-sent', { title: req.t('accounts:reset.sent'), outbox })
  })

  router.get('/new', async (req, res) => {
    const token = String(req.query.token ?? '')
    const isGood = await accounts.resettable(keys.hashOf(token), clock.now())
    if (isGood) showNew(req, res, token, {})
    else showOver(req, res)
  })

  router.post('/new', async (req, res) => {
    await byAddress.admit(addressOf(req))
    const { token = '', password = '' } = formValues(req.body)
    const hash = keys.hashOf(String(token))
    const { error, accountId } = await setNewPassword(hash, String(password), accounts, clock.now())
    if (error) return showNew(req, res, String(token), { password: error })
    if (!accountId) return showOver(req, res)
    live.disconnect(accountId)
    processing.wake()
    res.redirect(303, `${paths.signIn()}?changed=1`)
  })

  return router
}

const addressOf = (req: Request): string => req.ip ?? 'unknown'
const statusOf = (errors: FieldErrors): number => (Object.keys(errors).length > 0 ? 422 : 200)

function showAsking(req: Request, res: Response, errors: FieldErrors): void {
  const field = formFields({ t: req.t, words, values: formValues(req.body), errors })
  res.status(statusOf(errors)).render('accounts/reset', {
    title: req.t('accounts:reset.title'),
    errors: errorLinks(errors, req.t, words),
    action: paths.passwordReset(),
    email: field('email', { kind: 'email', required: true, attributes: { autocomplete: 'username' } }),
  })
}

function showNew(req: Request, res: Response, token: string, errors: FieldErrors): void {
  const field = formFields({ t: req.t, words, errors })
  const attributes = { autocomplete: 'new-password', minlength: shortestPassword }
  res.status(statusOf(errors)).render('accounts/reset-new', {
    title: req.t('accounts:reset.new'),
    errors: errorLinks(errors, req.t, words),
    ...{ action: paths.newPassword(), token },
    password: field('password', { kind: 'password', required: true, attributes }),
  })
}

function showOver(req: Request, res: Response): void {
  const action = { href: paths.passwordReset(), text: req.t('accounts:reset.again') }
  res.status(410).render('accounts/reset-over', { title: req.t('accounts:reset.over'), action })
}
