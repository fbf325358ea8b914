import type { TFunction } from 'i18next'
import { namesIn } from '../postings/posting-names.ts'
import { allClasses, industryName } from '../vocabulary/industries.ts'
import { allCountries } from '../vocabulary/places.ts'
import type { Choice, formFields } from '../web/forms.ts'
import { topicChoices } from './declared.ts'

type FieldOf = ReturnType<typeof formFields>

/** The fields by which a company describes itself, for `components/field`. */
export function companyFields(field: FieldOf, language: string, t: TFunction) {
  const long = { kind: 'textarea', attributes: { rows: 3, maxlength: 4_000 } } as const
  return {
    country: field('country', { kind: 'select', required: true, choices: countryChoices(language) }),
    industry: field('industry', { kind: 'radios', required: true, choices: industryChoices() }),
    description: field('description', { kind: 'textarea', attributes: { rows: 4, maxlength: 2_000 } }),
    website: field('website', { attributes: { inputmode: 'url', maxlength: 300, autocomplete: 'url' } }),
    formerNames: field('formerNames', long),
    owners: field('owners', long),
    applying: field('applying', { kind: 'checkboxes', choices: topicChoices(language) }),
    globalCompact: field('globalCompact', { kind: 'checkboxes', choices: yes(t, 'global-compact') }),
  }
}

export function countryChoices(language: string): Choice[] {
  const names = namesIn(language)
  return allCountries()
    .map((value) => ({ value, label: names.country(value) }))
    .sort((a, b) => names.compare(a.label, b.label))
}

/** The classes of ISIC Rev.4, whose titles the classification gives in English. */
export const industryChoices = (): Choice[] =>
  allClasses().map((value) => ({ value, label: `${value} ${industryName(value)}` }))

/** A single box to tick. */
export const yes = (t: TFunction, statement: string): Choice[] => [
  { value: 'yes', label: t(`registration:statement.${statement}`) },
]
