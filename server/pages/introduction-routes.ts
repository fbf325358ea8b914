import { Router, type Request } from 'express'
import { accountOf } from '../accounts/guards.ts'
import type { Introduction } from '../introductions/introduction-access.ts'
import { confirm, takeBack } from '../introductions/introduction-acts.ts'
import { ActRefused } from '../introductions/introduction.ts'
import { paths } from '../paths.ts'
import { addressWith } from '../web/address.ts'
import { introductionDesk, type IntroductionServices } from './introduction-desk.ts'
import { introductionFormRoutes } from './introduction-form-routes.ts'
import { introductionListPage } from './introduction-list-page.ts'

type Id = { id: string }

/** For members of both sides of an introduction; others don't find it. */
export function introductionRoutes(services: IntroductionServices): Router {
  const { messages, readings, notifications, push, clock } = services
  const { own, desk, namesIn, show } = introductionDesk(services)
  const router = Router()

  router.get('/', async (req, res) => {
    const all = await own(req).list()
    const context = { account: accountOf(req), page: req.query.page, nameOf: await namesIn(all), t: req.t }
    res.render('introductions/list', await introductionListPage(all, { ...context, messages, readings }))
  })

  /** Who has the conversation before their eyes has read it, and the alert that told of it. */
  async function read({ match }: Introduction, req: Request<Id>): Promise<void> {
    const { id } = accountOf(req as Request)
    const latest = await messages.latest(match.id)
    if (latest) await readings.read(match.id, id, latest.id)
    if (await notifications.readCollapsed(id, match.id, clock.now())) await push.tellUnread(id)
  }

  router.get<Id>('/:id', async (req, res) => {
    const found = await own(req).find(req.params.id)
    if (req.query.before === undefined) await read(found, req)
    res.locals.unread = await notifications.unread(accountOf(req as Request).id)
    await show(req, res, 200, found)
  })

  router.post<Id>('/:id/reading', async (req, res) => {
    const found = await own(req).find(req.params.id)
    await read(found, req)
    res.redirect(303, paths.introduction(found.match))
  })

  router.post<Id>('/:id/agreement/confirmation', async (req, res) => {
    const found = await own(req).find(req.params.id)
    const notice = await noticeOf(() => confirm(found, accountOf(req as Request), desk), 'confirmed')
    res.redirect(303, addressWith(paths.introduction(found.match), { notice }))
  })

  router.post<Id>('/:id/agreement/withdrawal', async (req, res) => {
    const found = await own(req).find(req.params.id)
    const notice = await noticeOf(() => takeBack(found, accountOf(req as Request), desk), 'taken-back')
    res.redirect(303, addressWith(paths.introduction(found.match), { notice }))
  })

  return router.use(introductionFormRoutes(services))
}

/** What the page says afterwards: `done`, or why the introduction's state did not allow the act. */
async function noticeOf(act: () => Promise<void>, done: string): Promise<string> {
  try {
    await act()
    return done
  } catch (error) {
    if (error instanceof ActRefused) return error.refusal
    throw error
  }
}
