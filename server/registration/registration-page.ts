import type { Request } from 'express'
import { shortestPassword } from '../accounts/password-rules.ts'
import { paths } from '../paths.ts'
import { namesIn } from '../postings/posting-names.ts'
import { errorLinks, formFields } from '../web/forms.ts'
import type { FieldErrors } from '../web/form-errors.ts'
import type { PointedOut } from './alike.ts'
import { companyFields, countryChoices, yes } from './company-form-fields.ts'

const words = 'registration:form'

interface FormState {
  values: Record<string, unknown>
  errors?: FieldErrors
  /** companies that the one of the form may be */
  pointedOut?: PointedOut[]
  /** the company that is here already and is asked to let this person in */
  joins?: PointedOut
}

type Reader = Pick<Request, 't' | 'language'>

/** The model of `views/registration/start.hbs`: which company it is about. */
export function startPage({ values, errors = {} }: FormState, { t, language }: Reader) {
  const field = formFields({ t, words, values, errors })
  return {
    title: t('registration:title'),
    errors: errorLinks(errors, t, words),
    action: paths.register(),
    company: companyName(field),
    country: field('country', { kind: 'select', required: true, choices: countryChoices(language) }),
  }
}

/** The model of `views/registration/register.hbs`. */
export function registrationPage(state: FormState, { t, language }: Reader) {
  const { values, errors = {}, pointedOut = [], joins } = state
  const field = formFields({ t, words, values, errors })
  return {
    title: t(joins ? 'registration:join-title' : 'registration:title', { company: joins?.name }),
    errors: errorLinks(errors, t, words),
    action: paths.register(),
    joins: joins && { ...joins, country: countryOf(joins, language) },
    person: personFields(field),
    ...(joins ? {} : { company: { name: companyName(field), ...companyFields(field, language, t) } }),
    pointedOut: pointedOut.map((one) => ({
      name: one.name,
      country: countryOf(one, language),
      href: paths.joining(one),
    })),
    different:
      pointedOut.length > 0 && field('different', { kind: 'checkboxes', choices: yes(t, 'different') }),
    truthful: field('truthful', { kind: 'checkboxes', required: true, choices: yes(t, 'truthful') }),
    standing: field('standing', { kind: 'checkboxes', required: true, choices: yes(t, 'standing') }),
  }
}

const countryOf = ({ country }: PointedOut, language: string) => country && namesIn(language).country(country)

const companyName = (field: ReturnType<typeof formFields>) =>
  field('company', { required: true, attributes: { maxlength: 160, autocomplete: 'organization' } })

const personFields = (field: ReturnType<typeof formFields>) => [
  field('name', { required: true, attributes: { maxlength: 100, autocomplete: 'name' } }),
  field('email', {
    kind: 'email',
    required: true,
    attributes: { maxlength: 254, autocomplete: 'username' },
  }),
  field('password', {
    kind: 'password',
    required: true,
    attributes: { minlength: shortestPassword, autocomplete: 'new-password' },
  }),
]
