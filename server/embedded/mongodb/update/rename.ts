import { describeFields } from '../bson/describe.ts'
import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { changeField, fieldOf } from './paths.ts'
import { isDynamic, updatePath } from './update-path.ts'

export interface Renaming {
  from: readonly string[]
  to: readonly string[]
  apply(document: Document): void
}

/** `$rename` of one field: its value is set under the new name, then the old one is removed. */
export function compileRename(name: string, operand: Value): Renaming {
  if (typeof operand !== 'string')
    refuse(
      'BadValue',
      `The 'to' field for $rename must be a string: ${describeFields(new Map([[name, operand]])).slice(2, -2)}`,
    )
  if (operand.includes('\0'))
    refuse('BadValue', "The 'to' field for $rename cannot contain an embedded null byte")
  const from = updatePath(name)
  const to = updatePath(operand)
  refusePair(from, to)
  return { from, to, apply: (document) => move(document, from, to) }
}

function refusePair(from: readonly string[], to: readonly string[]): void {
  if (from.join('.') === to.join('.'))
    refuse('BadValue', `The source and target field for $rename must differ: ${from.join('.')}`)
  const shared = Math.min(from.length, to.length)
  if (from.slice(0, shared).join('.') === to.slice(0, shared).join('.'))
    refuse(
      'BadValue',
      `The source and target field for $rename must not be on the same path: ${from.join('.')}`,
    )
  if (isDynamic(from))
    refuse('BadValue', `The source field for $rename may not be dynamic: ${from.join('.')}`)
  if (isDynamic(to))
    refuse('BadValue', `The destination field for $rename may not be dynamic: ${to.join('.')}`)
}

function move(document: Document, from: readonly string[], to: readonly string[]): void {
  const value = readField(document, from)
  if (value === undefined) return
  refuseArrays(document, from, 'source')
  refuseArrays(document, to, 'destination')
  changeField(document, to, { missing: 'made', apply: () => value })
  changeField(document, from, { missing: 'ignored', apply: () => undefined })
}

/** The value to move; a path through something that has no fields is refused. */
function readField(document: Document, path: readonly string[]): Found {
  let found: Found
  changeField(document, path, {
    missing: 'left',
    apply: (old) => (found = old),
  })
  return found
}

function refuseArrays(document: Document, path: readonly string[], role: string): void {
  let value: Found = document
  for (const segment of path.slice(0, -1)) {
    value = isDocument(value) ? fieldOf(value, segment) : undefined
    if (Array.isArray(value))
      refuse(
        'BadValue',
        `The ${role} field cannot be an array element, '${path.join('.')}' has an array field called '${segment}'`,
      )
  }
}
