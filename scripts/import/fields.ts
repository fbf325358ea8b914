import { z } from 'zod'

/** A day as `YYYY-MM-DD`, read as its first moment in UTC. */
export const sourceDate = z.iso.date().transform((day) => new Date(`${day}T00:00:00Z`))

/** The first thing wrong with a line, with the field that has it. */
export function problemOf(error: z.ZodError): string {
  const [issue] = error.issues
  const field = issue?.path.join('.')
  return field ? `${field}: ${issue?.message}` : (issue?.message ?? 'not readable')
}
