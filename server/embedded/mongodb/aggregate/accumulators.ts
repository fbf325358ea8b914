import { Decimal128, Double } from 'bson'
import { add, refuseDecimals } from '../bson/arithmetic.ts'
import { compare } from '../bson/compare.ts'
import { keyPart } from '../bson/key.ts'
import { isNumeric, type NumericValue, plain } from '../bson/numbers.ts'
import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'

/** Gathers one value from each document of a group. */
export interface Accumulator {
  /** True where the value is kept. */
  add(value: Found): boolean | void
  result(): Found
}

export const accumulators: Record<string, () => Accumulator> = {
  $sum: sum,
  $avg: average,
  $count: () => counting(),
  $min: () => extreme((order) => order < 0),
  $max: () => extreme((order) => order > 0),
  $first: () => keeping((_, isFirst) => isFirst),
  $last: () => keeping(() => true),
  $push: push,
  $addToSet: addToSet,
  $mergeObjects: mergeObjects,
}

/** Adds doubles with what rounding lost on the way, as MongoDB does: 0.1 + 0.2 + 0.3 is 0.6. */
function compensated(): { add(number: number): void; total(): number } {
  let total = 0
  let lost = 0
  return {
    add: (number) => {
      const next = total + number
      lost += Math.abs(total) >= Math.abs(number) ? total - next + number : number - next + total
      total = next
    },
    total: () => (Number.isFinite(total) ? total + lost : total),
  }
}

function sum(): Accumulator {
  let whole: NumericValue = 0
  const doubles = compensated()
  let hasDoubles = false
  return {
    add: (value) => {
      if (!isNumeric(value)) return
      if (value instanceof Decimal128) return refuseDecimals()
      const next = value instanceof Double ? undefined : add(whole, value)
      if (next !== undefined) whole = next
      else doubles.add(Number(plain(value)))
      hasDoubles ||= next === undefined
    },
    result: () => {
      if (!hasDoubles) return whole
      doubles.add(Number(plain(whole as number | bigint)))
      return new Double(doubles.total())
    },
  }
}

function average(): Accumulator {
  const doubles = compensated()
  let count = 0
  return {
    add: (value) => {
      if (!isNumeric(value)) return
      if (value instanceof Decimal128) return refuseDecimals()
      doubles.add(Number(plain(value)))
      count++
    },
    result: () => (count === 0 ? null : new Double(doubles.total() / count)),
  }
}

function counting(): Accumulator {
  let count = 0
  return { add: () => void count++, result: () => count }
}

/** The least or greatest; null and nothing do not count. */
function extreme(isBetter: (order: number) => boolean): Accumulator {
  let best: Found = null
  return {
    add: (value) => {
      if (value !== undefined && value !== null && (best === null || isBetter(compare(value, best))))
        best = value
    },
    result: () => best,
  }
}

function keeping(takes: (value: Found, isFirst: boolean) => boolean): Accumulator {
  let kept: Found = null
  let isFirst = true
  return {
    add: (value) => {
      if (takes(value, isFirst)) kept = value
      isFirst = false
    },
    result: () => kept,
  }
}

function push(): Accumulator {
  const values: Value[] = []
  return { add: (value) => value !== undefined && values.push(value) > 0, result: () => values }
}

function addToSet(): Accumulator {
  const values = new Map<string, Value>()
  return {
    add: (value) => {
      if (value === undefined) return false
      const key = keyPart(value).bytes.toString('latin1')
      const isNew = !values.has(key)
      if (isNew) values.set(key, value)
      return isNew
    },
    result: () => [...values.values()],
  }
}

function mergeObjects(): Accumulator {
  const merged: Document = new Map()
  return {
    add: (value) => {
      if (value === undefined || value === null) return
      if (!isDocument(value)) refuse(40400, '$mergeObjects requires object inputs')
      for (const [name, inner] of value) merged.set(name, inner)
    },
    result: () => merged,
  }
}
