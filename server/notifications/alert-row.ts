import { paths } from '../paths.ts'
import type { NotificationItem } from './notification-item.ts'

/**
 * The model of `views/notifications/_notification.hbs`, on the board and over the socket alike: it holds nothing
 * that depends on who looks but the language, and no form token.
 */
export const alertRow = (item: NotificationItem) => ({
  ...item,
  unread: item.readAt === null,
  reading: paths.reading(item),
})
