import { compare } from '../bson/compare.ts'
import { countValue } from '../bson/numbers.ts'
import type { Document, Found, Value } from '../bson/value.ts'
import type { Context } from '../query/context.ts'
import { deviation } from './deviation.ts'
import { mergeInto } from './merge-into.ts'
import { isNothing } from './operators/build.ts'
import { average, sum } from './sums.ts'
import { keysBy } from './text-keys.ts'

/** Gathers one value from each document of a group. */
export interface Accumulator {
  add(value: Found): void
  result(): Found
}

/** What one is started with: `keep` is told of each value that it keeps, so that memory can be counted. */
export interface Start extends Context {
  keep(value: Found): void
}

/** Accumulators over one expression, by their names. */
export const accumulators: Record<string, (start: Start) => Accumulator> = {
  $sum: sum,
  $avg: average,
  $min: ({ texts }) => extreme((a, b) => compare(a, b, texts) < 0),
  $max: ({ texts }) => extreme((a, b) => compare(a, b, texts) > 0),
  $first: () => keeping((isFirst) => isFirst),
  $last: () => keeping(() => true),
  $push: push,
  $addToSet: addToSet,
  $mergeObjects: mergeObjects,
  $stdDevPop: () => deviation(0),
  $stdDevSamp: () => deviation(1),
}

export function counting(): Accumulator {
  let count = 0
  return { add: () => void count++, result: () => countValue(count) }
}

/** The least or greatest, of equal ones the first; null and nothing do not count. */
function extreme(isBetter: (value: Value, best: Value) => boolean): Accumulator {
  let best: Value | null = null
  return {
    add: (value) => {
      if (isNothing(value)) return
      if (best === null || isBetter(value, best)) best = value
    },
    result: () => best,
  }
}

function keeping(takes: (isFirst: boolean) => boolean): Accumulator {
  let kept: Found = null
  let isFirst = true
  return {
    add: (value) => {
      if (takes(isFirst)) kept = value
      isFirst = false
    },
    result: () => kept,
  }
}

function push({ keep }: Start): Accumulator {
  const values: Value[] = []
  return {
    add: (value) => {
      if (value === undefined) return
      keep(value)
      values.push(value)
    },
    result: () => values,
  }
}

function addToSet({ keep, texts }: Start): Accumulator {
  const values = new Map<string, Value>()
  const keyOf = keysBy(texts)
  return {
    add: (value) => {
      const key = keyOf(value)
      if (value === undefined || values.has(key)) return
      keep(value)
      values.set(key, value)
    },
    result: () => [...values.values()],
  }
}

function mergeObjects(): Accumulator {
  const merged: Document = new Map()
  return { add: (value) => mergeInto(merged, value), result: () => merged }
}
