import { askAt, daysAfter, endOf } from './posting-end.ts'
import type { Posting } from './posting.ts'

/** What the clock brings to a posting: a question, a warning before its end, the end. */
export type Look =
  { kind: 'ask' } | { kind: 'ending'; days: number; end: Date } | { kind: 'ended'; end: Date }

/** So many days before the end its organisation is warned. */
export const warningDays = [7, 1] as const

type Stage = [at: Date, look: Look]

function stagesOf(posting: Posting): Stage[] {
  if (!posting.publishedAt || posting.withdrawnAt || posting.source) return []
  const end = endOf(posting)
  const asked = askAt(posting)
  if (!end) return asked ? [[asked, { kind: 'ask' }]] : []
  const warnings = warningDays.map((days): Stage => [daysAfter(end, -days), { kind: 'ending', days, end }])
  return [...warnings, [end, { kind: 'ended', end }]]
}

/** When the clock next brings something: a question however late, else what comes after `moment`. */
export function nextLookAt(posting: Posting, moment: Date): Date | undefined {
  return stagesOf(posting).find(([at, { kind }]) => kind === 'ask' || at > moment)?.[0]
}

/** Of what has come since `lookAt`, the last: nobody is warned of what is over. */
export function dueLook(posting: Posting, lookAt: Date, now: Date): Look | undefined {
  return stagesOf(posting).findLast(([at, { kind }]) => at <= now && (kind === 'ask' || at >= lookAt))?.[1]
}
