import { addressWith } from '../web/address.ts'
import { paths } from '../paths.ts'
import { alertRow } from './alert-row.ts'
import type { NotificationItem } from './notification-item.ts'
import { inboxPageSize } from './notification-store.ts'

/** Older than every notification: what a client names that has none yet. */
const beforeAll = '0'.repeat(24)

/** `items` newest first; `before` is the id that an older page starts below, absent on the live one. */
export function alertPage(items: NotificationItem[], before: string | undefined) {
  const last = items.at(-1)
  return {
    rows: items.map(alertRow),
    live: before === undefined,
    newest: items[0]?.id ?? beforeAll,
    newerPage: before && paths.alerts(),
    olderPage:
      last && items.length === inboxPageSize ? addressWith(paths.alerts(), { before: last.id }) : undefined,
    readingAll: paths.readingAll(),
  }
}
