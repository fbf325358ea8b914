import { z } from 'zod'
import { longestPassword, shortestPassword, weaknessOf } from '../accounts/password-rules.ts'
import { fieldErrors, type FieldErrors } from '../web/form-errors.ts'
import { companyShape } from './company-fields.ts'
import { declarationsOf } from './declared.ts'
import type { NewCompany } from './registration.ts'

const personShape = {
  name: z.string().min(2).max(100),
  email: z.email().max(254).toLowerCase(),
  password: z.string().min(shortestPassword).max(longestPassword),
}

const accepted = z.literal('yes', 'registration:form.must-accept')
const joinForm = z.object({ ...personShape, joins: z.string().max(40) })
const companyForm = z.object({
  ...personShape,
  ...companyShape,
  different: z.literal('yes').optional(),
  truthful: accepted,
  standing: accepted,
})

/** What was typed on the registration page, checked. */
export interface RegistrationWish {
  name: string
  email: string
  password: string
  /** a company that is here already */
  joins?: string
  company?: NewCompany
  /** said of the companies that were pointed out */
  different: boolean
}

type Parsed = { wish: RegistrationWish; errors?: never } | { wish?: never; errors: FieldErrors }

export function readRegistration(values: Record<string, unknown>): Parsed {
  const read = values.joins ? readJoining(values) : readCompany(values)
  if (read.errors) return read
  const { password, email, name, company } = read.wish
  const weakness = weaknessOf(password, [email.split('@')[0] ?? '', name, company?.name ?? ''])
  if (!weakness) return read
  return { errors: { password: { key: `registration:password.${weakness}`, values: {} } } }
}

function readJoining(values: Record<string, unknown>): Parsed {
  const form = joinForm.safeParse(values)
  if (!form.success) return { errors: fieldErrors(form.error, values) }
  return { wish: { ...form.data, different: false } }
}

function readCompany(values: Record<string, unknown>): Parsed {
  const form = companyForm.safeParse(values)
  if (!form.success) return { errors: fieldErrors(form.error, values) }
  const { name, email, password, different, company, applying, globalCompact, ...rest } = form.data
  const { country, industry, description, website, formerNames, owners } = rest
  const declarations = declarationsOf(applying, globalCompact === 'yes')
  const said = { name: company, country, industry, description, website, formerNames, owners, declarations }
  return { wish: { name, email, password, company: said, different: different === 'yes' } }
}
