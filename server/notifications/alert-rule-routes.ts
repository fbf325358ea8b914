import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { accountOf } from '../accounts/guards.ts'
import { mayHearOf } from '../accounts/permission.ts'
import type { Clock } from '../connections/clock.ts'
import type { PublicNames } from '../organisations/named-among.ts'
import { naming } from '../organisations/naming.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import { paths } from '../paths.ts'
import { addressWith } from '../web/address.ts'
import { fieldErrors, type FieldErrors } from '../web/form-errors.ts'
import { formValues } from '../web/form-values.ts'
import { forbidden, notFoundProblem } from '../web/problem.ts'
import { alertRulesPage, newRulePage, offeredDeliveries } from './alert-rule-page.ts'
import type { AlertRuleStore } from './alert-rule-store.ts'
import { ruleFor, saveSearch } from './save-search.ts'
import { searchAt, type SavedSearch } from './saved-search.ts'

interface AlertRuleServices {
  alertRules: AlertRuleStore
  organisations: OrganisationStore
  publicOrganisations: PublicNames
  clock: Clock
}

const delivery = z.enum(offeredDeliveries)
const form = z.object({ name: z.string().trim().min(1).max(100), delivery })
const notices = ['saved', 'known', 'removed', 'live', 'off'] as const

/** A person's own alert rules; nobody else's can be named. */
export function alertRuleRoutes({
  alertRules,
  organisations,
  publicOrganisations,
  clock,
}: AlertRuleServices): Router {
  const router = Router()

  async function readerOf({ t, language }: Request, ids: string[]) {
    return {
      t,
      language,
      nameOf: await naming([...(await publicOrganisations.among(ids)).keys()], organisations),
    }
  }

  async function showForm(
    req: Request,
    res: Response,
    saved: SavedSearch,
    values: Record<string, unknown> = {},
    errors: FieldErrors = {},
  ): Promise<void> {
    const reader = await readerOf(req, saved.query.organisation)
    res.status(Object.keys(errors).length > 0 ? 422 : 200)
    res.render('notifications/new-rule', newRulePage(saved, values, errors, reader))
  }

  router.get('/', async (req, res) => {
    const rules = await alertRules.of(accountOf(req).id)
    const notice = notices.find((one) => req.query[one] !== undefined)
    const reader = await readerOf(
      req,
      rules.flatMap((rule) => rule.organisations),
    )
    const noticed = notice && String(req.query[notice])
    const sides = (['offer', 'need'] as const).filter((side) => mayHearOf(accountOf(req), side))
    res.render('notifications/rules', alertRulesPage(rules, notice, noticed, sides, reader))
  })

  router.get('/new', async (req, res) => {
    const saved = searchFor(req, req.query.search)
    const known = ruleFor(saved, await alertRules.of(accountOf(req).id))
    if (known) return res.redirect(303, rulesWith('known', known.id))
    await showForm(req, res, saved)
  })

  router.post('/', async (req, res) => {
    const values = formValues(req.body)
    const saved = searchFor(req, values.search)
    const parsed = form.safeParse(values)
    if (!parsed.success) return showForm(req, res, saved, values, fieldErrors(parsed.error, values))
    const wish = { ...parsed.data, accountId: accountOf(req).id }
    const { rule, isNew } = await saveSearch(saved, wish, alertRules, clock.now())
    res.redirect(303, rulesWith(isNew ? 'saved' : 'known', rule.id))
  })

  router.post('/:id/delivery', async (req, res) => {
    const wanted = delivery.safeParse(formValues(req.body).delivery)
    const { id } = req.params
    if (!wanted.success || !(await alertRules.setDelivery(accountOf(req).id, id, wanted.data)))
      throw notFoundProblem()
    res.redirect(303, rulesWith(wanted.data, id))
  })

  router.post('/:id/removal', async (req, res) => {
    if (!(await alertRules.remove(accountOf(req).id, req.params.id))) throw notFoundProblem()
    res.redirect(303, rulesWith('removed', '1'))
  })

  return router
}

const rulesWith = (notice: (typeof notices)[number], id: string): string =>
  addressWith(paths.alertRules(), { [notice]: id })

/** The search that is to be saved, if this account may hear of its side. */
function searchFor(req: Request, address: unknown): SavedSearch {
  const saved = searchAt(address)
  if (!saved) throw notFoundProblem()
  if (!mayHearOf(accountOf(req), saved.side)) throw forbidden()
  return saved
}
