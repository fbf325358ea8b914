import { Binary } from 'bson'
import { describe } from '../bson/describe.ts'
import { isNumeric } from '../bson/numbers.ts'
import type { Found, Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { wholeOf } from './whole.ts'

type Build = (operand: Value) => (value: Found) => boolean

/** Operators that ask of single bits: of a whole number that an int64 holds, or of bytes. */
export const bitTests: Record<string, Build> = {
  $bitsAllSet: bitTest('$bitsAllSet', (positions, isSet) => positions.every(isSet)),
  $bitsAnySet: bitTest('$bitsAnySet', (positions, isSet) => positions.some(isSet)),
  $bitsAllClear: bitTest('$bitsAllClear', (positions, isSet) => !positions.some(isSet)),
  $bitsAnyClear: bitTest('$bitsAnyClear', (positions, isSet) => !positions.every(isSet)),
}

type Accepts = (positions: readonly number[], isSet: (position: number) => boolean) => boolean

function bitTest(name: string, accepts: Accepts): Build {
  return (operand) => {
    const positions = positionsOf(name, operand)
    return (value) => {
      const isSet = bitsOf(value)
      return isSet !== undefined && accepts(positions, isSet)
    }
  }
}

/** A number goes on with its sign, bytes with zeros. */
function bitsOf(value: Found): ((position: number) => boolean) | undefined {
  if (value instanceof Binary) return (position) => isBitOf(value, position)
  const whole = wholeOf(value)
  return whole === undefined ? undefined : (position) => ((whole >> BigInt(position)) & 1n) === 1n
}

function isBitOf({ buffer, position: length }: Binary, position: number): boolean {
  const at = position >> 3
  return at < length && (((buffer[at] as number) >> (position & 7)) & 1) === 1
}

function positionsOf(name: string, operand: Value): number[] {
  if (Array.isArray(operand)) return operand.map(positionOf)
  if (operand instanceof Binary)
    return Array.from({ length: operand.position * 8 }, (_, at) => at).filter((at) => isBitOf(operand, at))
  if (!isNumeric(operand))
    refuse('BadValue', `${name} takes an Array, a number, or a BinData but received: ${describe(operand)}`)
  return positionsIn(maskOf(name, operand))
}

function maskOf(name: string, operand: Value): bigint {
  const mask = wholeOf(operand)
  if (mask === undefined) refuse('FailedToParse', `Expected an integer: ${name}: ${describe(operand)}`)
  if (mask < 0n) refuse('FailedToParse', `Expected a non-negative number in: ${name}: ${describe(operand)}`)
  return mask
}

function positionsIn(mask: bigint): number[] {
  return Array.from({ length: 64 }, (_, at) => at).filter((at) => (mask >> BigInt(at)) & 1n)
}

const largestPosition = 2n ** 31n - 1n

function positionOf(value: Value, index: number): number {
  const position = wholeOf(value)
  const place = `${index}: ${describe(value)}`
  if (!isNumeric(value)) refuse('BadValue', `Failed to parse bit position. Expected a number in: ${place}`)
  if (position === undefined || position > largestPosition)
    refuse('BadValue', `Failed to parse bit position. Expected an integer: ${place}`)
  if (position < 0n)
    refuse('BadValue', `Failed to parse bit position. Expected a non-negative number in: ${place}`)
  return Number(position)
}
