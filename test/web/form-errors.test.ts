import { expect, test } from '@jest/globals'
import { z } from 'zod'
import { asProblems, fieldErrors, inWords } from '../../server/web/form-errors.ts'
import { createTranslations } from '../../server/web/i18n.ts'

const schema = z.strictObject({
  title: z.string().min(5).max(20),
  types: z.array(z.enum(['cash', 'expertise'])).min(1),
  sdgs: z.array(z.int().min(1).max(17)).default([]),
  quantity: z.object({ amount: z.number().positive(), unit: z.string().min(1) }).optional(),
  email: z.email().optional(),
  until: z.coerce
    .date()
    .optional()
    .refine((date) => !date || date > new Date('2026-01-01'), 'offers:form.past-date'),
})

function errorsOf(input: unknown) {
  const parsed = schema.safeParse(input)
  return parsed.success ? {} : fieldErrors(parsed.error, input)
}

const good = { title: 'Solar lamps', types: ['cash'] }
const { translator } = await createTranslations()

test.each<[string, unknown, Record<string, string>]>([
  ['nothing wrong', good, {}],
  ['missing', { types: ['cash'] }, { title: 'Fill this in.' }],
  ['empty', { ...good, title: '' }, { title: 'Fill this in.' }],
  ['too short', { ...good, title: 'Sun' }, { title: 'Write at least 5 characters.' }],
  ['too long', { ...good, title: 'x'.repeat(21) }, { title: 'Write at most 20 characters.' }],
  ['wrong type', { ...good, title: 7 }, { title: 'This could not be understood.' }],
  ['no choice', { ...good, types: [] }, { types: 'Choose at least one.' }],
  ['unknown code in a list', { ...good, types: ['gold'] }, { types: 'Choose from the list.' }],
  ['number out of range', { ...good, sdgs: [3, 18] }, { sdgs: 'Give a number of 17 or less.' }],
  [
    'text for a number',
    { ...good, quantity: { amount: 'many', unit: 'kg' } },
    { 'quantity.amount': 'Give a number.' },
  ],
  ['missing part', { ...good, quantity: { amount: 3 } }, { 'quantity.unit': 'Fill this in.' }],
  ['no e-mail', { ...good, email: 'me' }, { email: 'Give an e-mail address such as name@example.org.' }],
  [
    'unknown fields',
    { ...good, owner: 'me', status: 'open' },
    {
      owner: 'This field is not known here.',
      status: 'This field is not known here.',
    },
  ],
])('%s', (_name, input, expected) => {
  expect(inWords(errorsOf(input), translator('en'))).toEqual(expected)
})

test("a schema's own message is a key when it looks like one", () => {
  expect(errorsOf({ ...good, until: '2020-01-01' })).toEqual({
    until: { key: 'offers:form.past-date', values: {} },
  })
})

test('the reader gets the words of the own language, with its plural', () => {
  const errors = errorsOf({ types: [], title: 'Sol' })
  expect(inWords(errors, translator('fr'))).toEqual({
    title: 'Écrivez au moins 5 caractères.',
    types: 'Choisissez au moins un élément.',
  })
})

test('an answer to a program lists field and message', () => {
  expect(asProblems(errorsOf({ ...good, title: '' }), translator('en'))).toEqual([
    { field: 'title', message: 'Fill this in.' },
  ])
})
