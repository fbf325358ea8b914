import type { Request } from 'express'
import { z } from 'zod'
import type { Organisation } from '../organisations/organisation.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import { paths } from '../paths.ts'
import { namesIn } from '../postings/posting-names.ts'
import { newId } from '../records/new-id.ts'
import { allCountries, isCountry } from '../vocabulary/places.ts'
import { SDGS } from '../vocabulary/sdgs.ts'
import { fieldErrors, type FieldErrors } from '../web/form-errors.ts'
import { formValues } from '../web/form-values.ts'
import { errorLinks, formFields } from '../web/forms.ts'
import { adminFrame } from './admin-frame.ts'

const kinds = ['entity', 'office'] as const
const sentence = z.string().min(10).max(600)

const form = z.object({
  kind: z.enum(kinds),
  name: z.string().min(3).max(160),
  acronym: z.string().min(2).max(20).optional(),
  parentId: z.string().max(60).optional(),
  countries: z.array(z.string().refine(isCountry)).max(60).default([]),
  sdgs: z.array(z.coerce.number().int().min(1).max(17)).max(17).default([]),
  mandate: z
    .object({ en: sentence.optional(), fr: sentence.optional(), ar: sentence.optional() })
    .default({}),
})
type NewOrganisation = z.output<typeof form>

/** The entity or office that a form describes, or what is wrong with it: an entity has a mandate, an office an entity and places. */
export async function readOrganisation(
  body: unknown,
  organisations: Pick<OrganisationStore, 'find' | 'named'>,
  now: Date,
): Promise<{ organisation?: Organisation; errors: FieldErrors }> {
  const values = formValues(body, { lists: ['countries', 'sdgs'] })
  const parsed = form.safeParse(values)
  if (!parsed.success) return { errors: fieldErrors(parsed.error, values) }
  const errors = missingIn(parsed.data)
  const { kind, name, parentId } = parsed.data
  const parent = parentId ? await organisations.find(parentId) : null
  if (kind === 'office' && parentId && parent?.kind !== 'entity')
    errors.parentId = problem('form.errors.choice')
  if (await organisations.named(kind, name)) errors.name = problem('admin:new.taken')
  return Object.keys(errors).length > 0
    ? { errors }
    : { organisation: toOrganisation(parsed.data, now), errors }
}

const problem = (key: string) => ({ key, values: {} })

function missingIn({ kind, parentId, countries, mandate }: NewOrganisation): FieldErrors {
  const errors: FieldErrors = {}
  if (kind === 'entity' && !mandate.en) errors['mandate.en'] = problem('form.errors.required')
  if (kind === 'office' && !parentId) errors.parentId = problem('form.errors.required')
  if (kind === 'office' && countries.length === 0) errors.countries = problem('form.errors.required')
  return errors
}

function toOrganisation(said: NewOrganisation, createdAt: Date): Organisation {
  const { kind, name, acronym, parentId, countries, sdgs, mandate } = said
  const base = { id: newId(), kind, name, ...(acronym && { acronym }), version: 1, createdAt }
  if (kind === 'office') return { ...base, parentId, countries }
  return { ...base, countries: [], mandate: { text: mandate, sdgs, concepts: [], contributionTypes: [] } }
}

/** The model of `views/admin/new-organisation.hbs`. */
export function newOrganisationPage(
  entities: Organisation[],
  values: Record<string, unknown>,
  errors: FieldErrors,
  { t, language }: Pick<Request, 't' | 'language'>,
) {
  const names = namesIn(language)
  const field = formFields({ t, words: 'admin:new', values, errors })
  const countries = allCountries().map((alpha3) => ({ value: alpha3, label: names.country(alpha3) }))
  const goals = SDGS.map((goal) => ({ value: String(goal), label: `${goal}. ${names.goal(goal).name}` }))
  const parents = entities.map(({ id, name }) => ({ value: id, label: name }))
  const text = (code: string) =>
    field(`mandate.${code}`, { kind: 'textarea', attributes: { rows: 2, maxlength: 600 } })
  return {
    ...adminFrame('organisations', t),
    heading: t('admin:new.title'),
    crumbs: [
      { text: t('admin:organisations.title'), href: paths.adminOrganisations() },
      { text: t('admin:new.title') },
    ],
    action: paths.adminOrganisations(),
    errors: errorLinks(errors, t, 'admin:new'),
    identity: [
      field('kind', {
        ...{ kind: 'radios', required: true },
        choices: kinds.map((value) => ({ value, label: t(`accounts:kind.${value}`) })),
      }),
      field('name', { required: true, attributes: { maxlength: 160 } }),
      field('acronym', { attributes: { maxlength: 20 } }),
    ],
    ofEntity: [...['en', 'fr', 'ar'].map(text), field('sdgs', { kind: 'checkboxes', choices: goals })],
    ofOffice: [
      field('parentId', { kind: 'select', choices: parents.sort((a, b) => names.compare(a.label, b.label)) }),
      field('countries', {
        kind: 'checkboxes',
        choices: countries.sort((a, b) => names.compare(a.label, b.label)),
      }),
    ],
  }
}
