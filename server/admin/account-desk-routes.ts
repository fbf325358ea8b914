import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { accountOf } from '../accounts/guards.ts'
import { roles } from '../accounts/account.ts'
import type { AccountRecord } from '../accounts/account-records.ts'
import { paths } from '../paths.ts'
import type { Services } from '../services.ts'
import { addressWith } from '../web/address.ts'
import type { FieldErrors } from '../web/form-errors.ts'
import { formValues } from '../web/form-values.ts'
import { notFoundProblem } from '../web/problem.ts'
import { changeLock, changeRoles, staffRolesOf, type AccountRefusal } from './account-acts.ts'
import { accountDeskPage } from './account-desk-page.ts'
import { accountListPage, pageSize } from './account-desk-list.ts'
import { readReason } from './reason-form.ts'
import { readRoles } from './roles-form.ts'

type DeskServices = Pick<Services, 'accounts' | 'audits' | 'processing' | 'live' | 'clock'>
type OfAccount = Request<{ id: string }>

interface Answer {
  form: 'roles' | 'lock'
  errors: FieldErrors
  refusal?: AccountRefusal
}

const listQuery = z.object({
  q: z.string().trim().max(120).optional().catch(undefined),
  role: z.enum(roles).optional().catch(undefined),
  state: z.enum(['open', 'locked']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

/** Every account: looking people up, the roles of staff, locking and unlocking. */
export function accountDeskRoutes({ accounts, audits, processing, live, clock }: DeskServices): Router {
  const desk = { ...{ accounts, live, wake: processing.wake }, now: () => clock.now() }
  const router = Router()

  async function find(req: OfAccount): Promise<AccountRecord> {
    const [found] = await accounts.records([req.params.id])
    if (!found) throw notFoundProblem()
    return found
  }

  async function show(req: OfAccount, res: Response, answer?: Answer) {
    const record = await find(req)
    const page = accountDeskPage(record, {
      ...{ answer, t: req.t, language: req.language, done: req.query.done },
      values: formValues(req.body, { lists: ['roles'] }),
      own: accountOf(req).id === record.id,
      trail: await audits.of(record.id),
    })
    res.status(!answer ? 200 : answer.refusal ? 409 : 422).render('admin/account', page)
  }

  router.get('/', async (req, res) => {
    const query = listQuery.parse(req.query)
    const found = await accounts.search(query, query.page, pageSize)
    res.render('admin/accounts', accountListPage(found, query, req))
  })

  router.get('/:id', (req, res) => show(req, res))

  router.post('/:id/roles', async (req: OfAccount, res) => {
    const record = await find(req)
    const { said, errors } = readRoles(req.body)
    if (!said) return show(req, res, { form: 'roles', errors })
    const isAsSeen = said.seen === staffRolesOf(record).join(' ')
    const refusal = isAsSeen ? await changeRoles(record, said, accountOf(req), desk) : 'changed'
    if (refusal) return show(req, res, { form: 'roles', errors: {}, refusal })
    res.redirect(303, addressWith(paths.adminAccount(record), { done: 'roles' }))
  })

  const lock = (locked: boolean) => async (req: OfAccount, res: Response) => {
    const record = await find(req)
    const { reason, errors } = readReason(req.body)
    if (!reason) return show(req, res, { form: 'lock', errors })
    const refusal = await changeLock(record, { locked, reason }, accountOf(req), desk)
    if (refusal) return show(req, res, { form: 'lock', errors: {}, refusal })
    res.redirect(303, addressWith(paths.adminAccount(record), { done: locked ? 'locked' : 'unlocked' }))
  }
  router.post('/:id/locking', lock(true))
  router.post('/:id/unlocking', lock(false))

  return router
}
