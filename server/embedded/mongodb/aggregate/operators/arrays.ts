import { int32Of, integerOf, isNumeric } from '../../bson/numbers.ts'
import type { Found, Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { type Build, isNothing, kindOf, over, overBy, overInTurn, overPresent } from './build.ts'
import { compareFound } from './logic.ts'

export const arrays: Record<string, Build> = Object.fromEntries([
  over('$size', 1, 1, (array) => arrayFor('$size', array, 17124).length),
  over('$isArray', 1, 1, (value) => Array.isArray(value)),
  overBy(
    '$in',
    2,
    2,
    ({ texts }) =>
      (value, array) =>
        arrayFor('$in', array, 40081).some((element) => compareFound(value, element, texts) === 0),
  ),
  overPresent('$arrayElemAt', 2, 2, (array, index) => elementAt('$arrayElemAt', array, index)),
  overPresent('$first', 1, 1, (array) => elementAt('$first', array, 0)),
  overPresent('$last', 1, 1, (array) => elementAt('$last', array, -1)),
  overInTurn(
    '$concatArrays',
    (value) => void arrayFor('$concatArrays', value, 28664),
    (lists) => lists.flat(1) as Value[],
  ),
  overPresent('$reverseArray', 1, 1, (array) => arrayFor('$reverseArray', array, 34435).toReversed()),
  over('$slice', 2, 3, slice),
  over('$range', 2, 3, range),
  overBy('$indexOfArray', 2, 4, ({ texts }) => (array, value, from, to) => {
    if (isNothing(array)) return null
    const values = arrayFor('$indexOfArray', array, 40090)
    const [start, end] = windowOf('$indexOfArray', from, to, values.length)
    const found = values.findIndex(
      (element, at) => at >= start && at < end && compareFound(element, value, texts) === 0,
    )
    return found
  }),
])

export function arrayFor(name: string, value: Found, code = 28689): Value[] {
  if (Array.isArray(value)) return value
  return refuse(code, `The argument to ${name} must be an array, but was of type: ${kindOf(value)}`)
}

/** The places that a search may look at: from 0, and never behind the end. */
export function windowOf(name: string, from: Found, to: Found, length: number): [number, number] {
  const start = from === undefined ? 0 : placeFor(name, from, 'starting index')
  const end = to === undefined ? length : placeFor(name, to, 'ending index')
  return [start, Math.min(end, length)]
}

function placeFor(name: string, value: Found, which: string): number {
  const place = int32Of(value)
  if (place === undefined)
    refuse(40096, `${name} requires an integral ${which}, found a value of type: ${kindOf(value)}`)
  if (place < 0) refuse(40097, `${name} requires a nonnegative ${which}, found: ${place}`)
  return place
}

function elementAt(name: string, array: Value, index: Value): Found {
  const values = arrayFor(name, array)
  if (!isNumeric(index))
    refuse(28690, `${name}'s second argument must be a numeric value, but is ${kindOf(index)}`)
  const at = int32Of(index)
  if (at === undefined) refuse(28691, `${name}'s second argument must be representable as a 32-bit integer`)
  return values.at(at)
}

function slice(array: Found, first: Found, second: Found): Found {
  if (isNothing(array) || isNothing(first)) return null
  const values = arrayFor('$slice', array, 28724)
  const a = int32For('Second', first, 28725, 28726)
  if (second === undefined) return a < 0 ? values.slice(a) : values.slice(0, a)
  if (second === null) return null
  const b = int32For('Third', second, 28727, 28728)
  if (b <= 0) refuse(28729, `Third argument to $slice must be positive: ${b}`)
  const start = a < 0 ? Math.max(0, values.length + a) : a
  return values.slice(start, start + b)
}

function int32For(which: string, value: Value, noNumber: number, noInteger: number): number {
  if (!isNumeric(value))
    refuse(noNumber, `${which} argument to $slice must be a numeric value, but is of type: ${kindOf(value)}`)
  return (
    int32Of(value) ??
    refuse(noInteger, `${which} argument to $slice can't be represented as a 32-bit integer`)
  )
}

const longestRange = 1_000_000

function range(from: Found, to: Found, by: Found): Value {
  const start = boundOf('starting', from, 34443)
  const end = boundOf('ending', to, 34445)
  const step = by === undefined ? 1 : boundOf('step', by, 34447)
  if (step === 0) refuse(34449, '$range requires a non-zero step value')
  const length = Math.max(0, Math.ceil((end - start) / step))
  if (length > longestRange)
    refuse('ExceededMemoryLimit', '$range would use too much memory and cannot spill to disk')
  return Array.from({ length }, (_, at) => start + at * step)
}

/** `code` is MongoDB's error where it is no number, the next one where it is no int32. */
function boundOf(which: string, value: Found, code: number): number {
  if (!isNumeric(value))
    refuse(code, `$range requires a numeric ${which} value, found value of type: ${kindOf(value)}`)
  const bound = int32Of(value)
  return (
    bound ??
    refuse(
      code + 1,
      `$range requires a ${which} value that can be represented as a 32-bit integer, found value: ${integerOf(value)}`,
    )
  )
}
