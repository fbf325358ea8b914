import type { Check, Finding, Reason } from './screening.ts'

/** What a check gathered, sorted by what it asks for. */
export interface Gathered {
  /** a person must look */
  held?: Reason[]
  /** the company must complete */
  returned?: Reason[]
  /** shown besides whatever is open */
  alongside?: Reason[]
  /** what was looked at, shown where nothing is open */
  cleared: Reason[]
}

/** Held outranks returned, returned outranks cleared; there is always a reason to show. */
export function findingOf(
  check: Check,
  { held = [], returned = [], alongside = [], cleared }: Gathered,
): Finding {
  const open = [...held, ...returned]
  if (open.length === 0) return { check, verdict: 'cleared', reasons: [...cleared, ...alongside] }
  return { check, verdict: held.length > 0 ? 'held' : 'returned', reasons: [...open, ...alongside] }
}
