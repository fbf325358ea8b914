import type { Directory } from './concerned.ts'
import type { NotificationStore } from './notification-store.ts'
import { recipientsOf, type SingleEvent } from './recipients.ts'

export type Notify = (event: SingleEvent, now: Date) => Promise<void>

/** One inbox entry for everybody whom an event concerns; `ring` then wakes those who show it. */
export function createNotify(
  directory: Directory,
  notifications: NotificationStore,
  ring: () => void,
): Notify {
  return async (event, now) => {
    const people = await recipientsOf(event, directory)
    await notifications.add(event, [...new Set(people.map((person) => person.id))], now)
    ring()
  }
}
