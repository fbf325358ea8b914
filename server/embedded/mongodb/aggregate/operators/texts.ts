import { BSONSymbol, Code, Double, Timestamp } from 'bson'
import { textOf } from '../../bson/compare.ts'
import type { Found } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { isNothing, kindOf } from './build.ts'
import { isoText } from './date-text.ts'

/** The text that `$toLower`, `$substrCP` and their like make of a value; none of null. */
export function looseText(value: Found): string {
  if (isNothing(value)) return ''
  if (typeof value === 'string' || value instanceof BSONSymbol) return textOf(value)
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (value instanceof Date) return isoText(value)
  if (value instanceof Code) return value.code
  if (value instanceof Double) return shortDouble(value.value)
  if (value instanceof Timestamp)
    return refuse('CommandNotSupported', 'Text of a timestamp is not supported here')
  return refuse(16007, `can't convert from BSON type ${kindOf(value)} to String`)
}

/** With up to 15 digits, which are the same by any way of writing them. */
function shortDouble(value: number): string {
  const text = doubleText(value)
  const digits = text.replace(/e.*$/, '').replace(/\D/g, '').replace(/^0+/, '')
  return digits.length <= 15 && !text.includes('e')
    ? text
    : refuse('CommandNotSupported', `Text of the double ${text} is not supported here`)
}

/** The shortest text that is read as the same double. */
export function doubleText(value: number): string {
  if (Object.is(value, -0)) return '-0'
  const size = Math.abs(value)
  if (!Number.isFinite(value) || size === 0 || (size >= 1e-4 && size < 1e16)) return String(value)
  return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2')
}
