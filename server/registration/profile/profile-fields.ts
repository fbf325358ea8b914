import type { TFunction } from 'i18next'
import type { Organisation } from '../../organisations/organisation.ts'
import { namesIn } from '../../postings/posting-names.ts'
import { CONTRIBUTION_TYPES } from '../../vocabulary/contribution-types.ts'
import { SDGS } from '../../vocabulary/sdgs.ts'
import type { formFields } from '../../web/forms.ts'
import { companyFields, countryChoices, industryChoices, yes } from '../company-form-fields.ts'
import { rowNumbers } from './revenue-shares.ts'

type FieldOf = ReturnType<typeof formFields>
interface Drawing {
  field: FieldOf
  values: Record<string, unknown>
  t: TFunction
  language: string
}

/** The fields of a profile by the kind of organisation, for `views/registration/profile/profile.hbs`. */
export function profileFields({ kind }: Organisation, drawing: Drawing) {
  if (kind === 'company') return { company: ofCompany(drawing) }
  return { unSide: [...ofAll(drawing), ...(kind === 'entity' ? ofEntity(drawing) : ofOffice(drawing))] }
}

function ofCompany({ field, values, t, language }: Drawing) {
  return {
    ...companyFields(field, language, t),
    truthful: field('truthful', { kind: 'checkboxes', required: true, choices: yes(t, 'truthful') }),
    industries: industryChoices(),
    shares: rowNumbers(values.revenueShares).map((number) => ({
      code: field(`revenueShares.${number}.code`, {
        label: t('registration:profile.share-row.code', { number }),
        attributes: { list: 'industries', maxlength: 4, autocomplete: 'off' },
      }),
      percent: field(`revenueShares.${number}.percent`, {
        kind: 'number',
        label: t('registration:profile.share-row.percent', { number }),
        attributes: { min: 0, max: 100 },
      }),
    })),
  }
}

const ofAll = ({ field }: Drawing) => [
  field('description', { kind: 'textarea', attributes: { rows: 4, maxlength: 2_000 } }),
  field('website', { attributes: { inputmode: 'url', maxlength: 300, autocomplete: 'url' } }),
  field('contact', { attributes: { maxlength: 300, autocomplete: 'off' } }),
]

function ofEntity({ field, language }: Drawing) {
  const names = namesIn(language)
  const goals = SDGS.map((goal) => ({ value: String(goal), label: `${goal}. ${names.goal(goal).name}` }))
  const types = CONTRIBUTION_TYPES.map((type) => ({ value: type, label: names.type(type) }))
  const text = (code: string) =>
    field(`mandate.${code}`, {
      ...{ kind: 'textarea', required: code === 'en' },
      attributes: { rows: 3, maxlength: 600, lang: code },
    })
  return [
    ...['en', 'fr', 'ar'].map(text),
    field('sdgs', { kind: 'checkboxes', choices: goals }),
    field('contributionTypes', { kind: 'checkboxes', choices: types }),
  ]
}

const ofOffice = ({ field, language }: Drawing) => [
  field('countries', { kind: 'checkboxes', required: true, choices: countryChoices(language) }),
]
