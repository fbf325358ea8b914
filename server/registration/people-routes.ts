import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { accountOf } from '../accounts/guards.ts'
import type { Clock } from '../connections/clock.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { paths } from '../paths.ts'
import { addressWith } from '../web/address.ts'
import { fieldErrors, type FieldErrors } from '../web/form-errors.ts'
import { formValues } from '../web/form-values.ts'
import { notFoundProblem } from '../web/problem.ts'
import { createThrottle } from '../web/throttle.ts'
import { memberRoles, type Invitation } from './invitation.ts'
import { invite, inviteAgain, revoke, type InvitationDesk } from './invite.ts'
import { householdsFor } from './people-access.ts'
import { answerJoining, changeRole, remove, type Outcome, type PeopleDesk } from './people-acts.ts'
import { peoplePage } from './people-page.ts'

interface PeopleServices extends InvitationDesk, PeopleDesk {
  processing: { wake(): void }
  clock: Clock
}

type Params = { id: string; personId: string; invitationId: string }

const role = z.enum(memberRoles)
const invitationForm = z.object({ email: z.email().max(254).toLowerCase(), role })
const answers = z.enum(['accepted', 'declined'])
const notices = ['invited', 'again', 'revoked', 'role', 'removed', 'accepted', 'declined'] as const

/** People of an organisation: everybody sees the own colleagues, managers look after them. */
export function peopleRoutes(services: PeopleServices): Router {
  const { accounts, organisations, invitations, processing, clock } = services
  const perManager = createThrottle(30, 60 * 60)
  const router = Router({ mergeParams: true })

  const managed = (req: Request<Params>) =>
    householdsFor(accountOf(req), organisations).findManaged(req.params.id)

  async function show(
    req: Request<Params>,
    res: Response,
    status = 200,
    said: {
      flash?: { tone: string; text: string }
      errors?: FieldErrors
      values?: Record<string, unknown>
    } = {},
  ): Promise<void> {
    const me = accountOf(req)
    const { organisation, mayManage } = await householdsFor(me, organisations).find(req.params.id)
    const { id } = organisation
    const people = await accounts.peopleOf(id)
    const more = mayManage && {
      invitations: await invitations.waiting(id),
      joining: await accounts.joining(id),
    }
    const context = { organisation, people, me, now: clock.now(), ...said }
    res
      .status(status)
      .render('registration/people', peoplePage({ ...context, ...(more && { managed: more }) }, req))
  }

  /** Back to the page with a word of what was done, or at once with the reason why not. */
  async function say(outcome: Outcome, notice: string, req: Request<Params>, res: Response): Promise<void> {
    processing.wake()
    if (outcome === 'done') return res.redirect(303, addressWith(paths.people(req.params), { notice }))
    const flash = { tone: 'danger', text: req.t(`people:refused.${outcome}`) }
    await show(req, res, 409, { flash })
  }

  router.get('/', async (req: Request<Params>, res) => {
    const notice = notices.find((one) => req.query.notice === one)
    await show(
      req,
      res,
      200,
      notice && { flash: { tone: 'success', text: req.t(`people:notice.${notice}`) } },
    )
  })

  router.post('/invitations', async (req: Request<Params>, res) => {
    const organisation = await managed(req)
    const values = formValues(req.body)
    const form = invitationForm.safeParse(values)
    if (!form.success) return show(req, res, 422, { values, errors: fieldErrors(form.error, values) })
    const me = accountOf(req)
    await perManager.admit(me.id)
    await invite({ ...form.data, language: req.language }, organisation, me, services, clock.now())
    await say('done', 'invited', req, res)
  })

  async function waitingIn({ id }: Organisation, invitationId: string): Promise<Invitation> {
    const invitation = await invitations.find(invitationId)
    if (invitation?.organisationId !== id) throw notFoundProblem()
    return invitation
  }

  router.post('/invitations/:invitationId/again', async (req: Request<Params>, res) => {
    const organisation = await managed(req)
    const invitation = await waitingIn(organisation, req.params.invitationId)
    await perManager.admit(accountOf(req).id)
    const done = await inviteAgain(invitation, organisation, services, clock.now())
    await say(done ? 'done' : 'overtaken', 'again', req, res)
  })

  router.post('/invitations/:invitationId/revocation', async (req: Request<Params>, res) => {
    const invitation = await waitingIn(await managed(req), req.params.invitationId)
    const done = await revoke(invitation, accountOf(req), services, clock.now())
    await say(done ? 'done' : 'overtaken', 'revoked', req, res)
  })

  async function actOn(req: Request<Params>) {
    const organisation = await managed(req)
    const person = await accounts.find(req.params.personId)
    const belongs = [person?.organisation.id, person?.joining?.organisationId].includes(organisation.id)
    if (!person || !belongs) throw notFoundProblem()
    return { organisation, person, actor: accountOf(req), now: clock.now() }
  }

  router.post('/:personId/role', async (req: Request<Params>, res) => {
    const act = await actOn(req)
    const wanted = role.safeParse(formValues(req.body).role)
    if (!wanted.success) throw notFoundProblem()
    await say(await changeRole({ ...act, role: wanted.data }, services), 'role', req, res)
  })

  router.post('/:personId/removal', async (req: Request<Params>, res) => {
    await say(await remove(await actOn(req), services), 'removed', req, res)
  })

  router.post('/:personId/joining', async (req: Request<Params>, res) => {
    const act = await actOn(req)
    const verdict = answers.safeParse(formValues(req.body).verdict)
    if (!verdict.success) throw notFoundProblem()
    await say(await answerJoining(act, verdict.data, services), verdict.data, req, res)
  })

  return router
}
