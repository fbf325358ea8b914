import { effect, type Effect } from '../records/effect.ts'
import type { SingleEvent } from './recipients.ts'

/** Carries an event in the write of the act that it tells of. */
export const told = (event: SingleEvent, at: Date): Effect => effect('notify', { ...event }, at)
