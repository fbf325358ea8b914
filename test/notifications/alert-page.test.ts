import { expect, test } from '@jest/globals'
import { alertPage } from '../../server/notifications/alert-page.ts'
import type { NotificationItem } from '../../server/notifications/notification-item.ts'

const idOf = (number: number) => number.toString(16).padStart(24, '0')
const item = (number: number, readAt: Date | null = null): NotificationItem => ({
  ...{ id: idOf(number), kind: 'match-found', title: 'A match', url: '/matches/1', readAt },
  createdAt: new Date('2026-03-01T09:00:00Z'),
})
/** newest first, from `from` down */
const items = (count: number, from = count) => Array.from({ length: count }, (_, index) => item(from - index))

test('an empty board listens from the beginning, so that nothing falls between page and socket', () => {
  expect(alertPage([], undefined)).toMatchObject({ live: true, newest: '0'.repeat(24), rows: [] })
})

test('the board listens from its newest row on', () => {
  expect(alertPage(items(3), undefined).newest).toBe(idOf(3))
})

test('only a full page leads to older ones, which are not live', () => {
  expect(alertPage(items(49), undefined).olderPage).toBeUndefined()
  expect(alertPage(items(50, 80), undefined).olderPage).toBe(`/alerts?before=${idOf(31)}`)
  expect(alertPage(items(30), idOf(31))).toMatchObject({ live: false, newerPage: '/alerts' })
})

test('a row says whether it was read and where reading it is told', () => {
  const { rows } = alertPage([item(2), item(1, new Date())], undefined)
  expect(rows.map(({ unread }) => unread)).toEqual([true, false])
  expect(rows[0]?.reading).toBe(`/alerts/${idOf(2)}/reading`)
})
