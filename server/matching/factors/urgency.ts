import type { Urgency } from '../../postings/posting.ts'
import { assess, type Assess } from '../assessment.ts'

const day = 24 * 60 * 60 * 1000
/** How long a need of each urgency can wait. */
const patience: Record<Urgency, number> = {
  hours: 2 * day,
  days: 7 * day,
  weeks: 31 * day,
  months: 183 * day,
}

/** Whether the offer is there in time for a need that says how urgent it is. */
export const urgency: Assess = ({ offer, need, now }) => {
  const urgent = need.posting.urgency
  if (!urgent) return null
  const from = offer.posting.availableFrom ?? now
  const wait = from.getTime() - now.getTime()
  if (wait <= 0) return assess('urgency', 1, `now-${urgent}`)
  const date = from.toISOString().slice(0, 10)
  return wait <= patience[urgent]
    ? assess('urgency', 1, 'soon', { date })
    : assess('urgency', 0, 'late', { date })
}
