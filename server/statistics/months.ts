import type { Span } from './period.ts'
import type { Tally } from './tally.ts'

/** More months than this are shown as years. */
const mostMonths = 24

export interface TimeUnit {
  unit: 'month' | 'year'
  /** `2027-03` or `2027`, without a gap, earliest first */
  keys: string[]
}

export const monthOf = (moment: Date): string => moment.toISOString().slice(0, 7)

/** The months, or years where that are too many, from the beginning of the span or the first month that counts. */
export function unitsOf({ from, until }: Span, counted: string[]): TimeUnit {
  const last = monthOf(until)
  const first = from ? monthOf(from) : counted.reduce((one, other) => (one < other ? one : other), last)
  const months = range(numberOf(first), numberOf(last)).map(nameOf)
  if (months.length <= mostMonths) return { unit: 'month', keys: months }
  return { unit: 'year', keys: [...new Set(months.map((month) => month.slice(0, 4)))] }
}

/** The counts of a tally by month, for each of the units. */
export function perUnit(months: Tally, { keys }: TimeUnit): number[] {
  const counts = months.entries()
  return keys.map((key) =>
    counts.filter(([month]) => month.startsWith(key)).reduce((sum, [, count]) => sum + count, 0),
  )
}

const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1

const nameOf = (number: number): string =>
  `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`

const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => first + index)
