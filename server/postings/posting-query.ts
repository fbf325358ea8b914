import { z } from 'zod'
import { CONTRIBUTION_TYPES } from '../vocabulary/contribution-types.ts'
import { isLanguageCode } from '../vocabulary/languages.ts'
import { isCountry, isRegion } from '../vocabulary/places.ts'

/** A parameter that may be given several times, or once with commas. */
export const several = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (given) =>
      [given ?? []]
        .flat()
        .flatMap((text) => String(text).split(','))
        .filter(Boolean),
    z.array(item).max(50),
  )

const known = (isKnown: (code: string) => boolean) =>
  z.string().refine(isKnown, { error: 'form.errors.choice' })

const page = z
  .string()
  .transform((text) => Number(Buffer.from(text, 'base64url').toString()))
  .pipe(z.int().min(1).max(100_000))
  .optional()
  .transform((number) => number ?? 1)

/** The state of a listing, all of which stands in its address. */
export const postingQuery = z.object({
  q: z.preprocess((text) => [text ?? ''].flat()[0], z.string().trim().max(300)),
  type: several(z.enum(CONTRIBUTION_TYPES)),
  sdg: several(z.coerce.number().int().min(1).max(17)),
  country: several(known(isCountry)),
  region: several(known(isRegion)),
  language: several(known(isLanguageCode)),
  status: several(z.string().max(20)),
  sort: z.enum(['relevance', 'newest', 'ending']).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: page,
})

export type PostingQuery = z.output<typeof postingQuery>

/** The parameters that choose among the values of a facet. */
export const facetParameters = ['type', 'sdg', 'country', 'region', 'language'] as const
export type FacetParameter = (typeof facetParameters)[number]

/** A cursor that `postingQuery` reads back. */
export const cursorOf = (pageNumber: number): string => Buffer.from(String(pageNumber)).toString('base64url')

/** What the address asks for, each parameter that makes no sense left aside: a page should open all the same. */
export function lenientQuery(parameters: Record<string, unknown>): PostingQuery {
  const parsed = postingQuery.safeParse(parameters)
  if (parsed.success) return parsed.data
  const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0])))
  const rest = Object.entries(parameters).filter(([name]) => !wrong.has(name))
  return postingQuery.parse(Object.fromEntries(rest))
}
