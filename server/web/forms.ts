import type { TFunction } from 'i18next'
import { inWords } from './form-errors.ts'
import type { FieldErrors } from './form-errors.ts'

/** What the `field` component knows how to draw. */
export type FieldKind =
  | 'text'
  | 'email'
  | 'password'
  | 'search'
  | 'textarea'
  | 'number'
  | 'date'
  | 'select'
  | 'radios'
  | 'checkboxes'

export interface Choice {
  value: string
  label: string
}

/** The view model of `views/components/field.hbs`. */
export interface Field {
  id: string
  name: string
  kind: FieldKind
  label: string
  hint?: string
  error?: string
  required: boolean
  /** ids of hint and error, for `aria-describedby` */
  describedBy: string
  /** what was typed or stands in the record, as text */
  value: string
  choices: (Choice & { id: string; selected: boolean })[]
  /** a list too long to look through without help */
  many: boolean
  attributes: Record<string, string | number>
}

interface Look {
  kind?: FieldKind
  required?: boolean
  /** where the words know no such name, as in the rows of a table */
  label?: string
  choices?: readonly Choice[]
  /** of the HTML element: `maxlength`, `min`, `rows`, `autocomplete`, `inputmode` ... */
  attributes?: Record<string, string | number>
}

interface FormState {
  t: TFunction
  /** where the words stand: `offers:form` has `title.label` and, where one helps, `title.hint` */
  words: string
  /** what was typed, else the record; nested or flat */
  values?: Record<string, unknown>
  errors?: FieldErrors
}

export interface ErrorLink {
  /** of the field's first control */
  href: string
  text: string
}

/** The fields of one form: `field('title', { required: true })` gives a component's whole model. */
export function formFields({ t, words, values = {}, errors = {} }: FormState) {
  const messages = inWords(errors, t)
  return (name: string, look: Look = {}): Field => {
    const key = keyOf(words, name)
    const hint = t(`${key}.hint`, { defaultValue: '' })
    const error = messages[name]
    return {
      ...frame(name, look, values),
      label: look.label ?? t(`${key}.label`),
      ...described(name, hint, error),
    }
  }
}

/**
 * The list above a form that was not accepted, each entry leading to its field. With `words`, as for
 * `formFields`, an entry names its field; without, the sentence stands alone.
 */
export function errorLinks(errors: FieldErrors, t: TFunction, words?: string): ErrorLink[] {
  return Object.entries(inWords(errors, t)).map(([name, text]) => {
    const label = words ? t(`${keyOf(words, name)}.label`, { defaultValue: '' }) : ''
    return { href: `#${idOf(name)}`, text: label ? `${label}: ${text}` : text }
  })
}

const keyOf = (words: string, name: string) => `${words}.${name.replaceAll('.', '-')}`

const idOf = (name: string) => (name ? `field-${name.replaceAll('.', '-')}` : 'form')

function frame(name: string, look: Look, values: Record<string, unknown>) {
  const { kind = 'text', required = false, choices = [], attributes = {} } = look
  const given = textsOf(valueOf(values, name))
  return {
    id: idOf(name),
    name,
    kind,
    required,
    value: given[0] ?? '',
    choices: choices.map((choice, index) => ({
      ...choice,
      id: index === 0 ? idOf(name) : `${idOf(name)}-${index + 1}`,
      selected: given.includes(choice.value),
    })),
    many: choices.length > 12,
    attributes,
  }
}

function described(name: string, hint: string, error: string | undefined) {
  const ids = [hint && `${idOf(name)}-hint`, error && `${idOf(name)}-error`]
  return { ...(hint && { hint }), ...(error && { error }), describedBy: ids.filter(Boolean).join(' ') }
}

const valueOf = (values: Record<string, unknown>, name: string): unknown =>
  name in values ? values[name] : name.split('.').reduce<unknown>(inside, values)

const inside = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined

function textsOf(value: unknown): string[] {
  const values = [value ?? []].flat()
  return values.map((one) => (one instanceof Date ? one.toISOString().slice(0, 10) : String(one)))
}
