import { z } from 'zod'
import { readCursor } from './cursor.ts'

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

/** A code that a vocabulary knows. */
export const known = (isKnown: (code: string) => boolean) =>
  z.string().refine(isKnown, { error: 'form.errors.choice' })

/** What every search takes: the words typed, how many to a page, and where the page begins. */
export const searchParameters = {
  q: z.preprocess((text) => [text ?? ''].flat()[0], z.string().trim().max(300)),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z
    .string()
    .refine((text) => readCursor(text) !== undefined, { error: 'form.errors.choice' })
    .optional(),
}

/** What the address asks for, each parameter that makes no sense left aside: a page should open all the same. */
export function lenient<T extends z.ZodType>(schema: T, parameters: Record<string, unknown>): z.output<T> {
  const parsed = schema.safeParse(parameters)
  if (parsed.success) return parsed.data
  const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0])))
  const rest = Object.entries(parameters).filter(([name]) => !wrong.has(name))
  return schema.parse(Object.fromEntries(rest))
}
