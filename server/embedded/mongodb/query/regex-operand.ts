import { BSONRegExp } from 'bson'
import type { Document, Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'

/** What `$regex` and `$options`, which may come first, say together in a query. */
export function statedRegex(operators: Document): BSONRegExp {
  const pattern = operators.get('$regex') as Value
  const options = operators.get('$options')
  const { pattern: source, options: own } = partsOf(pattern)
  if (options === undefined) return new BSONRegExp(source, own)
  if (typeof options !== 'string') refuse('BadValue', '$options has to be a string')
  for (const flag of options)
    if (!'imsxu'.includes(flag)) refuse(51108, `invalid flag in regex options: ${flag}`)
  if (own !== '') refuseTwice(operators, options)
  return new BSONRegExp(source, options)
}

function partsOf(pattern: Value): Pick<BSONRegExp, 'pattern' | 'options'> {
  if (pattern instanceof BSONRegExp) return pattern
  if (typeof pattern !== 'string') refuse('BadValue', '$regex has to be a string')
  if (pattern.includes('\0')) refuse('BadValue', 'Regular expression cannot contain an embedded null byte')
  return { pattern, options: '' }
}

function refuseTwice(operators: Document, options: string): void {
  const isOptionsFirst =
    [...operators.keys()].find((name) => name === '$regex' || name === '$options') === '$options'
  if (!isOptionsFirst) refuse(51075, 'options set in both $regex and $options')
  if (options !== '') refuse(51074, 'options set in both $regex and $options')
}
