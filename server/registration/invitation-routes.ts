import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { beginSession } from '../accounts/begin-session.ts'
import { isPlaced, type Account } from '../accounts/account.ts'
import { hashPassword } from '../accounts/password.ts'
import { passwordError } from '../accounts/password-reset.ts'
import type { Clock } from '../connections/clock.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import { paths } from '../paths.ts'
import { newId } from '../records/new-id.ts'
import { addressWith } from '../web/address.ts'
import { errorLinks, formFields } from '../web/forms.ts'
import { fieldErrors, type FieldErrors } from '../web/form-errors.ts'
import { formValues } from '../web/form-values.ts'
import { invitationStanding, type Invitation } from './invitation.ts'
import { accept, type InvitationDesk } from './invite.ts'

interface InvitedServices extends InvitationDesk {
  organisations: OrganisationStore
  processing: { wake(): void }
  clock: Clock
}

/** What keeps whoever has the link from accepting at once; `newcomer` has no account yet. */
type Step = 'newcomer' | 'sign-in' | 'other-account' | 'placed' | 'ready'

const newcomerForm = z.object({ name: z.string().min(2).max(100), password: z.string() })

/** Open to whoever has the link of an invitation, which proves the address that it was sent to. */
export function invitationRoutes(services: InvitedServices): Router {
  const { accounts, invitations, organisations, keys, processing, clock } = services
  const router = Router()

  async function open(token: unknown, req: Request, res: Response) {
    const found = await invitations.withKey(keys.hashOf(typeof token === 'string' ? token : ''))
    const organisation = found && (await organisations.find(found.organisationId))
    if (found && organisation && invitationStanding(found, clock.now()) === 'open')
      return { invitation: found, organisation }
    res.status(410).render('registration/over', {
      title: req.t('registration:invitation-over.title'),
      text: req.t('registration:invitation-over.text'),
      signIn: !req.account && paths.signIn(),
    })
    return null
  }

  async function stepOf({ email }: Invitation, me: Account | undefined): Promise<Step> {
    if (me && me.email !== email) return 'other-account'
    if (me) return isPlaced(me) ? 'placed' : 'ready'
    return (await accounts.credentials(email)) ? 'sign-in' : 'newcomer'
  }

  async function show(req: Request, res: Response, token: string, errors: FieldErrors = {}): Promise<void> {
    const found = await open(token, req, res)
    if (!found) return
    const { invitation, organisation } = found
    const step = await stepOf(invitation, req.account)
    const values = { name: formValues(req.body).name }
    const field = formFields({ t: req.t, words: 'registration:form', values, errors })
    res.status(Object.keys(errors).length > 0 ? 422 : 200).render('registration/invitation', {
      title: req.t('registration:invitation.title', { organisation: organisation.name }),
      text: req.t('registration:invitation.text', {
        ...{ inviter: invitation.inviter.name, organisation: organisation.name },
        role: req.t(`people:role.${invitation.role}`),
      }),
      errors: errorLinks(errors, req.t, 'registration:form'),
      word: req.t(`registration:invitation.step.${step}`, { email: invitation.email }),
      ...{ token, action: paths.invitation(), mayAccept: step === 'ready' || step === 'newcomer' },
      signIn: step === 'sign-in' && paths.signIn(addressWith(paths.invitation(), { token })),
      fields: step === 'newcomer' && newcomerFields(field),
    })
  }

  router.get('/', (req, res) => show(req, res, String(req.query.token ?? '')))

  router.post('/', async (req, res) => {
    const values = formValues(req.body)
    const token = String(values.token ?? '')
    const found = await open(token, req, res)
    if (!found) return
    const step = await stepOf(found.invitation, req.account)
    const who =
      step === 'newcomer' ? await newcomerIn(values, found.invitation, req) : { accountId: req.account?.id }
    if ('errors' in who) return show(req, res, token, who.errors)
    if (step !== 'newcomer' && step !== 'ready') return show(req, res, token)
    const done = await accept({ ...found.invitation, ...who }, services, clock.now())
    processing.wake()
    const account = done && (await accounts.find(who.accountId ?? ''))
    if (!account) return show(req, res, token)
    if (step === 'newcomer') await beginSession(req, account)
    res.redirect(303, paths.account())
  })

  return router
}

async function newcomerIn(values: Record<string, unknown>, { email }: Invitation, { language }: Request) {
  const form = newcomerForm.safeParse(values)
  if (!form.success) return { errors: fieldErrors(form.error, values) }
  const { name, password } = form.data
  const error = passwordError(password, { name, email })
  if (error) return { errors: { password: error } }
  return { accountId: newId(), newcomer: { name, language, passwordHash: await hashPassword(password) } }
}

const newcomerFields = (field: ReturnType<typeof formFields>) => [
  field('name', { required: true, attributes: { maxlength: 100, autocomplete: 'name' } }),
  field('password', { kind: 'password', required: true, attributes: { autocomplete: 'new-password' } }),
]
