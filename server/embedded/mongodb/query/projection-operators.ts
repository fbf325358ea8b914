import { isNumeric, toDouble } from '../bson/numbers.ts'
import { typeOf } from '../bson/types.ts'
import { isDocument, type Document, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { setPath } from './field-path.ts'
import { type Condition, pathsIn, rootOf } from './condition.ts'
import type { Context } from './context.ts'
import { compileFilter } from './filter.ts'
import { matchedPosition } from './matched-position.ts'

/** Changes the shaped document after its fields were chosen. */
export type Step = (from: Document, shaped: Document) => void

type Cut = (array: Value[]) => Value[]

/** `{ $slice: n }` or `{ $slice: [skip, n] }`; `undefined` for what an aggregation means by `$slice`. */
export function projectSlice(path: string, operand: Value): Step | undefined {
  const numbers = Array.isArray(operand) ? operand : [operand]
  if (!numbers.every(isNumeric) || (Array.isArray(operand) && numbers.length !== 2)) return undefined
  const [first, count] = numbers.map((number) => Math.trunc(toDouble(number))) as [number, number?]
  if (count !== undefined && count <= 0)
    refuse(28724, 'First argument to $slice must be an array, but is of type: int')
  return (_from, shaped) => cutAt(shaped, path.split('.'), (array) => slice(array, first, count))
}

function slice(array: Value[], first: number, count: number | undefined): Value[] {
  if (count === undefined) return first < 0 ? array.slice(first) : array.slice(0, first)
  const start = first < 0 ? Math.max(0, array.length + first) : first
  return array.slice(start, start + count)
}

/** Replaces the array at the path, in each document of an array on the way, but not in arrays within it. */
function cutAt(document: Document, path: readonly string[], cut: Cut): void {
  const [name, ...rest] = path as [string, ...string[]]
  const value = document.get(name)
  if (value === undefined) return
  document.set(name, rest.length === 0 ? cutArray(value, cut) : cutWithin(value, rest, cut))
}

function cutArray(value: Value, cut: Cut): Value {
  return Array.isArray(value) ? cut(value) : value
}

function cutWithin(value: Value, path: readonly string[], cut: Cut): Value {
  if (Array.isArray(value))
    return value.map((element) => (isDocument(element) ? cutWithin(element, path, cut) : element))
  if (!isDocument(value)) return value
  const result: Document = new Map(value)
  cutAt(result, path, cut)
  return result
}

/** `{ $elemMatch: query }`: the first element that meets it, in an array of its own. */
export function projectElement(path: string, operand: Value, context: Context): Step {
  if (!isDocument(operand))
    refuse(31274, `elemMatch: Invalid argument, object required, but got ${typeOf(operand)}`)
  if (path.includes('.')) refuse(31275, 'Cannot use $elemMatch projection on a nested field.')
  const condition = compileFilter(new Map([[path, new Map([['$elemMatch', operand]])]]), context)
  const matches = (element: Value) => condition.matches(new Map([[path, [element]]]))
  return (from, shaped) => {
    const array = from.get(path)
    const found = Array.isArray(array) ? array.find(matches) : undefined
    if (found === undefined) shaped.delete(path)
    else shaped.set(path, [found])
  }
}

/** `'path.$': 1`: of the first array on the path only the element that the query met. */
export function projectPosition(name: string, query: Condition): { path: string; apply: Step } {
  if (!pathsIn(query).some((path) => rootOf(path) === rootOf(name)))
    refuse(31277, `Positional projection '${name}' does not match the query document.`)
  if (name.endsWith('.$.')) refuse(31270, "Path cannot end with '.$.'")
  const segments = name.split('.')
  const at = segments.indexOf('$')
  if (segments.indexOf('$', at + 1) > 0) refuse(31287, `Cannot use positional operator twice: ${name}`)
  const path = segments.slice(0, at)
  return { path: path.join('.'), apply: (from, shaped) => keepElement(from, shaped, path, query) }
}

function keepElement(from: Document, shaped: Document, path: readonly string[], query: Condition): void {
  let value: Value | undefined = shaped
  for (const [at, segment] of path.entries()) {
    value = isDocument(value) ? value.get(segment) : undefined
    if (!Array.isArray(value)) continue
    const array = path.slice(0, at + 1)
    return setPath(shaped, array, [elementOf(value, matchedPosition(from, array.join('.'), query))])
  }
}

function elementOf(array: readonly Value[], position: number | undefined): Value {
  if (position === undefined)
    refuse(51246, "positional operator '.$' couldn't find a matching element in the array")
  const element = array[position]
  return element === undefined ? refuse(51247, "positional operator '.$' element mismatch") : element
}
