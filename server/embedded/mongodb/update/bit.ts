import { typeOf } from '../bson/types.ts'
import { isDocument, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import type { Operator } from './operators.ts'

type Whole = number | bigint

const operations: Record<string, (a: bigint, b: bigint) => bigint> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
}

/** `$bit`: `{ and: n, or: n, xor: n }`, one after the other; an int32 stays one unless an int64 comes in. */
export const bit: Operator = (operand, path) => {
  if (!isDocument(operand) || operand.size === 0)
    refuse(
      'BadValue',
      'The $bit modifier needs an embedded document with at least one operation: {$bit: {field: {and/or/xor: #}}',
    )
  const steps = [...operand].map(([name, value]) => stepOf(name, value))
  return {
    missing: 'made',
    apply: (old) => steps.reduce((value, step) => step(value), wholeOf(old, path)),
  }
}

function stepOf(name: string, operand: Value): (value: Whole) => Whole {
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined
  if (!operation) refuse('BadValue', `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`)
  if (!isWhole(operand))
    refuse(
      'BadValue',
      `The $bit modifier field must be an Integer(32/64 bit); a '${typeOf(operand)}' is not supported here`,
    )
  return (value) => {
    const result = operation(BigInt(value), BigInt(operand))
    return typeof value === 'number' && typeof operand === 'number' ? Number(result) : result
  }
}

function wholeOf(old: Found, path: string): Whole {
  if (old === undefined) return 0
  if (isWhole(old)) return old
  return refuse(
    'BadValue',
    `Cannot apply $bit to a value of non-integral type. The field '${path}' is of non-integer type ${typeOf(old)}`,
  )
}

function isWhole(value: Value): value is Whole {
  return typeof value === 'number' || typeof value === 'bigint'
}
