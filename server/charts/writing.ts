import { localeOf } from '../web/helpers/page-language.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How figures are written in a language of the interface. */
export function writingIn(language: string) {
  const locale = localeOf(language)
  const plain = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  const monthAndYear = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const inUnit = (unit: string, value: number) =>
    new Intl.NumberFormat(locale, {
      ...{ style: 'unit', unit, unitDisplay: 'long' },
      maximumFractionDigits: value < 10 && unit === 'day' ? 1 : 0,
    }).format(value)

  return {
    number: (value: number) => plain.format(value),
    /** `share`: 0 to 1 */
    percent: (share: number) => percent.format(share),

    /** Milliseconds as minutes, hours or days, whichever a person would say; at least a minute. */
    duration(milliseconds: number): string {
      if (milliseconds < hour) return inUnit('minute', Math.max(1, Math.round(milliseconds / minute)))
      if (milliseconds < 2 * day) return inUnit('hour', Math.round(milliseconds / hour))
      return inUnit('day', milliseconds / day)
    },

    /** `2027-03` shortly, as below a column; a year as it is. */
    month: (key: string) => (key.length > 4 ? month.format(new Date(`${key}-01`)) : key),
    /** `2027-03` in full; a year as it is. */
    monthInFull: (key: string) => (key.length > 4 ? monthAndYear.format(new Date(`${key}-01`)) : key),
  }
}

export type Writing = ReturnType<typeof writingIn>
