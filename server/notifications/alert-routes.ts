import { Router } from 'express'
import type { TFunction } from 'i18next'
import { accountOf } from '../accounts/guards.ts'
import type { Clock } from '../connections/clock.ts'
import type { NeedStore } from '../needs/need-store.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import { paths } from '../paths.ts'
import { timeOfId } from '../records/new-id.ts'
import { notFoundProblem } from '../web/problem.ts'
import { alertPage } from './alert-page.ts'
import { itemsOf } from './notification-item.ts'
import type { Sentence } from './notification.ts'
import type { NotificationStore } from './notification-store.ts'

interface AlertServices {
  notifications: NotificationStore
  offers: OfferStore
  needs: NeedStore
  say(sentence: Sentence, t: TFunction, language: string): string
  push: { tellUnread(accountId: string): Promise<void> }
  clock: Clock
}

/** A person's own inbox as a live board; nobody else's can be named. */
export function alertRoutes(services: AlertServices): Router {
  const { notifications, push, clock } = services
  const router = Router()

  router.get('/', async (req, res) => {
    const account = accountOf(req)
    const before = idIn(req.query.before)
    const found = before
      ? await notifications.before(account.id, before)
      : await notifications.newest(account.id)
    const items = await itemsOf(found, account, req, services, clock.now())
    res.render('notifications/alerts', {
      title: req.t('notifications:heading'),
      ...alertPage(items, before),
      actions: [{ href: paths.alertRules(), text: req.t('notifications:rules') }],
    })
  })

  router.post('/reading', async (req, res) => {
    const account = accountOf(req)
    const upTo = idIn(req.body?.upTo)
    if (upTo) await notifications.readAll(account.id, upTo, clock.now())
    await push.tellUnread(account.id)
    res.redirect(303, paths.alerts())
  })

  router.post('/:id/reading', async (req, res) => {
    const account = accountOf(req)
    if (!(await notifications.read(account.id, req.params.id, clock.now()))) throw notFoundProblem()
    await push.tellUnread(account.id)
    res.redirect(303, paths.alerts())
  })

  return router
}

const idIn = (value: unknown): string | undefined =>
  typeof value === 'string' && timeOfId(value) ? value : undefined
