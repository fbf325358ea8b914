import { effect, type Effect } from '../records/effect.ts'
import type { Mail } from './mail.ts'

/** Carries a mail in the write of the act that it tells of; the effect's id is the mail's. */
export const byMail = (mail: Omit<Mail, 'id'>, at: Date): Effect => effect('mail', { ...mail }, at)
