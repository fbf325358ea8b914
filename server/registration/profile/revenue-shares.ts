import { z } from 'zod'
import { isIndustry } from '../../vocabulary/industries.ts'
import type { CompanyProfile } from '../../organisations/organisation.ts'

type Shares = CompanyProfile['revenueShares']

const emptyRows = 3
const mostRows = 30

const row = z.object({
  code: z.string('registration:profile.share-code').refine(isIndustry, 'registration:profile.share-code'),
  percent: z.coerce
    .number('registration:profile.share-percent')
    .min(0, 'registration:profile.share-percent')
    .max(100, 'registration:profile.share-percent'),
})

/** Rows of a form by their number, an ISIC Rev.4 code and percent of revenue each, as shares by code. */
export const revenueShares = z
  .record(z.string().regex(/^\d{1,2}$/), row)
  .default({})
  .refine((rows) => Object.keys(rows).length <= mostRows, 'registration:profile.shares-many')
  .refine((rows) => codesIn(rows).length === new Set(codesIn(rows)).size, 'registration:profile.shares-twice')
  .refine((rows) => sumOf(rows) <= 100, 'registration:profile.shares-sum')
  .transform((rows): Shares =>
    Object.fromEntries(Object.values(rows).map(({ code, percent }) => [code, percent])),
  )

type Rows = Record<string, z.output<typeof row>>

const codesIn = (rows: Rows): string[] => Object.values(rows).map(({ code }) => code)

/** Rounded, so that thirds add up to a hundred. */
const sumOf = (rows: Rows): number =>
  Math.round(Object.values(rows).reduce((sum, { percent }) => sum + percent, 0) * 1e6) / 1e6

/** The shares as rows of the form, the greatest first. */
export const shareRows = (shares: Shares): Record<string, { code: string; percent: number }> =>
  Object.fromEntries(
    Object.entries(shares)
      .sort(([, one], [, other]) => other - one)
      .map(([code, percent], index) => [String(index + 1), { code, percent }]),
  )

/** Numbers of the rows to draw: those that are filled, and some to fill. */
export function rowNumbers(rows: unknown): string[] {
  const filled = Object.keys(rows ?? {}).map(Number)
  const last = Math.max(0, ...filled.filter((number) => number <= mostRows))
  return Array.from({ length: Math.min(mostRows, last + emptyRows) }, (_, index) => String(index + 1))
}
