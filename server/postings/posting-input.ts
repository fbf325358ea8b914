import { z } from 'zod'
import { CONTRIBUTION_TYPES } from '../vocabulary/contribution-types.ts'
import { isIndustry } from '../vocabulary/industries.ts'
import { LANGUAGES } from '../vocabulary/languages.ts'
import { isCountry, isRegion } from '../vocabulary/places.ts'
import { isTarget } from '../vocabulary/sdgs.ts'
import { bearers, conditions, urgencies, type PostingContent, type Side } from './posting.ts'

const code = (isKnown: (code: string) => boolean, what: string) =>
  z
    .string()
    .max(20)
    .refine(isKnown, { error: `postings:errors.${what}` })

/** Half a character can't be stored, so it is not taken. */
const text = (shortest: number, longest: number) =>
  z
    .string()
    .trim()
    .min(shortest)
    .max(longest)
    .refine((given) => given.isWellFormed())

const list = <T extends z.ZodType>(item: T, most: number) =>
  z
    .array(item)
    .max(most)
    .transform((values) => [...new Set(values)])

/** A day, which lasts until its end in UTC where it closes a window, or a moment with its offset. */
const moment = (endOfDay: boolean) =>
  z
    .union([z.iso.date(), z.iso.datetime({ offset: true })], { error: 'form.errors.date' })
    .transform(
      (text) =>
        new Date(text.length === 10 ? `${text}T${endOfDay ? '23:59:59.999' : '00:00:00.000'}Z` : text),
    )

const inKind = z.strictObject({
  condition: z.enum(conditions).optional(),
  shelfLifeUntil: moment(true).optional(),
  freightPaidBy: z.enum(bearers).optional(),
  customsBy: z.enum(bearers).optional(),
  consignee: z.string().trim().min(2).max(300).optional(),
})

/** ISO 4217, as far as this platform knows it. */
const currencies = new Set(Intl.supportedValuesOf('currency'))

const fields = {
  title: text(5, 160),
  description: text(20, 10_000),
  language: z.enum(LANGUAGES),
  contributionTypes: list(z.enum(CONTRIBUTION_TYPES), 9).refine((types) => types.length > 0, {
    error: 'postings:errors.no-type',
  }),
  sdgs: list(z.int().min(1).max(17), 17).default([]),
  sdgTargets: list(code(isTarget, 'target'), 169).default([]),
  countries: list(code(isCountry, 'country'), 250).default([]),
  regions: list(code(isRegion, 'region'), 40).default([]),
  industry: code(isIndustry, 'industry').optional(),
  quantity: z
    .strictObject({ amount: z.number().positive().max(1e12), unit: z.string().trim().min(1).max(60) })
    .optional(),
  value: z
    .strictObject({
      amount: z.number().nonnegative().max(1e15),
      currency: code((currency) => currencies.has(currency), 'currency'),
    })
    .optional(),
  availableFrom: moment(false).optional(),
  availableUntil: moment(true).optional(),
}

const ofSide = {
  offer: z.strictObject({ ...fields, inKind: inKind.optional() }),
  need: z.strictObject({ ...fields, urgency: z.enum(urgencies).optional(), inKind: inKind.optional() }),
}

/** What may be sent for a posting; anything else in the body is an error that names the field. */
export const postingSchemas = ofSide

/** The same for a change: every field optional, those given replace what stood there. */
export const postingChangeSchemas = {
  offer: withoutDefaults(ofSide.offer),
  need: withoutDefaults(ofSide.need),
}

function withoutDefaults(schema: (typeof ofSide)[Side]) {
  const { sdgs, sdgTargets, countries, regions } = schema.shape
  const bare = {
    sdgs: sdgs.unwrap(),
    sdgTargets: sdgTargets.unwrap(),
    countries: countries.unwrap(),
    regions: regions.unwrap(),
  }
  return schema.extend(bare).partial()
}

/** What a content says that can't be, taken as a whole and at this moment: a window must still be ahead. */
export function windowErrors(content: PostingContent, now: Date): { path: string[]; key: string }[] {
  const { availableFrom, availableUntil, inKind: goods } = content
  const errors: { path: string[]; key: string }[] = []
  const complain = (path: string[], error: string) => errors.push({ path, key: `postings:errors.${error}` })
  if (availableUntil && availableUntil <= now) complain(['availableUntil'], 'past')
  if (availableFrom && availableUntil && availableFrom >= availableUntil)
    complain(['availableUntil'], 'before-start')
  if (goods?.shelfLifeUntil && goods.shelfLifeUntil <= now) complain(['inKind', 'shelfLifeUntil'], 'past')
  return errors
}

/** A whole new content, checked against the clock as well. */
export function postingInput(side: Side, now: () => Date): z.ZodType<PostingContent> {
  const schema: z.ZodType<PostingContent> = ofSide[side]
  return schema.superRefine((content, context) => {
    for (const { path, key } of windowErrors(content, now())) {
      context.addIssue({ code: 'custom', path, message: key, input: content })
    }
  })
}
