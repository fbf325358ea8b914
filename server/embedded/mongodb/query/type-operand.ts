import { describe } from '../bson/describe.ts'
import { integerOf, isNumeric } from '../bson/numbers.ts'
import { type TypeName, typeOf, types } from '../bson/types.ts'
import type { Found, Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'

const numeric: TypeName[] = ['double', 'int', 'long', 'decimal']

/** `$type` with a name, a number or a list of them. */
export function typeTest(operand: Value): (value: Found) => boolean {
  const wanted = new Set((Array.isArray(operand) ? operand : [operand]).flatMap(typesNamed))
  if (wanted.size === 0) refuse('FailedToParse', 'a must match at least one type')
  return (value) => value !== undefined && wanted.has(typeOf(value))
}

function typesNamed(name: Value): TypeName[] {
  if (typeof name === 'string') return typesByName(name)
  const number = isNumeric(name) ? integerOf(name) : undefined
  const found = (Object.keys(types) as TypeName[]).find((type) => types[type] === number)
  if (!found) refuse('BadValue', `Invalid numerical type code: ${describe(name)}`)
  return [found]
}

function typesByName(name: string): TypeName[] {
  if (name === 'number') return numeric
  if (!Object.hasOwn(types, name)) refuse('BadValue', `Unknown type name alias: ${name}`)
  return [name as TypeName]
}
