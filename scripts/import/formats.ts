import type { Adapt } from './adapted.ts'
import { adaptCommitment } from './ocean-commitments.ts'
import { adaptActivity } from './un-info.ts'

/** What `npm run import` can read, by the name that people type. */
export const formats: Record<string, Adapt> = {
  'un-info': adaptActivity,
  'ocean-commitments': adaptCommitment,
}
