import { checkOwnName } from '../aggregate/variable.ts'
import { fieldPath } from '../query/field-path.ts'
import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import type { Collection, Index } from '../collections/model.ts'
import { refuse } from '../errors.ts'
import { writable } from './out.ts'

const matchedModes = ['replace', 'keepExisting', 'merge', 'fail'] as const
const unmatchedModes = ['insert', 'discard', 'fail'] as const

export interface MergeOptions {
  /** `database.collection` */
  target: string
  /** The fields by which documents are the same. */
  on: readonly string[]
  whenMatched: (typeof matchedModes)[number] | Value[]
  whenNotMatched: (typeof unmatchedModes)[number]
  let: Document
}

const known = new Set(['into', 'on', 'let', 'whenMatched', 'whenNotMatched'])

/** What a `$merge` says. */
export function mergeOptions(operand: Value, database: string): MergeOptions {
  if (typeof operand !== 'string' && !isDocument(operand))
    refuse('TypeMismatch', '$merge requires a string or object argument')
  const options: Document = isDocument(operand) ? operand : new Map([['into', operand]])
  for (const name of options.keys())
    if (!known.has(name)) refuse(40415, `BSON field '$merge.${name}' is an unknown field.`)
  const whenMatched = matchedOf(options.get('whenMatched'))
  const whenNotMatched = unmatchedOf(options.get('whenNotMatched'))
  checkModes(whenMatched, whenNotMatched)
  return {
    target: intoOf(options.get('into'), database),
    on: onOf(options.get('on')),
    whenMatched,
    whenNotMatched,
    let: letOf(options.get('let'), whenMatched),
  }
}

function intoOf(into: Found, database: string): string {
  if (typeof into === 'string') return writable('$merge', database, into)
  if (into === undefined) refuse(40414, "BSON field '$merge.into' is missing but a required field")
  if (!isDocument(into)) refuse(51178, "$merge 'into' field must be either a string or an object")
  for (const name of into.keys())
    if (name !== 'db' && name !== 'coll') refuse(40415, `BSON field 'into.${name}' is an unknown field.`)
  const [db, coll] = [into.get('db') ?? database, into.get('coll')]
  if (typeof db !== 'string' || typeof coll !== 'string')
    refuse(51178, "$merge 'into' field must name a collection")
  return writable('$merge', db, coll)
}

function onOf(on: Found): readonly string[] {
  if (on === undefined) return ['_id']
  if (typeof on !== 'string' && !Array.isArray(on))
    refuse(51186, "$merge 'on' field must be either a string or an array of strings")
  const fields = Array.isArray(on) ? on : [on]
  if (fields.length === 0)
    refuse(51187, "If explicitly specifying $merge 'on', must include at least one field")
  const paths = fields.map((field) =>
    typeof field === 'string' ? field : refuse(51134, "$merge 'on' array elements must be strings"),
  )
  for (const path of paths) fieldPath(path)
  if (new Set(paths).size < paths.length) refuse(31465, 'Found a duplicate field')
  return paths
}

function matchedOf(mode: Found): MergeOptions['whenMatched'] {
  if (mode === undefined) return 'merge'
  if (Array.isArray(mode)) return mode
  if (typeof mode !== 'string')
    refuse(51191, "$merge 'whenMatched' field must be either a string or an array")
  return (
    matchedModes.find((one) => one === mode) ??
    refuse('BadValue', `Enumeration value '${mode}' for field 'whenMatched' is not a valid value.`)
  )
}

function unmatchedOf(mode: Found): MergeOptions['whenNotMatched'] {
  if (mode === undefined) return 'insert'
  if (typeof mode !== 'string') refuse('TypeMismatch', "BSON field '$merge.whenNotMatched' must be a string")
  return (
    unmatchedModes.find((one) => one === mode) ??
    refuse('BadValue', `Enumeration value '${mode}' for field 'whenNotMatched' is not a valid value.`)
  )
}

function checkModes(matched: MergeOptions['whenMatched'], unmatched: MergeOptions['whenNotMatched']): void {
  if ((matched === 'fail' || matched === 'keepExisting') && unmatched !== 'insert')
    refuse(
      51181,
      `Combination of $merge modes 'whenMatched: ${matched}' and 'whenNotMatched: ${unmatched}' is not supported`,
    )
}

function letOf(given: Found, matched: MergeOptions['whenMatched']): Document {
  if (given === undefined) return new Map()
  if (!isDocument(given)) refuse('TypeMismatch', "BSON field '$merge.let' must be an object")
  if (!Array.isArray(matched)) refuse(51199, `Cannot use 'let' variables with 'whenMatched: ${matched}' mode`)
  for (const name of given.keys()) checkOwnName(name)
  if (given.has('new') && given.get('new') !== '$$ROOT')
    refuse(51273, "'let' may not define a value for the reserved 'new' variable other than '$$ROOT'")
  return given
}

/** Refuses fields that no unique index of all documents has, so that two documents could be the same by them. */
export function checkUnique({ on }: MergeOptions, collection: Collection | undefined): void {
  const isId = on.length === 1 && on[0] === '_id'
  if (!isId && !collection?.indexes.some((index) => isUniqueBy(index, on)))
    refuse(51183, 'Cannot find index to verify that join fields will be unique')
}

function isUniqueBy({ unique, filter, fields }: Index, on: readonly string[]): boolean {
  return unique && !filter && fields.length === on.length && fields.every(({ name }) => on.includes(name))
}
