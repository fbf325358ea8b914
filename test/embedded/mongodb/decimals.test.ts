import { Decimal128, Double } from 'bson'
import fc from 'fast-check'
import { add, multiply, subtract } from '../../../server/embedded/mongodb/bson/arithmetic.ts'
import {
  divideDecimals,
  remainderOfDecimals,
  rootOfDecimal,
} from '../../../server/embedded/mongodb/bson/decimal-arithmetic.ts'
import {
  type Decimal,
  decimalOf,
  toDecimal128,
} from '../../../server/embedded/mongodb/bson/decimal-number.ts'

const decimal = (text: string) => Decimal128.fromString(text)
const shown = (number: Decimal | undefined) => number && toDecimal128(number).toString()

test.each<[string, string, string]>([
  ['1.20', '3', '4.20'],
  ['1E+3', '0', '1000'],
  ['-0', '0', '0'],
  ['-0', '-0', '-0'],
  ['1.5', '-1.50', '0.00'],
  ['Infinity', '1', 'Infinity'],
  ['Infinity', '-Infinity', 'NaN'],
  ['NaN', '1', 'NaN'],
  ['1.000000000000000000000000000000000', '5E-34', '1.000000000000000000000000000000000'],
  ['1.000000000000000000000000000000001', '5E-34', '1.000000000000000000000000000000002'],
  ['9.999999999999999999999999999999999E+6144', '1E+6144', 'Infinity'],
  ['9999999999999999999999999999999999', '1', '1.000000000000000000000000000000000E+34'],
])('%s and %s make %s', (a, b, expected) => {
  expect(String(add(decimal(a), decimal(b)))).toBe(expected)
})

test.each<[string, string, string]>([
  ['1.20', '3.0', '3.600'],
  ['-2', '0', '-0'],
  ['Infinity', '0', 'NaN'],
  ['Infinity', '-2', '-Infinity'],
  ['1E+6143', '10', '1.000000000000000000000000000000000E+6144'],
  ['9.999999999999999999999999999999999E+6144', '10', 'Infinity'],
  ['1E-6176', '0.5', '0E-6176'],
  ['3E-6176', '0.5', '2E-6176'],
])('%s times %s is %s', (a, b, expected) => {
  expect(String(multiply(decimal(a), decimal(b)))).toBe(expected)
})

test.each<[string, string, string]>([
  ['1', '3', '0.3333333333333333333333333333333333'],
  ['-2', '3', '-0.6666666666666666666666666666666667'],
  ['1.00', '4', '0.25'],
  ['6', '3.0', '2'],
  ['1E+3', '10', '1E+2'],
  ['0.00', '5', '0.00'],
  ['Infinity', '2', 'Infinity'],
  ['Infinity', 'Infinity', 'NaN'],
])('%s by %s is %s', (a, b, expected) => {
  expect(shown(divideDecimals(decimalOf(decimal(a)), decimalOf(decimal(b))))).toBe(expected)
})

test.each<[string, string, string]>([
  ['10.5', '3', '1.5'],
  ['-7', '3', '-1'],
  ['5', '10.00', '5.00'],
  ['5', 'Infinity', '5'],
  ['Infinity', '5', 'NaN'],
])('of %s by %s is left %s', (a, b, expected) => {
  expect(shown(remainderOfDecimals(decimalOf(decimal(a)), decimalOf(decimal(b))))).toBe(expected)
})

test('roots are exact where they can be, and there is none below zero', () => {
  const root = (text: string) => shown(rootOfDecimal(decimalOf(decimal(text))))
  expect(root('144')).toBe('12')
  expect(root('2.25')).toBe('1.5')
  expect(root('3')).toBe('1.732050807568877293527446341505872')
  expect(root('-1')).toBeUndefined()
})

test.each<[number, string]>([
  [0.1, '0.100000000000000'],
  [10, '10.0000000000000'],
  [1 / 3, '0.333333333333333'],
  [123456789012345680, '1.23456789012346E+17'],
  [0, '0'],
  [-0, '-0'],
])('the double %s is the decimal %s', (double, expected) => {
  expect(shown(decimalOf(new Double(double)))).toBe(expected)
})

const numbers = fc
  .tuple(fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }), fc.integer({ min: -6, max: 6 }))
  .map(([digits, exponent]) => ({ digits, exponent, value: decimal(`${digits}E${exponent}`) }))

test('sums, differences and products of up to 34 digits are exact', () => {
  const scaled = ({ digits, exponent }: { digits: bigint; exponent: number }) =>
    digits * 10n ** BigInt(exponent + 6)
  const exactly = (value: unknown, zeros: number) => {
    const { negative, digits, exponent } = decimalOf(value as Decimal128)
    return (negative ? -digits : digits) * 10n ** BigInt(exponent + zeros)
  }
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      expect(exactly(add(a.value, b.value), 6)).toBe(scaled(a) + scaled(b))
      expect(exactly(subtract(a.value, b.value), 6)).toBe(scaled(a) - scaled(b))
      expect(exactly(multiply(a.value, b.value), 12)).toBe(scaled(a) * scaled(b))
    }),
  )
})
