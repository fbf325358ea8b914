import { isDocument, documentOf, type Document, type Found, type Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import type { Compiler, Expression } from '../expression.ts'
import { mergeInto } from '../merge-into.ts'
import { arrayFor } from './arrays.ts'
import { type Build, isNothing, kindOf, over, overPresent } from './build.ts'
import { compiledParts } from './parts.ts'

/** Operators on documents. */
export const objects: Record<string, Build> = {
  ...Object.fromEntries([
    overPresent('$objectToArray', 1, 1, objectToArray),
    overPresent('$arrayToObject', 1, 1, arrayToObject),
    over('$mergeObjects', 0, Infinity, mergeObjects),
  ]),
  $getField: getField,
  $setField: (operand, compiler) => {
    const parts = {
      noDocument: 4161100,
      unknown: 4161101,
      needed: { field: 4161102, input: 4161109, value: 4161103 },
    }
    return setField('$setField', operand, parts, compiler)
  },
  $unsetField: (operand, compiler) => {
    const parts = { noDocument: 4161110, unknown: 4161111, needed: { field: 4161112, input: 4161113 } }
    return setField('$unsetField', operand, parts, compiler)
  },
}

function objectToArray(value: Value): Value {
  if (!isDocument(value)) refuse(40390, `$objectToArray requires a document input, found: ${kindOf(value)}`)
  return [...value].map(([k, v]) => documentOf({ k, v }))
}

/** The first element says whether all are pairs or all are documents of `k` and `v`. */
function arrayToObject(value: Value): Value {
  const elements = arrayFor('$arrayToObject', value, 40386)
  const [first] = elements
  if (first !== undefined && !Array.isArray(first) && !isDocument(first))
    refuse(40398, `Unrecognised input type format for $arrayToObject: ${kindOf(first)}`)
  return new Map(elements.map(Array.isArray(first) ? pairOf : entryOf))
}

function pairOf(element: Value): [string, Value] {
  if (!Array.isArray(element))
    refuse(40396, `$arrayToObject requires a consistent input format, found: ${kindOf(element)}`)
  if (element.length !== 2)
    refuse(40397, `$arrayToObject requires an array of size 2 arrays, found array of size: ${element.length}`)
  const [name, value] = element as [Value, Value]
  if (typeof name !== 'string')
    refuse(40395, `$arrayToObject requires keys of type string. Found key type: ${kindOf(name)}`)
  if (name.includes('\0')) refuse(4940400, 'Key field cannot contain an embedded null byte')
  return [name, value]
}

function entryOf(element: Value): [string, Value] {
  if (!isDocument(element))
    refuse(40391, `$arrayToObject requires a consistent input format, found: ${kindOf(element)}`)
  if (element.size !== 2)
    refuse(40392, `$arrayToObject requires an object keys of 'k' and 'v'. Found ${element.size} keys`)
  const [name, value] = [element.get('k'), element.get('v')]
  if (name === undefined || value === undefined)
    refuse(40393, "$arrayToObject requires an object with keys 'k' and 'v'. Missing either or both keys")
  if (typeof name !== 'string')
    refuse(40394, `$arrayToObject requires 'k' to be of type string. Found type: ${kindOf(name)}`)
  if (name.includes('\0')) refuse(4940401, 'Key field cannot contain an embedded null byte')
  return [name, value]
}

function mergeObjects(...values: Found[]): Value {
  const merged: Document = new Map()
  const operands = values.length === 1 && Array.isArray(values[0]) ? values[0] : values
  for (const value of operands) mergeInto(merged, value)
  return merged
}

/** A name stands for a field of the document itself; the field may have dots and dollars in its name. */
function getField(operand: Value, compiler: Compiler): Expression {
  const isShort = !isDocument(operand) || [...operand.keys()][0]?.startsWith('$')
  const named: Value = isShort ? documentOf({ field: operand, input: '$$CURRENT' }) : operand
  const { field, input } = compiledParts(
    '$getField',
    named,
    { noDocument: 3041701, unknown: 3041701, needed: { field: 3041702, input: 3041703 } },
    compiler,
  ) as { field: Expression; input: Expression }
  return (scope) => {
    const name = field(scope)
    if (typeof name !== 'string')
      refuse(3041704, `$getField requires 'field' to evaluate to type String, but got ${kindOf(name)}`)
    const value = input(scope)
    if (isNothing(value)) return value
    return isDocument(value) ? value.get(name) : undefined
  }
}

type FieldParts = Parameters<typeof compiledParts<'field' | 'input' | 'value'>>[2]

/** The name must be known beforehand: a text, or `$literal` of one. A missing value removes the field. */
function setField(operator: string, operand: Value, shape: FieldParts, compiler: Compiler): Expression {
  const { input, value } = compiledParts(operator, operand, shape, compiler)
  const name = constantName(operator, (operand as Document).get('field') as Value)
  return (scope) => {
    const document = input?.(scope)
    if (isNothing(document)) return null
    if (!isDocument(document))
      refuse(4161105, `${operator} requires 'input' to evaluate to type Object, but got ${kindOf(document)}`)
    return withField(document, name, value?.(scope))
  }
}

function constantName(operator: string, field: Value): string {
  const literal = isDocument(field) ? (field.get('$literal') ?? field.get('$const')) : undefined
  const name = literal ?? field
  if (typeof name === 'string' && (literal !== undefined || !name.startsWith('$'))) return name
  if (typeof name === 'string' || isDocument(name))
    refuse(4161108, `${operator} requires 'field' to evaluate to a constant`)
  return refuse(4161107, `${operator} requires 'field' to evaluate to type String, but got ${kindOf(name)}`)
}

function withField(document: Document, name: string, value: Found): Document {
  const result: Document = new Map(document)
  if (value === undefined) result.delete(name)
  else result.set(name, value)
  return result
}
