import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { refuseConflicts } from './conflicts.ts'
import { operators } from './operators.ts'
import { type Change, changeField, fieldOf } from './paths.ts'
import { type ArrayFilters, resolvePositions } from './positions.ts'
import type { Occasion, Update } from './update.ts'

interface Modification {
  path: string
  apply(document: Document, occasion: Occasion): void
}

/** Compiles `$set` and its like. Fields are taken in the order of their names, as MongoDB does. */
export function compileModifiers(update: Document, filters: ArrayFilters): Update {
  const modifications = [...update].flatMap(([name, fields]) => compileModifier(name, fields, filters))
  refuseConflicts(modifications.map(({ path }) => path))
  refuseUnused(filters, modifications)
  const ordered = modifications.toSorted((a, b) => comparePaths(a.path, b.path))
  return (document, occasion) => {
    for (const modification of ordered) modification.apply(document, occasion)
    return document
  }
}

function compileModifier(name: string, fields: Value, filters: ArrayFilters): Modification[] {
  if (name !== '$rename' && !Object.hasOwn(operators, name)) refuseModifier(name)
  if (!isDocument(fields))
    refuse('FailedToParse', `Modifiers operate on fields but we found another type for ${name}`)
  return [...fields].flatMap(([path, operand]) => {
    refuseEmpty(path)
    return name === '$rename' ? compileRename(path, operand) : [compileChange(name, path, operand, filters)]
  })
}

function refuseModifier(name: string): never {
  if (name === '$bit') refuse('CommandNotSupported', '$bit is not supported')
  return refuse(
    'FailedToParse',
    `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
  )
}

function refuseEmpty(path: string): void {
  if (path.split('.').includes(''))
    refuse(56, `The update path '${path}' contains an empty field name, which is not allowed.`)
  if (path.startsWith('$'))
    refuse('DollarPrefixedFieldName', `The dollar ($) prefixed field '${path}' is not valid for storage.`)
}

function compileChange(name: string, path: string, operand: Value, filters: ArrayFilters): Modification {
  const change = (operators[name] as (operand: Value, path: string) => Change)(operand, path)
  const apply = (document: Document, { query, isInsert }: Occasion) => {
    if (name === '$setOnInsert' && !isInsert) return
    for (const resolved of resolvePositions(document, path, { query, filters }))
      changeField(document, resolved, change)
  }
  return { path, apply }
}

/** The old name's field is removed first, then set under the new one. */
function compileRename(from: string, to: Value): Modification[] {
  if (typeof to !== 'string') refuse('BadValue', `The 'to' field for $rename must be a string: ${from}`)
  refuseEmpty(to)
  if (`${from}.${to}`.includes('$')) refuse('BadValue', `The fields of $rename may not be dynamic: ${from}`)
  const apply = (document: Document) => {
    const value = readField(document, from.split('.'))
    if (value === undefined) return
    changeField(document, from.split('.'), { creates: false, apply: () => undefined })
    changeField(document, to.split('.'), { creates: true, apply: () => value })
  }
  return [
    { path: from, apply },
    { path: to, apply: () => undefined },
  ]
}

function readField(document: Document, path: readonly string[]): Found {
  return path.reduce<Found>((value, segment) => {
    if (Array.isArray(value))
      refuse('BadValue', 'The source and destination of $rename cannot be array elements')
    return isDocument(value) ? fieldOf(value, segment) : undefined
  }, document)
}

function refuseUnused(filters: ArrayFilters, modifications: readonly Modification[]): void {
  for (const name of filters.keys())
    if (!modifications.some(({ path }) => path.includes(`$[${name}]`)))
      refuse('FailedToParse', `The array filter for identifier '${name}' was not used in the update`)
}

/** Positions of arrays as numbers, names as text. */
function comparePaths(a: string, b: string): number {
  const left = a.split('.')
  const right = b.split('.')
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const order = compareSegments(left[at] as string, right[at] as string)
    if (order !== 0) return order
  }
  return left.length - right.length
}

function compareSegments(a: string, b: string): number {
  const isNumber = /^\d+$/
  if (isNumber.test(a) && isNumber.test(b) && a !== b) return Number(a) - Number(b)
  if (a === b) return 0
  return a < b ? -1 : 1
}
