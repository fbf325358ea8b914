import { Router, type Request, type Response } from 'express'
import { beginSession } from '../accounts/begin-session.ts'
import { paths } from '../paths.ts'
import { errorLinks, formFields } from '../web/forms.ts'
import type { FieldErrors } from '../web/form-errors.ts'
import { formValues } from '../web/form-values.ts'
import { createThrottle } from '../web/throttle.ts'
import { confirm } from './confirm.ts'
import { standingOf, type Registration } from './registration.ts'
import type { RegistrationServices } from './registration-routes.ts'

const quarterHour = 15 * 60

/**
 * Open to whoever has the link of a mail. Opening it uses nothing up, since programs look at links before people
 * do; the password that was chosen with the address does.
 */
export function confirmationRoutes(services: RegistrationServices): Router {
  const { accounts, registrations, keys, processing, clock } = services
  const attempts = createThrottle(10, quarterHour)
  const router = Router()

  const registrationOf = (token: unknown): Promise<Registration | null> =>
    registrations.withKey(keys.hashOf(typeof token === 'string' ? token : ''))

  /** The registration, while its link works; else the page that says what to do. */
  async function open(token: unknown, req: Request, res: Response): Promise<Registration | null> {
    const registration = await registrationOf(token)
    const standing = registration ? standingOf(registration, clock.now()) : 'ended'
    if (registration && standing === 'open') return registration
    showOver(standing === 'confirmed' ? 'used' : 'ended', req, res)
    return null
  }

  router.get('/', async (req, res) => {
    const registration = await open(req.query.token, req, res)
    if (registration) showForm(registration, String(req.query.token), {}, req, res)
  })

  router.post('/', async (req, res) => {
    const { token, password = '' } = formValues(req.body)
    const registration = await open(token, req, res)
    if (!registration) return
    await attempts.admit(registration.id)
    const outcome = await confirm(registration, String(password), services, clock.now())
    if (outcome === 'too-late') return showOver('used', req, res)
    if (outcome === 'wrong-password') return showForm(registration, String(token), wrong, req, res)
    processing.wake()
    const account = await accounts.find(registration.accountId)
    if (!account) return res.redirect(303, paths.signIn())
    await beginSession(req, account)
    res.redirect(303, paths.account())
  })

  return router
}

const wrong: FieldErrors = { password: { key: 'registration:confirmation.wrong', values: {} } }
const words = 'registration:confirmation'

function showForm(
  { email }: Registration,
  token: string,
  errors: FieldErrors,
  { t }: Request,
  res: Response,
): void {
  const field = formFields({ t, words, errors })
  const attributes = { autocomplete: 'current-password' }
  res.status(Object.keys(errors).length > 0 ? 422 : 200).render('registration/confirmation', {
    title: t('registration:confirmation.title'),
    errors: errorLinks(errors, t),
    ...{ action: paths.confirmation(), token, email },
    password: field('password', { kind: 'password', required: true, attributes }),
  })
}

function showOver(why: 'used' | 'ended', { t }: Request, res: Response): void {
  res.status(410).render('registration/over', {
    title: t(`registration:over.${why}.title`),
    text: t(`registration:over.${why}.text`),
    signIn: why === 'used' && paths.signIn(),
    resend: why === 'ended' && paths.registrationAgain(),
  })
}
