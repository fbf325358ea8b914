import { expect, test } from '@jest/globals'
import { errorLinks, formFields } from '../../server/web/forms.ts'
import { createTranslations } from '../../server/web/i18n.ts'

const { translator } = await createTranslations()
const t = translator('en')
const short = { key: 'form.errors.too-short', values: { count: 5 } }

test('a field keeps what was typed and names its error and hint', () => {
  const field = formFields({ t, words: 'errors', values: { invalid: '<b>' }, errors: { invalid: short } })
  expect(field('invalid', { required: true, attributes: { maxlength: 160 } })).toEqual({
    id: 'field-invalid',
    name: 'invalid',
    kind: 'text',
    required: true,
    value: '<b>',
    choices: [],
    many: false,
    attributes: { maxlength: 160 },
    label: 'errors.invalid.label',
    error: 'Write at least 5 characters.',
    describedBy: 'field-invalid-error',
  })
})

test('nested and flat values are found, dates become days', () => {
  const values = { quantity: { amount: 0 }, 'value.currency': 'USD', from: new Date('2027-03-01T12:00Z') }
  const field = formFields({ t, words: 'x', values })
  expect(field('quantity.amount').value).toBe('0')
  expect(field('value.currency').value).toBe('USD')
  expect(field('from').value).toBe('2027-03-01')
  expect(field('quantity.unit').value).toBe('')
})

test('what was chosen stays chosen, and each choice has an id of its own', () => {
  const choices = [
    { value: '1', label: 'One' },
    { value: '2', label: 'Two' },
    { value: '3', label: 'Three' },
  ]
  const field = formFields({ t, words: 'x', values: { sdgs: [2, 3] } })('sdgs', {
    kind: 'checkboxes',
    choices,
  })
  expect(field.choices.map(({ id, selected }) => [id, selected])).toEqual([
    ['field-sdgs', false],
    ['field-sdgs-2', true],
    ['field-sdgs-3', true],
  ])
})

test('the list above the form leads to the first control of each field', () => {
  const errors = { 'quantity.amount': { key: 'form.errors.number', values: {} }, '': short }
  expect(errorLinks(errors, t)).toEqual([
    { href: '#field-quantity-amount', text: 'Give a number.' },
    { href: '#form', text: 'Write at least 5 characters.' },
  ])
})
