import type { TFunction } from 'i18next'
import type { ZodError } from 'zod'
import type { FieldProblem } from './problem.ts'

type Issue = ZodError['issues'][number]

/** A sentence by its key in the locales and what fills it. */
export interface FieldError {
  key: string
  values: Record<string, string | number>
}

/**
 * The first thing wrong with each field, by the field's path with dots; an entry of a list counts as the list,
 * '' is the form as a whole.
 */
export type FieldErrors = Record<string, FieldError>

/** `input` is what the schema was given: with it a missing field is told from a wrong one. */
export function fieldErrors(error: ZodError, input: unknown): FieldErrors {
  // without a prototype: a field may be called `constructor`
  const errors: FieldErrors = Object.create(null)
  for (const issue of error.issues) {
    const found = describe(issue, input)
    for (const field of fieldsOf(issue)) errors[field] ??= found
  }
  return errors
}

export const inWords = (errors: FieldErrors, t: TFunction): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([field, { key, values }]) => [field, t(key, values)]))

/** The same for `errors` of a problem+json answer. */
export const asProblems = (errors: FieldErrors, t: TFunction): FieldProblem[] =>
  Object.entries(inWords(errors, t)).map(([field, message]) => ({ field, message }))

function fieldsOf(issue: Issue): string[] {
  const path = issue.path.filter((part) => typeof part !== 'number').map(String)
  const names = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path]
  return names.map((parts) => parts.join('.'))
}

/** A schema's own message counts as a key when it looks like one (`offers:form.past-date`). */
function describe(issue: Issue, input: unknown): FieldError {
  if (/^[\w-]+:[\w.-]+$/.test(issue.message)) return { key: issue.message, values: {} }
  const values = limitsOf(issue)
  return { key: `form.errors.${reasonOf(issue, valueAt(input, issue.path))}`, values }
}

function reasonOf(issue: Issue, value: unknown): string {
  if (issue.code === 'unrecognized_keys') return 'unknown-field'
  if (value === undefined || value === null || value === '') return 'required'
  if (issue.code === 'too_small') return sizeReasons(issue.origin)[0]
  if (issue.code === 'too_big') return sizeReasons(issue.origin)[1]
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return 'choice'
  if (issue.code === 'invalid_format') return formats.has(issue.format) ? issue.format : 'format'
  return issue.code === 'invalid_type' ? (types[issue.expected] ?? 'format') : 'format'
}

const formats = new Set(['email', 'url', 'date'])
const types: Partial<Record<string, string>> = {
  number: 'number',
  int: 'whole',
  date: 'date',
  array: 'choice',
}

function sizeReasons(origin: string): [tooSmall: string, tooBig: string] {
  if (origin === 'string') return ['too-short', 'too-long']
  if (origin === 'array' || origin === 'set') return ['too-few', 'too-many']
  return origin === 'date' ? ['too-early', 'too-late'] : ['too-low', 'too-high']
}

/** `count` chooses the plural form of the sentence. */
function limitsOf(issue: Issue): FieldError['values'] {
  if (issue.code !== 'too_small' && issue.code !== 'too_big') return {}
  const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum
  return { count: Number(limit) }
}

function valueAt(input: unknown, path: Issue['path']): unknown {
  return path.reduce<unknown>((value, key) => (isRecord(value) ? value[String(key)] : undefined), input)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
