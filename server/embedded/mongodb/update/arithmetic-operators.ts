import { add, multiply } from '../bson/arithmetic.ts'
import { describe } from '../bson/describe.ts'
import { isNumeric, type NumericValue } from '../bson/numbers.ts'
import { typeOf } from '../bson/types.ts'
import { refuse } from '../errors.ts'
import type { Operator } from './operators.ts'

type Calculate = (old: NumericValue | undefined, operand: NumericValue) => NumericValue | undefined

/** Operators that calculate; the result has the wider type of both numbers. */
export const arithmeticOperators: Record<string, Operator> = {
  $inc: calculating('$inc', 'increment', (old, number) => (old === undefined ? number : add(old, number))),
  $mul: calculating('$mul', 'multiply', (old, number) => multiply(old ?? 0, number)),
}

function calculating(name: string, word: string, calculate: Calculate): Operator {
  return (operand, path) => {
    if (!isNumeric(operand))
      refuse('TypeMismatch', `Cannot ${word} with non-numeric argument: {${path}: ${describe(operand)}}`)
    return {
      missing: 'made',
      apply: (old) => {
        if (old !== undefined && !isNumeric(old))
          refuse(
            'TypeMismatch',
            `Cannot apply ${name} to a value of non-numeric type. The field '${path}' is of non-numeric type ${typeOf(old)}`,
          )
        return (
          calculate(old, operand) ??
          refuse('BadValue', `Failed to apply ${name} operations to current value of the field '${path}'`)
        )
      },
    }
  }
}
