import { z } from 'zod'
import { fieldErrors, type FieldErrors } from '../web/form-errors.ts'
import { formValues } from '../web/form-values.ts'
import { staffRoles } from './account-acts.ts'

const form = z.object({
  roles: z.array(z.enum(staffRoles)).max(staffRoles.length).default([]),
  /** the roles of staff that the form showed, so that nobody undoes another's change unseen */
  seen: z.string().max(60).default(''),
  reason: z.string().min(10).max(1_000),
})

export function readRoles(body: unknown): { said?: z.output<typeof form>; errors: FieldErrors } {
  const values = formValues(body, { lists: ['roles'] })
  const parsed = form.safeParse(values)
  return parsed.success ? { said: parsed.data, errors: {} } : { errors: fieldErrors(parsed.error, values) }
}
