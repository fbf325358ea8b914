import { effect, type Effect } from '../records/effect.ts'
import type { Event } from './notification.ts'

/** Carries an event in the write of the act that it tells of. */
export const told = (event: Event, at: Date): Effect => effect('notify', { ...event }, at)
