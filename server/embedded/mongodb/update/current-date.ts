import { isDocument, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import type { Operator } from './operators.ts'
import { nextTimestamp } from '../bson/timestamps.ts'

/** `$currentDate`: true, or `{ $type: 'date' | 'timestamp' }`. */
export const currentDate: Operator = (operand) => {
  const isTimestamp = typeof operand !== 'boolean' && typeNamed(operand) === 'timestamp'
  return { missing: 'made', apply: () => (isTimestamp ? nextTimestamp() : new Date()) }
}

function typeNamed(operand: Value): 'date' | 'timestamp' {
  if (!isDocument(operand))
    refuse('BadValue', "$currentDate values must be a boolean or { $type: 'timestamp' } or { $type: 'date' }")
  for (const name of operand.keys())
    if (name !== '$type') refuse('BadValue', `Unrecognized $currentDate option: ${name}`)
  const type = operand.get('$type')
  if (type === 'date' || type === 'timestamp') return type
  return refuse(
    'BadValue',
    "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}",
  )
}
