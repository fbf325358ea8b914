import type { TFunction } from 'i18next'
import { formFields, type Field } from '../web/forms.ts'
import type { FieldErrors } from '../web/form-errors.ts'
import { choicesIn, commonCurrencies, industryChoices } from './posting-choices.ts'
import type { Side } from './posting.ts'

/** Where the words of the form's fields stand. */
export const formWords = 'postings:form'

interface FieldsContext {
  side: Side
  language: string
  t: TFunction
  errors: FieldErrors
}

type MakeField = ReturnType<typeof formFields>
type Choices = ReturnType<typeof choicesIn>

const many = 'checkboxes'
const amount = { kind: 'number', attributes: { min: 0, inputmode: 'decimal' } } as const

/** The fields of a posting's form in the groups in which they are asked. */
export function postingFields(values: Record<string, unknown>, { side, language, t, errors }: FieldsContext) {
  const field = formFields({ t, words: formWords, values: writtenOut(values), errors })
  const choices = choicesIn(language, t)
  return {
    what: whatFields(field, choices, values.industry),
    goals: [{ ...field('sdgs', { kind: many, choices: choices.goals }), many: false }, field('sdgTargets')],
    places: [
      folded(field('regions', { kind: many, choices: choices.regions })),
      folded(field('countries', { kind: many, choices: choices.countries })),
    ],
    amounts: amountFields(field),
    window: windowFields(field, choices, side),
    goods: goodsFields(field, choices),
    currencies: commonCurrencies,
  }
}

const whatFields = (field: MakeField, { types, languages }: Choices, industry: unknown): Field[] => [
  field('title', { required: true, attributes: { maxlength: 160 } }),
  field('description', { kind: 'textarea', required: true, attributes: { rows: 10, maxlength: 10_000 } }),
  field('language', { kind: 'select', required: true, choices: languages }),
  field('contributionTypes', { kind: many, required: true, choices: types }),
  field('industry', { kind: 'select', choices: industryChoices(industry) }),
]

const amountFields = (field: MakeField): Field[] => [
  field('quantity.amount', amount),
  field('quantity.unit', { attributes: { maxlength: 60 } }),
  field('value.amount', amount),
  field('value.currency', { attributes: { maxlength: 3, list: 'currencies', autocapitalize: 'characters' } }),
]

const windowFields = (field: MakeField, { urgencies }: Choices, side: Side): Field[] => [
  field('availableFrom', { kind: 'date' }),
  field('availableUntil', { kind: 'date' }),
  ...(side === 'need' ? [field('urgency', { kind: 'select', choices: urgencies })] : []),
]

const goodsFields = (field: MakeField, { conditions, bearers }: Choices): Field[] => [
  field('inKind.condition', { kind: 'select', choices: conditions }),
  field('inKind.shelfLifeUntil', { kind: 'date' }),
  field('inKind.freightPaidBy', { kind: 'select', choices: bearers }),
  field('inKind.customsBy', { kind: 'select', choices: bearers }),
  field('inKind.consignee', { attributes: { maxlength: 300 } }),
]

/** Targets are typed as one line. */
const writtenOut = (values: Record<string, unknown>) => ({
  ...values,
  sdgTargets: [values.sdgTargets ?? []].flat().join(', '),
})

/** A list too long to show unasked: folded until something in it matters, and what is chosen comes first. */
function folded(field: Field) {
  const chosen = field.choices.filter(({ selected }) => selected)
  const others = field.choices.filter(({ selected }) => !selected)
  return {
    label: field.label,
    names: chosen.map(({ label }) => label),
    open: chosen.length > 0 || field.error !== undefined,
    field: { ...field, choices: [...chosen, ...others] },
  }
}
