import { z } from 'zod'
import type { Side } from './posting.ts'
import { postingSchemas } from './posting-input.ts'

/** What somebody typed into the form of a posting and has not published, as it was typed. */
export interface Typed {
  values: Record<string, unknown>
  /** of the posting whose form it was typed into */
  revision: number
  /** names this saving; the next one says which it saw */
  version: string
  by: { id: string; name: string }
  at: Date
}

const word = z.string().max(40)
const figure = z.union([z.number(), word])
const words = z.array(word).max(300)

/** A form that need not be complete, nor right: only so long, and of no other fields. */
export const typedValues = z
  .strictObject({
    title: z.string().max(160),
    description: z.string().max(10_000),
    language: word,
    contributionTypes: words,
    sdgs: z.array(figure).max(20),
    sdgTargets: z.array(z.string().max(2_000)).max(200),
    countries: words,
    regions: words,
    industry: word,
    quantity: z.strictObject({ amount: figure, unit: z.string().max(60) }).partial(),
    value: z.strictObject({ amount: figure, currency: word }).partial(),
    availableFrom: word,
    availableUntil: word,
    urgency: word,
    inKind: z
      .strictObject({
        condition: word,
        shelfLifeUntil: word,
        freightPaidBy: word,
        customsBy: word,
        consignee: z.string().max(300),
      })
      .partial(),
  })
  .partial()

/** As much of a form as can stand in a draft: each field that is right, and the texts as far as they have come. */
export function draftContent(side: Side, values: Record<string, unknown>) {
  const right = Object.entries(postingSchemas[side].shape).flatMap(([name, schema]) => {
    const { success, data } = (schema as z.ZodType).safeParse(values[name])
    return success && data !== undefined ? [[name, data]] : []
  })
  const { title = '', description = '' } = values
  const begun = {
    language: 'en',
    contributionTypes: [],
    sdgs: [],
    sdgTargets: [],
    countries: [],
    regions: [],
  }
  return { ...begun, ...Object.fromEntries(right), title: String(title), description: String(description) }
}
