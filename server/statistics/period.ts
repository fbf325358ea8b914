export const periods = ['12-months', 'this-year', 'all'] as const
export type Period = (typeof periods)[number]

/** The time that figures count, both ends in UTC. */
export interface Span {
  /** its first moment; `null` counts from the beginning */
  from: Date | null
  until: Date
}

/** Twelve months are eleven whole ones and the one that runs, so that a chart of them has twelve columns. */
export function spanOf(period: Period, now: Date): Span {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()]
  if (period === 'all') return { from: null, until: now }
  return { from: new Date(Date.UTC(year, period === 'this-year' ? 0 : month - 11, 1)), until: now }
}

export const isWithin = (moment: Date, { from, until }: Span): boolean =>
  (from === null || moment >= from) && moment <= until
