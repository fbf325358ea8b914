import { z } from 'zod'
import { fieldErrors, type FieldErrors } from '../web/form-errors.ts'
import { formValues } from '../web/form-values.ts'

const form = z.object({ why: z.string().min(10).max(1_000) })

/** Why an administrator acts, which the audit keeps: at least ten characters. */
export function readReason(body: unknown): { reason?: string; errors: FieldErrors } {
  const values = formValues(body)
  const parsed = form.safeParse(values)
  return parsed.success
    ? { reason: parsed.data.why, errors: {} }
    : { errors: fieldErrors(parsed.error, values) }
}
