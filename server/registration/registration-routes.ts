import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import type { Clock } from '../connections/clock.ts'
import { paths } from '../paths.ts'
import { formValues } from '../web/form-values.ts'
import { createThrottle } from '../web/throttle.ts'
import { alike, type PointedOut } from './alike.ts'
import { companyLists } from './company-fields.ts'
import type { Entry } from './confirm.ts'
import { register, sendAgain, type Desk } from './register.ts'
import { readRegistration, type RegistrationWish } from './registration-form.ts'
import { registrationPage, startPage } from './registration-page.ts'
import type { Registration } from './registration.ts'

export interface RegistrationServices extends Desk, Entry {
  processing: { wake(): void }
  clock: Clock
  hasOutbox: boolean
}

const start = z.object({ company: z.string().trim().min(2).max(160), country: z.string().max(3) })
const resend = z.object({ email: z.email().max(254).toLowerCase() })
const quarterHour = 15 * 60

/** Open to everybody who has no account yet. What is answered never depends on whether an address has one. */
export function registrationRoutes(services: RegistrationServices): Router {
  const { organisations, processing, clock } = services
  const byAddress = createThrottle(60, quarterHour)
  const byEmail = createThrottle(5, 4 * quarterHour)
  const router = Router()

  const pointedOut = async (names: string[]): Promise<PointedOut[]> =>
    alike(names, await organisations.companyNames())

  async function joined(id: unknown): Promise<PointedOut | undefined> {
    const found = typeof id === 'string' && id ? await organisations.find(id) : null
    if (found?.kind !== 'company') return undefined
    return { id: found.id, name: found.name, country: found.profile?.country }
  }

  router.get('/', async (req, res) => {
    if (req.account) return res.redirect(303, paths.account())
    const joins = await joined(req.query.join)
    if (joins) return res.render('registration/register', registrationPage({ values: {}, joins }, req))
    const { data } = start.safeParse(req.query)
    if (!data) return res.render('registration/start', startPage({ values: {} }, req))
    await byAddress.admit(addressOf(req))
    const state = { values: data, pointedOut: await pointedOut([data.company]) }
    res.render('registration/register', registrationPage(state, req))
  })

  router.post('/', async (req, res) => {
    await byAddress.admit(addressOf(req))
    const values = formValues(req.body, { lists: companyLists })
    const joins = await joined(values.joins)
    const { wish, errors } = readRegistration({ ...values, joins: joins?.id })
    if (errors) return showForm(req, res, { values, errors, joins })
    const { company } = wish
    const likely = company && !wish.different ? await pointedOut([company.name, ...company.owners]) : []
    if (likely.length > 0) return showForm(req, res, { values, errors: seeAlike, pointedOut: likely })
    await byEmail.admit(wish.email)
    const organisationName = company?.name ?? joins?.name ?? ''
    await register(wishIn(req, wish, organisationName), services, clock.now())
    processing.wake()
    res.redirect(303, paths.registrationSent())
  })

  router.get('/sent', (req, res) => {
    res.render('registration/sent', {
      title: req.t('registration:sent.title'),
      resend: paths.registrationAgain(),
      outbox: services.hasOutbox && paths.outbox(),
    })
  })

  router.post('/again', async (req, res) => {
    await byAddress.admit(addressOf(req))
    const { data } = resend.safeParse(formValues(req.body))
    if (data) {
      await byEmail.admit(data.email)
      await sendAgain(data.email, organisationName, services, clock.now())
      processing.wake()
    }
    res.redirect(303, paths.registrationSent())
  })

  async function organisationName({ company, joins }: Registration): Promise<string> {
    return company?.name ?? (await joined(joins))?.name ?? ''
  }

  return router
}

const seeAlike = { different: { key: 'registration:form.see-alike', values: {} } }

const wishIn = (
  { language }: Request,
  { different: _, ...wish }: RegistrationWish,
  organisationName: string,
) => ({ ...wish, language, organisationName })

const addressOf = (req: Request): string => req.ip ?? 'unknown'

function showForm(req: Request, res: Response, state: Parameters<typeof registrationPage>[0]): void {
  res.status(422).render('registration/register', registrationPage(state, req))
}
