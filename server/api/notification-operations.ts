import type { TFunction } from 'i18next'
import { z } from 'zod'
import type { Clock } from '../connections/clock.ts'
import type { NeedStore } from '../needs/need-store.ts'
import { itemsOf } from '../notifications/notification-item.ts'
import type { Sentence } from '../notifications/notification.ts'
import type { NotificationStore } from '../notifications/notification-store.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import { notFoundProblem } from '../web/problem.ts'
import { operation, type Operation } from './operation.ts'

export interface NotificationServices {
  notifications: NotificationStore
  offers: OfferStore
  needs: NeedStore
  say(sentence: Sentence, t: TFunction, language: string): string
  push: { tellUnread(accountId: string): Promise<void> }
  clock: Clock
}

const itemAnswer = z.object({
  id: z.string(),
  kind: z.string(),
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
  title: z.string(),
  url: z.string(),
  offerId: z.string().optional(),
  needId: z.string().optional(),
  matchId: z.string().optional(),
  score: z.int().optional(),
  reason: z.string().optional(),
  renewal: z.string().optional(),
})

const flag = z.enum(['0', '1', 'false', 'true']).transform((text) => text === '1' || text === 'true')

/** A person's own inbox. */
export function notificationOperations(services: NotificationServices): Operation[] {
  const { notifications, push, clock } = services
  return [
    operation({
      method: 'get',
      path: '/notifications',
      summary: 'The newest 50, newest first; with `after` what is newer than that id, oldest first',
      access: 'account',
      query: z.strictObject({
        after: z.string().max(40).optional(),
        unread: flag.default(false),
        lang: z.string().optional(),
      }),
      status: 200,
      answer: z.object({ items: z.array(itemAnswer), unread: z.int() }),
      async handle({ me, query: { after, unread }, t, language }) {
        const found = after
          ? await notifications.after(me.id, after, unread)
          : await notifications.newest(me.id, unread)
        const items = await itemsOf(found, me, { t, language }, services, clock.now())
        return { body: { items, unread: await notifications.unread(me.id) } }
      },
    }),
    operation({
      method: 'put',
      path: '/notifications/{id}/reading',
      summary: 'Marks one as read',
      access: 'account',
      status: 204,
      async handle({ me, params }) {
        if (!(await notifications.read(me.id, params.id ?? '', clock.now()))) throw notFoundProblem()
        await push.tellUnread(me.id)
        return {}
      },
    }),
  ]
}
