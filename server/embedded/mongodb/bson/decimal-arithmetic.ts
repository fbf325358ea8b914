import {
  type Decimal,
  finite,
  fitted,
  infinite,
  isZero,
  lengthOf,
  notANumber,
  precision,
  type Rounding,
  withoutDigits,
} from './decimal-number.ts'

/** IEEE 754 decimal arithmetic, each result rounded once, ties to even; its exponent is the one IEEE prefers. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  if (a.kind !== 'finite' || b.kind !== 'finite') return addSpecial(a, b)
  const exponent = Math.min(a.exponent, b.exponent)
  const sum = signed(a, exponent) + signed(b, exponent)
  const negative = sum === 0n ? a.negative && b.negative : sum < 0n
  return fitted(finite(negative, sum < 0n ? -sum : sum, exponent))
}

/** The digits with their sign as they are with a smaller exponent. */
function signed({ negative, digits, exponent }: Decimal, target: number): bigint {
  const scaled = digits * 10n ** BigInt(exponent - target)
  return negative ? -scaled : scaled
}

function addSpecial(a: Decimal, b: Decimal): Decimal {
  if (a.kind === 'nan' || b.kind === 'nan') return notANumber
  if (a.kind === 'infinite' && b.kind === 'infinite' && a.negative !== b.negative) return notANumber
  return a.kind === 'infinite' ? a : b
}

export function negated(number: Decimal): Decimal {
  return { ...number, negative: !number.negative }
}

export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return addDecimals(a, negated(b))
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  const negative = a.negative !== b.negative
  if (a.kind === 'nan' || b.kind === 'nan') return notANumber
  if (a.kind === 'infinite' || b.kind === 'infinite')
    return isZero(a) || isZero(b) ? notANumber : infinite(negative)
  return fitted(finite(negative, a.digits * b.digits, a.exponent + b.exponent))
}

/** `undefined` for a finite number by an infinite one. The divisor is not zero. */
export function divideDecimals(a: Decimal, b: Decimal): Decimal | undefined {
  const negative = a.negative !== b.negative
  if (a.kind === 'nan' || b.kind === 'nan') return notANumber
  if (a.kind === 'infinite') return b.kind === 'infinite' ? notANumber : infinite(negative)
  if (b.kind === 'infinite') return undefined
  return fitted(quotient(a, b, negative))
}

/** With more digits than are kept; a last one says that there would be more. */
function quotient(a: Decimal, b: Decimal, negative: boolean): Decimal {
  const ideal = a.exponent - b.exponent
  const more = Math.max(0, precision + 2 - lengthOf(a.digits) + lengthOf(b.digits))
  const dividend = a.digits * 10n ** BigInt(more)
  const digits = dividend / b.digits
  if (dividend % b.digits !== 0n) return finite(negative, digits * 10n + 1n, ideal - more - 1)
  return towards(finite(negative, digits, ideal - more), ideal)
}

/** Zeros at the end are left out until the exponent is the one wanted. */
function towards(number: Decimal, exponent: number): Decimal {
  let { digits, exponent: at } = number
  if (digits === 0n) return { ...number, exponent }
  while (at < exponent && digits % 10n === 0n) {
    digits /= 10n
    at++
  }
  return { ...number, digits, exponent: at }
}

/** What a division that is cut to a whole number leaves, with the dividend's sign. The divisor is not zero. */
export function remainderOfDecimals(a: Decimal, b: Decimal): Decimal {
  if (a.kind !== 'finite' || b.kind === 'nan') return notANumber
  if (b.kind === 'infinite') return a
  const exponent = Math.min(a.exponent, b.exponent)
  const [dividend, divisor] = [signed(a, exponent), signed({ ...b, negative: false }, exponent)]
  const rest = dividend % divisor
  return fitted(finite(a.negative, rest < 0n ? -rest : rest, exponent))
}

/** The number with this exponent; NaN where that needs more digits than there are. */
export function quantized(number: Decimal, exponent: number, rounding: Rounding): Decimal {
  if (number.kind !== 'finite') return notANumber
  const surplus = exponent - number.exponent
  const result =
    surplus > 0
      ? withoutDigits(number, surplus, rounding)
      : { ...number, digits: number.digits * 10n ** BigInt(-surplus), exponent }
  return lengthOf(result.digits) > precision ? notANumber : result
}

/** The square root, rounded; `undefined` where the number is below zero. */
export function rootOfDecimal(number: Decimal): Decimal | undefined {
  if (number.kind === 'nan' || isZero(number)) {
    const exponent = Math.floor(number.exponent / 2)
    return number.kind === 'nan' ? number : { ...number, exponent }
  }
  if (number.negative) return undefined
  if (number.kind === 'infinite') return number
  return fitted(rootOf(number))
}

function rootOf({ digits, exponent }: Decimal): Decimal {
  const ideal = Math.floor(exponent / 2)
  const scale = precision + 2
  const radicand = digits * 10n ** BigInt(scale * 2 + exponent - ideal * 2)
  const root = wholeRoot(radicand)
  if (root * root !== radicand) return finite(false, root * 10n + 1n, ideal - scale - 1)
  return towards(finite(false, root, ideal - scale), ideal)
}

/** Newton's method from above. */
function wholeRoot(value: bigint): bigint {
  let root = 10n ** BigInt(Math.ceil(lengthOf(value) / 2))
  for (;;) {
    const next = (root + value / root) / 2n
    if (next >= root) return root
    root = next
  }
}

/** As MongoDB rounds: a number too large to have a digit at the place stays as it is, with all its digits. */
export function quantizedOrWhole(number: Decimal, exponent: number, rounding: Rounding): Decimal {
  if (number.kind !== 'finite') return number
  const missing = precision - lengthOf(number.digits)
  if (isZero(number) || number.exponent - missing <= exponent) return quantized(number, exponent, rounding)
  return { ...number, digits: number.digits * 10n ** BigInt(missing), exponent: number.exponent - missing }
}
