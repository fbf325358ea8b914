import { Decimal128, Double } from 'bson'

/** coefficient * 10 ** exponent; `special` is set for NaN and the infinities. */
export interface Exact {
  coefficient: bigint
  exponent: number
  special?: number
}

/** Any BSON number without loss. */
export function exactly(value: number | bigint | Double | Decimal128): Exact {
  if (typeof value === 'bigint') return { coefficient: value, exponent: 0 }
  if (value instanceof Decimal128) return parse(value.toString())
  return ofDouble(value instanceof Double ? value.value : value)
}

export function compareDecimals(a: Exact, b: Exact): number {
  if (a.special !== undefined || b.special !== undefined)
    return compareSpecial(a.special ?? 0, b.special ?? 0)
  const exponent = Math.min(a.exponent, b.exponent)
  const left = a.coefficient * 10n ** BigInt(a.exponent - exponent)
  const right = b.coefficient * 10n ** BigInt(b.exponent - exponent)
  if (left === right) return 0
  return left < right ? -1 : 1
}

function compareSpecial(left: number, right: number): number {
  const place = (special: number) => (Number.isNaN(special) ? -2 : Math.sign(special))
  return place(left) - place(right)
}

const shape = /^([+-]?)(\d*)(?:\.(\d*))?(?:E([+-]?\d+))?$/i

function parse(text: string): Exact {
  const match = shape.exec(text)
  if (!match) return { coefficient: 0n, exponent: 0, special: Number(text) }
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  const digits = BigInt(whole + fraction || '0')
  return { coefficient: sign === '-' ? -digits : digits, exponent: Number(exponent) - fraction.length }
}

/** A double is a whole number times a power of two, and 2 ** -n is 5 ** n * 10 ** -n. */
function ofDouble(value: number): Exact {
  if (!Number.isFinite(value)) return { coefficient: 0n, exponent: 0, special: value }
  let twos = 0
  let whole = value
  while (!Number.isInteger(whole)) {
    whole *= 2
    twos++
  }
  return { coefficient: BigInt(whole) * 5n ** BigInt(twos), exponent: -twos }
}

/** The shortest text of the number, the same for equal numbers of any type. */
export function canonicalText({ coefficient, exponent }: Exact): string {
  if (coefficient === 0n) return '0'
  const digits = coefficient.toString()
  const stripped = digits.replace(/0+$/, '')
  return `${stripped}E${exponent + digits.length - stripped.length}`
}
