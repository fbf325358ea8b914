import { compare } from '../bson/compare.ts'
import { keyPart } from '../bson/key.ts'
import { countValue } from '../bson/numbers.ts'
import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { average, sum } from './sums.ts'

/** Gathers one value from each document of a group. */
export interface Accumulator {
  add(value: Found): void
  result(): Found
}

/** Starts one; `keep` is told of each value that it keeps, so that memory can be counted. */
type Start = (keep: (value: Value) => void) => Accumulator

export const accumulators: Record<string, Start> = {
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

function counting(): Accumulator {
  let count = 0
  return { add: () => void count++, result: () => countValue(count) }
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

function push(keep: (value: Value) => void): Accumulator {
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

function addToSet(keep: (value: Value) => void): Accumulator {
  const values = new Map<string, Value>()
  return {
    add: (value) => {
      const key = value === undefined ? '' : keyPart(value).bytes.toString('latin1')
      if (value === undefined || values.has(key)) return
      keep(value)
      values.set(key, value)
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
