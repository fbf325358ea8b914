import { expect, test } from '@jest/globals'
import { formValues } from '../../server/web/form-values.ts'

const shape = { lists: ['countries', 'sdgs'], numbers: ['quantity.amount', 'sdgs'] }

test('dotted names nest, lists are lists, numbers are numbers, empty fields are absent', () => {
  const body = {
    _csrf: 'token',
    title: '  Solar refrigerators ',
    'quantity.amount': '1 200.5',
    'quantity.unit': 'pieces',
    countries: 'KEN',
    sdgs: ['3', '7'],
    industry: '',
    urgency: '   ',
  }
  expect(formValues(body, shape)).toEqual({
    title: 'Solar refrigerators',
    quantity: { amount: 1200.5, unit: 'pieces' },
    countries: ['KEN'],
    sdgs: [3, 7],
  })
})

test.each(['many', '1,000', '1.2.3', 'Infinity'])('%s is no number and stays as typed', (typed) => {
  expect(formValues({ 'quantity.amount': typed }, shape)).toEqual({ quantity: { amount: typed } })
})

test('a list without a choice is an empty list only where one was sent', () => {
  expect(formValues({ countries: '' }, shape)).toEqual({ countries: [] })
  expect(formValues({}, shape)).toEqual({})
})

test('a field given twice counts once unless it is a list', () => {
  expect(formValues({ title: ['One', 'Two'] })).toEqual({ title: 'One' })
})

test('names that mean something to JavaScript are dropped and change no prototype', () => {
  const body = JSON.parse(
    '{"__proto__": "x", "a.__proto__.polluted": "y", "constructor.prototype.b": "z", "a b": "c"}',
  )
  expect(formValues(body)).toEqual({})
  expect('polluted' in {}).toBe(false)
})

test('a field cannot be a text and hold parts at once; the first wins', () => {
  expect(formValues({ quantity: 'ten', 'quantity.amount': '10' }, shape)).toEqual({ quantity: 'ten' })
})

test.each([undefined, null])('a request without a body (%s) has no values', (body) => {
  expect(formValues(body)).toEqual({})
})
