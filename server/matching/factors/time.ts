import { NEVER, windowOf } from '../../postings/posting-window.ts'
import { unixSeconds } from '../../postings/posting-filter.ts'
import { assess, type Assess } from '../assessment.ts'

/** How much of the time in which it is needed the offer stands; only where both name an end. */
export const time: Assess = ({ offer, need, now }) => {
  const given = windowOf(offer.posting)
  const asked = windowOf(need.posting)
  if (given.openUntil === NEVER || asked.openUntil === NEVER) return null
  const from = Math.max(asked.openFrom, unixSeconds(now))
  const length = asked.openUntil - from
  if (length <= 0) return null
  const common = Math.min(given.openUntil, asked.openUntil) - Math.max(given.openFrom, from)
  if (common >= length) return assess('time', 1, 'whole')
  if (common <= 0) return assess('time', 0, 'apart')
  const percent = Math.max(1, Math.floor((100 * common) / length))
  return assess('time', common / length, 'part', { percent })
}
