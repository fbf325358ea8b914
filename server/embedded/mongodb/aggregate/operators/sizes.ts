import { Binary, Double } from 'bson'
import { encode } from '../../bson/encode.ts'
import { isDocument } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { type Build, isNothing, kindOf, over } from './build.ts'

/** Bytes that values take, the parts of a timestamp, and chance. */
export const sizes: Record<string, Build> = {
  ...Object.fromEntries([
    over('$binarySize', 1, 1, (value) => {
      if (isNothing(value)) return null
      if (typeof value === 'string') return Buffer.byteLength(value)
      if (value instanceof Binary) return value.position
      return refuse(51276, `$binarySize requires a string or BinData argument, found: ${kindOf(value)}`)
    }),
    over('$bsonSize', 1, 1, (value) => {
      if (isNothing(value)) return null
      if (isDocument(value)) return encode(value).length
      return refuse(31393, `$bsonSize requires a document input, found: ${kindOf(value)}`)
    }),
  ]),
  $rand: (operand) => {
    const isEmpty = isDocument(operand) ? operand.size === 0 : Array.isArray(operand) && operand.length === 0
    if (!isEmpty) refuse(3040501, '$rand does not currently accept arguments')
    return () => new Double(Math.random())
  },
}
