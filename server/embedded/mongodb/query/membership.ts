import { BSONSymbol, ObjectId } from 'bson'
import { equals, textOf, type TextOrder } from '../bson/compare.ts'
import { compareNumbers, isNumeric, type NumericValue, toDouble } from '../bson/numbers.ts'
import type { Found, Value } from '../bson/value.ts'

/** Whether a value equals one of `members`, by a set where values of its kind allow that. */
export function memberTest(
  members: readonly Value[],
  texts: TextOrder | undefined,
): (value: Found) => boolean {
  const hashed = new Set<string | number>()
  const others: Value[] = []
  for (const member of members) {
    const hash = hashOf(member, texts)
    if (hash === undefined) others.push(member)
    else hashed.add(hash)
  }
  return (value) => {
    const hash = hashOf(value, texts)
    if (hash !== undefined && hashed.has(hash)) return true
    return others.some((other) => (value === undefined ? other === null : equals(value, other, texts)))
  }
}

/** The same for values that are equal, of whatever type; `undefined` where they have to be compared. */
function hashOf(value: Found, texts: TextOrder | undefined): string | number | undefined {
  if (typeof value === 'number') return value
  if (value instanceof ObjectId) return `o${value.toHexString()}`
  if (typeof value === 'string' || value instanceof BSONSymbol) return texts ? undefined : `s${textOf(value)}`
  return isNumeric(value) ? wholeNumber(value) : undefined
}

function wholeNumber(value: NumericValue): number | undefined {
  const number = toDouble(value)
  return Number.isSafeInteger(number) && compareNumbers(value, BigInt(number)) === 0 ? number : undefined
}
