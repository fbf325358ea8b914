import { integerOf } from '../bson/numbers.ts'
import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { compileFilter } from './filter.ts'

export type Project = (document: Document) => Document

type Special = (from: Document, to: Document, path: string) => void

/** `{ $slice: n }` or `{ $slice: [skip, n] }`. */
export function projectSlice(operand: Value): Special {
  const numbers = (Array.isArray(operand) ? operand : [operand]).map(integerOf)
  const [first, count] = numbers
  if (first === undefined || numbers.length > 2 || numbers.includes(undefined))
    refuse('BadValue', '$slice needs a number or a list of two')
  if (numbers.length === 2 && (count as number) <= 0)
    refuse(28724, 'First argument to $slice must be a positive number')
  return (_from, to, path) => replaceArray(to, path.split('.'), (array) => slice(array, first, count))
}

function slice(array: Value[], first: number, count: number | undefined): Value[] {
  if (count === undefined) return first < 0 ? array.slice(first) : array.slice(0, first)
  const start = first < 0 ? Math.max(0, array.length + first) : first
  return array.slice(start, start + count)
}

function replaceArray(
  document: Document,
  path: readonly string[],
  change: (array: Value[]) => Value[],
): void {
  const [name, ...rest] = path as [string, ...string[]]
  const value = document.get(name)
  if (value === undefined) return
  document.set(name, rest.length === 0 ? changeArray(value, change) : changeWithin(value, rest, change))
}

function changeArray(value: Value, change: (array: Value[]) => Value[]): Value {
  return Array.isArray(value) ? change(value) : value
}

function changeWithin(value: Value, path: readonly string[], change: (array: Value[]) => Value[]): Value {
  if (Array.isArray(value)) return value.map((element) => changeWithin(element, path, change))
  if (!isDocument(value)) return value
  const result: Document = new Map(value)
  replaceArray(result, path, change)
  return result
}

/** `{ $elemMatch: query }`: the first element that meets it, in an array of its own. */
export function projectElement(path: string, operand: Value): Special {
  if (path.includes('.')) refuse(31275, 'Cannot use $elemMatch projection on a nested field')
  if (!isDocument(operand)) refuse(31274, '$elemMatch: the value must be an object')
  const matches = elementMatcher(operand)
  return (from, to) => {
    const found = firstOf(from.get(path), matches)
    if (found === undefined) to.delete(path)
    else to.set(path, [found])
  }
}

function elementMatcher(operand: Document): (element: Value) => boolean {
  const condition = compileFilter(new Map([['element', new Map([['$elemMatch', operand]])]]))
  return (element) => condition.matches(new Map([['element', [element]]]))
}

function firstOf(value: Found, matches: (element: Value) => boolean): Found {
  return Array.isArray(value) ? value.find(matches) : undefined
}
