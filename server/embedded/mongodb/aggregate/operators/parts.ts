import { isDocument, type Document, type Value } from '../../bson/value.ts'
import { type ErrorName, refuse } from '../../errors.ts'
import type { Compiler, Expression } from '../expression.ts'

/** An operand with named parts; the numbers are those of MongoDB's errors. */
export interface Shape<Name extends string = string> {
  /** Where the operand is no document. */
  noDocument: number | ErrorName
  /** Where it has a part that is not known. */
  unknown: number | ErrorName
  /** The parts that must be there, with the error for each where it is not. */
  needed: Partial<Record<Name, number | ErrorName>>
  optional?: readonly Name[]
}

/** The operand's parts as they stand; refuses one that lacks a part or has one more. */
export function partsOf<Name extends string>(operator: string, operand: Value, shape: Shape<Name>): Document {
  if (!isDocument(operand)) refuse(shape.noDocument, `${operator} only supports an object as its argument`)
  const needed = Object.entries(shape.needed) as [Name, number | ErrorName][]
  const known = new Set<string>([...needed.map(([name]) => name), ...(shape.optional ?? [])])
  for (const name of operand.keys())
    if (!known.has(name)) refuse(shape.unknown, `Unrecognized argument to ${operator}: ${name}`)
  for (const [name, code] of needed)
    if (!operand.has(name)) refuse(code, `Missing '${name}' parameter to ${operator}`)
  return operand
}

/** The same, each part compiled. */
export function compiledParts<Name extends string>(
  operator: string,
  operand: Value,
  shape: Shape<Name>,
  { compile }: Compiler,
): Partial<Record<Name, Expression>> {
  const parts = partsOf(operator, operand, shape)
  return Object.fromEntries([...parts].map(([name, value]) => [name, compile(value)])) as Partial<
    Record<Name, Expression>
  >
}
