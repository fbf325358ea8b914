import { equals } from '../../bson/compare.ts'
import { integerOf } from '../../bson/numbers.ts'
import { typeOf } from '../../bson/types.ts'
import { isDocument, type Document, type Found, type Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { type Build, isNothing, over, overPresent } from './build.ts'

export const arrays: Record<string, Build> = Object.fromEntries([
  over('$size', 1, 1, (array) => arrayFor('$size', array, 17124).length),
  over('$isArray', 1, 1, (value) => Array.isArray(value)),
  over('$in', 2, 2, (value, array) =>
    arrayFor('$in', array, 40081).some((element) => equals(value, element)),
  ),
  overPresent('$arrayElemAt', 2, 2, elementAt),
  overPresent('$first', 1, 1, (array) => arrayFor('$first', array)[0]),
  overPresent('$last', 1, 1, (array) => arrayFor('$last', array).at(-1)),
  overPresent('$concatArrays', 0, Infinity, (...lists) =>
    lists.flatMap((list) => arrayFor('$concatArrays', list, 28664)),
  ),
  overPresent('$reverseArray', 1, 1, (array) => arrayFor('$reverseArray', array, 34435).toReversed()),
  overPresent('$slice', 2, 3, slice),
  overPresent('$objectToArray', 1, 1, objectToArray),
  overPresent('$arrayToObject', 1, 1, arrayToObject),
  over('$mergeObjects', 0, Infinity, mergeObjects),
  over('$range', 2, 3, range),
])

export function arrayFor(name: string, value: Found, code = 28689): Value[] {
  if (Array.isArray(value)) return value
  return refuse(
    code,
    `The argument to ${name} must be an array, but was of type: ${value === undefined ? 'missing' : typeOf(value)}`,
  )
}

function elementAt(array: Value, index: Value): Found {
  const at = integerOf(index)
  if (at === undefined) refuse(28691, "$arrayElemAt's second argument must be a 32-bit integer")
  return arrayFor('$arrayElemAt', array).at(at)
}

function slice(array: Value, first: Value, second?: Value): Value {
  const values = arrayFor('$slice', array, 28724)
  const [a, b] = [integerOf(first), second === undefined ? undefined : integerOf(second)]
  if (a === undefined || (second !== undefined && b === undefined))
    refuse(28725, 'The arguments to $slice must be 32-bit integers')
  if (b === undefined) return a < 0 ? values.slice(a) : values.slice(0, a)
  if (b <= 0) refuse(28729, 'Third argument to $slice must be positive')
  const start = a < 0 ? Math.max(0, values.length + a) : a
  return values.slice(start, start + b)
}

function objectToArray(value: Value): Value {
  if (!isDocument(value)) refuse(40390, '$objectToArray requires a document input')
  return [...value].map(
    ([k, v]): Document =>
      new Map<string, Value>([
        ['k', k],
        ['v', v],
      ]),
  )
}

function arrayToObject(value: Value): Value {
  return new Map(arrayFor('$arrayToObject', value, 40386).map(pairOf))
}

function pairOf(element: Value): [string, Value] {
  const [name, value] = isDocument(element)
    ? [element.get('k'), element.get('v')]
    : Array.isArray(element)
      ? element
      : []
  if (typeof name !== 'string' || value === undefined)
    refuse(40398, '$arrayToObject needs pairs of a name and a value')
  return [name, value]
}

function mergeObjects(...values: Found[]): Value {
  const merged: Document = new Map()
  for (const value of values.filter((one) => !isNothing(one))) {
    if (!isDocument(value)) refuse(40400, '$mergeObjects requires object inputs')
    for (const [name, inner] of value) merged.set(name, inner)
  }
  return merged
}

const longestRange = 1_000_000

function range(from: Found, to: Found, by?: Found): Value {
  const [start, end, step] = [integerOf(from), integerOf(to), by === undefined ? 1 : integerOf(by)]
  if (start === undefined || end === undefined || step === undefined)
    refuse(34443, '$range requires 32-bit integers')
  if (step === 0) refuse(34449, '$range requires a non-zero step value')
  const length = Math.max(0, Math.ceil((end - start) / step))
  if (length > longestRange) refuse('QueryExceededMemoryLimitNoDiskUseAllowed', '$range would be too long')
  return Array.from({ length }, (_, at) => start + at * step)
}
