import { recipientsOf, type Directory } from './recipients.ts'
import type { Event } from './notification.ts'
import type { NotificationStore } from './notification-store.ts'

export type Notify = (event: Event, now: Date) => Promise<void>

/** One inbox entry for everybody whom an event concerns; then the push is woken to show it. */
export function createNotify(
  directory: Directory,
  notifications: NotificationStore,
  wakePush: () => void,
): Notify {
  return async (event, now) => {
    const people = await recipientsOf(event, directory)
    await notifications.add(event, [...new Set(people.map((person) => person.id))], now)
    wakePush()
  }
}
