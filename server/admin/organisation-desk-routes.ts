import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { accountOf } from '../accounts/guards.ts'
import { organisationKinds, type Organisation } from '../organisations/organisation.ts'
import { paths } from '../paths.ts'
import type { Services } from '../services.ts'
import { addressWith } from '../web/address.ts'
import type { FieldErrors } from '../web/form-errors.ts'
import { formValues } from '../web/form-values.ts'
import { conflict, notFoundProblem } from '../web/problem.ts'
import { newOrganisationPage, readOrganisation } from './new-organisation.ts'
import { organisationDeskPage } from './organisation-desk-page.ts'
import { organisationListPage, pageSize } from './organisation-desk-list.ts'
import { addOrganisation, changeStanding, type StandingRefusal } from './organisation-acts.ts'
import { readReason } from './reason-form.ts'

type DeskServices = Pick<
  Services,
  'organisations' | 'accounts' | 'offers' | 'needs' | 'audits' | 'processing' | 'live' | 'clock'
>

const listQuery = z.object({
  q: z.string().trim().max(120).optional().catch(undefined),
  kind: z.enum(organisationKinds).optional().catch(undefined),
  standing: z.enum(['active', 'deactivated']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

/** Every organisation, public or not: looking them up, adding UN entities and offices, ending and resuming their part. */
export function organisationDeskRoutes(services: DeskServices): Router {
  const { organisations, accounts, offers, needs, audits, processing, live, clock } = services
  const desk = { ...{ organisations, accounts, live, wake: processing.wake }, now: () => clock.now() }
  const router = Router()

  async function find(req: Request<{ id: string }>): Promise<Organisation> {
    const found = await organisations.find(req.params.id)
    if (!found) throw notFoundProblem()
    return found
  }

  async function show(req: Request, res: Response, organisation: Organisation, errors: FieldErrors = {}) {
    const { id, kind, parentId } = organisation
    const postings = await (kind === 'company' ? offers : needs).ofOrganisations([id], 20)
    const page = organisationDeskPage(organisation, {
      ...{ postings, errors, now: clock.now(), t: req.t, language: req.language, query: req.query },
      values: formValues(req.body),
      own: accountOf(req).organisation.id === id,
      parent: parentId ? await organisations.find(parentId) : null,
      people: await accounts.recordsOf(id),
      trail: await audits.of(id),
    })
    res.status(Object.keys(errors).length > 0 ? 422 : 200).render('admin/organisation', page)
  }

  async function showNew(req: Request, res: Response, errors: FieldErrors) {
    const entities = (await organisations.unSide()).filter(({ kind }) => kind === 'entity')
    const page = newOrganisationPage(
      entities,
      formValues(req.body, { lists: ['sdgs', 'countries'] }),
      errors,
      req,
    )
    res.status(Object.keys(errors).length > 0 ? 422 : 200).render('admin/new-organisation', page)
  }

  router.get('/', async (req, res) => {
    const query = listQuery.parse(req.query)
    res.render(
      'admin/organisations',
      organisationListPage(await organisations.search(query, query.page, pageSize), query, req),
    )
  })

  router.get('/new', (req, res) => showNew(req, res, {}))

  router.post('/', async (req, res) => {
    const { organisation, errors } = await readOrganisation(req.body, organisations, clock.now())
    if (!organisation) return showNew(req, res, errors)
    await addOrganisation(organisation, accountOf(req), desk)
    res.redirect(303, addressWith(paths.adminOrganisation(organisation), { done: 'added' }))
  })

  router.get<{ id: string }>('/:id', async (req, res) => show(req, res, await find(req)))

  const standing = (active: boolean) => async (req: Request<{ id: string }>, res: Response) => {
    const organisation = await find(req)
    const { reason, errors } = readReason(req.body)
    if (!reason) return show(req, res, organisation, errors)
    const refusal = await changeStanding(organisation, { active, reason }, accountOf(req), desk)
    if (refusal) throw conflict(refusals[refusal])
    const done = active ? 'reactivated' : 'deactivated'
    res.redirect(303, addressWith(paths.adminOrganisation(organisation), { done }))
  }
  router.post('/:id/deactivation', standing(false))
  router.post('/:id/reactivation', standing(true))

  return router
}

const refusals: Record<StandingRefusal, string> = {
  'own-organisation': 'Nobody deactivates the own organisation.',
  already: 'It is so already.',
  changed: 'Somebody changed this organisation meanwhile.',
}
