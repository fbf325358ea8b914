import { integerOf, isNumeric, toDouble } from '../bson/numbers.ts'
import { typeOf } from '../bson/types.ts'
import { isDocument, type Document, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { isTruthy } from '../query/operators.ts'
import type { Request } from './request.ts'

/** `database.collection`, from the command's first field. */
export function namespaceOf({ command, database }: Request): string {
  const [name, collection] = command.entries().next().value as [string, Value]
  if (typeof collection !== 'string')
    refuse('InvalidNamespace', `collection name has invalid type ${typeOf(collection)} in ${name}`)
  return namespace(database, collection)
}

/** Refuses what no database may be called. */
export function checkDatabase(name: string): void {
  if (!/^[^/\\. "$\0]{1,63}$/.test(name)) refuse('InvalidNamespace', `Invalid database name: '${name}'`)
}

/** `database.collection`; refuses what is no name of either. */
export function namespace(database: string, collection: string): string {
  checkDatabase(database)
  if (collection === '' || collection.startsWith('.') || /[\0$]/.test(collection))
    refuse('InvalidNamespace', `Invalid collection name: '${collection}'`)
  return `${database}.${collection}`
}

/** Refuses a text that is no `database.collection`. */
export function checkNamespace(text: string): void {
  const dot = text.indexOf('.')
  if (dot < 1) refuse('InvalidNamespace', `Invalid namespace specified '${text}'`)
  namespace(text.slice(0, dot), text.slice(dot + 1))
}

export function documentAt(document: Document, name: string): Document | undefined {
  const value = document.get(name)
  if (value === undefined || value === null || isDocument(value)) return value ?? undefined
  return refuseType(name, value, 'object')
}

export function arrayAt(document: Document, name: string): Value[] | undefined {
  const value = document.get(name)
  if (value === undefined || Array.isArray(value)) return value
  return refuseType(name, value, 'array')
}

/** The documents of a field that must be there. */
export function documentsAt(document: Document, name: string): Document[] {
  const values = arrayAt(document, name)
  if (!values) refuse(40414, `BSON field '${name}' is missing but a required field`)
  if (values.length === 0 || values.length > mostDocuments)
    refuse(
      'InvalidLength',
      `Write batch sizes must be between 1 and ${mostDocuments}. Got ${values.length} operations.`,
    )
  return values.map((value) => (isDocument(value) ? value : refuseType(name, value, 'object')))
}

/** Documents in one command at most. */
export const mostDocuments = 100_000

export function stringAt(document: Document, name: string): string {
  const value = document.get(name)
  if (value === undefined) refuse(40414, `BSON field '${name}' is missing but a required field`)
  return typeof value === 'string' ? value : refuseType(name, value, 'string')
}

/** A whole number from 0 on. */
export function countAt(document: Document, name: string): number | undefined {
  const value = document.get(name)
  if (value === undefined || value === null) return undefined
  if (!isNumeric(value)) return refuseType(name, value, 'number')
  const count = integerOf(value) ?? Math.trunc(toDouble(value))
  if (!(count >= 0)) refuse(51024, `BSON field '${name}' value must be >= 0, actual value '${count}'`)
  return count
}

export function flagAt(document: Document, name: string): boolean {
  const value = document.get(name)
  if (value !== undefined && typeof value !== 'boolean' && !isNumeric(value)) refuseType(name, value, 'bool')
  return isTruthy(value)
}

function refuseType(name: string, value: Value, expected: string): never {
  return refuse(
    'TypeMismatch',
    `BSON field '${name}' is the wrong type '${typeOf(value)}', expected type '${expected}'`,
  )
}

/** Refuses fields that the reader of `document` would pass over. */
export function refuseUnknown(document: Document, known: ReadonlySet<string>, kind: string): void {
  for (const name of document.keys())
    if (!known.has(name)) refuse(40415, `BSON field '${kind}.${name}' is an unknown field.`)
}

/** Refuses an option that is known but not kept to, unless its value asks for nothing. */
export function refuseOptions(document: Document, names: readonly string[]): void {
  for (const name of names) {
    const value = document.get(name)
    const isIdle = isDocument(value) ? value.size === 0 : !isTruthy(value)
    if (!isIdle) refuse('CommandNotSupported', `The option '${name}' is not supported`)
  }
}
