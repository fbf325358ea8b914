const day = 86_400_000

/** 1 to 366. */
export function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / day) + 1
}

/** Weeks begin on Sundays; the days before the first Sunday are in week 0. */
export function week(date: Date): number {
  return Math.floor((dayOfYear(date) + 6 - date.getUTCDay()) / 7)
}

/** Monday is 1. */
export function isoWeekday(date: Date): number {
  return date.getUTCDay() || 7
}

/** The Thursday of its week decides to which year a day belongs (ISO 8601). */
function thursday(date: Date): Date {
  return new Date(date.getTime() + (4 - isoWeekday(date)) * day)
}

export function isoYear(date: Date): number {
  return thursday(date).getUTCFullYear()
}

/** 1 to 53. */
export function isoWeek(date: Date): number {
  return Math.ceil(dayOfYear(thursday(date)) / 7)
}
