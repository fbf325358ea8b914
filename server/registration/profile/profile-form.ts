import { z } from 'zod'
import type { Organisation } from '../../organisations/organisation.ts'
import { CONTRIBUTION_TYPES } from '../../vocabulary/contribution-types.ts'
import { isCountry } from '../../vocabulary/places.ts'
import { fieldErrors, type FieldErrors } from '../../web/form-errors.ts'
import { formValues } from '../../web/form-values.ts'
import { companyShape } from '../company-fields.ts'
import { revenueShares } from './revenue-shares.ts'
import { withCompany, withEntity, withOffice } from './said.ts'

const { company: _, ...ofCompany } = companyShape
const { description, website } = companyShape
const sentence = z.string().min(10).max(600)
const contact = z.string().max(300).optional()

export const companyForm = z.object({
  ...ofCompany,
  revenueShares,
  truthful: z.literal('yes', 'registration:form.must-accept'),
})

export const entityForm = z.object({
  ...{ description, website, contact },
  mandate: z.object(
    { en: sentence, fr: sentence.optional(), ar: sentence.optional() },
    'common:form.errors.required',
  ),
  sdgs: z.array(z.coerce.number().int().min(1).max(17)).default([]),
  contributionTypes: z.array(z.enum(CONTRIBUTION_TYPES)).default([]),
})

export const officeForm = z.object({
  ...{ description, website, contact },
  countries: z
    .array(z.string().refine(isCountry, 'common:form.errors.choice'), 'common:form.errors.too-few')
    .min(1)
    .max(60),
})

const lists = ['applying', 'sdgs', 'contributionTypes', 'countries']

export const typedProfile = (body: unknown): Record<string, unknown> => formValues(body, { lists })

type Read = { said: Organisation; errors?: never } | { said?: never; errors: FieldErrors }

/** The organisation as the form describes it, or what is wrong with the form. */
export function readProfile(organisation: Organisation, values: Record<string, unknown>): Read {
  if (organisation.kind === 'company')
    return read(companyForm, values, (form) => withCompany(organisation, form))
  if (organisation.kind === 'entity')
    return read(entityForm, { ...values, mandate: values.mandate ?? {} }, (form) =>
      withEntity(organisation, form),
    )
  return read(officeForm, values, (form) => withOffice(organisation, form))
}

function read<T>(
  form: z.ZodType<T>,
  values: Record<string, unknown>,
  described: (form: T) => Organisation,
): Read {
  const parsed = form.safeParse(values)
  return parsed.success ? { said: described(parsed.data) } : { errors: fieldErrors(parsed.error, values) }
}
