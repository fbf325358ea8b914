import type { Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { type Build, kindOf, overInTurn } from './build.ts'
import { overNumber } from './numeric.ts'

/** Operators on the bits of whole numbers: an int64 among them makes the result one. */
export const bits: Record<string, Build> = Object.fromEntries([
  overBits('$bitAnd', -1, (a, b) => a & b),
  overBits('$bitOr', 0, (a, b) => a | b),
  overBits('$bitXor', 0, (a, b) => a ^ b),
  overNumber('$bitNot', (value) => {
    if (typeof value === 'number') return ~value
    if (typeof value === 'bigint') return ~value
    return refuse('TypeMismatch', `$bitNot only supports int and long, not: ${kindOf(value)}.`)
  }),
])

function overBits(name: string, neutral: number, combine: (a: bigint, b: bigint) => bigint): [string, Build] {
  const check = (value: Value) => {
    if (typeof value !== 'number' && typeof value !== 'bigint')
      refuse('TypeMismatch', `${name} only supports int and long operands, not ${kindOf(value)}.`)
  }
  return overInTurn(name, check, (values) => {
    const result = (values as (number | bigint)[]).reduce<bigint>(
      (all, value) => combine(all, BigInt(value)),
      BigInt(neutral),
    )
    return values.some((value) => typeof value === 'bigint') ? result : Number(result)
  })
}
