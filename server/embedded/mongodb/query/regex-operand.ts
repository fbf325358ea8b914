import { BSONRegExp } from 'bson'
import type { Found, Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'

/** What `$regex` and `$options` say together. */
export function regexOperand(pattern: Value, options: Found): BSONRegExp {
  if (options !== undefined && typeof options !== 'string') refuse('BadValue', '$options has to be a string')
  if (pattern instanceof BSONRegExp) return new BSONRegExp(pattern.pattern, options ?? pattern.options)
  if (typeof pattern !== 'string') refuse('BadValue', '$regex has to be a string')
  return new BSONRegExp(pattern, options ?? '')
}
