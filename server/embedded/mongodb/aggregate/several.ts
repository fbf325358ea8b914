import { compare } from '../bson/compare.ts'
import { isNumeric, integerOf } from '../bson/numbers.ts'
import type { Document, Found, Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { compareSortKeys, parseSort, sortKeyOf, type SortField, type SortKey } from '../query/sort.ts'
import type { Accumulator, Start } from './accumulators.ts'
import { fieldPath, valueAt } from '../query/field-path.ts'
import { isNothing } from './operators/build.ts'

/** How many are wanted. Refuses what is no whole number above 0 that an int64 holds. */
export function wantedOf(value: Found): number {
  if (!isNumeric(value)) refuse(5787902, "Value for 'n' must be of integral type")
  const wanted = integerOf(value)
  if (wanted === undefined) refuse(5787903, "Value for 'n' must be of integral type")
  if (wanted <= 0) refuse(5787908, `'n' must be greater than 0, found ${wanted}`)
  return wanted
}

type StartSeveral = (wanted: number, start: Start) => Accumulator

/** Accumulators that keep several values, by their names. */
export const several: Record<string, StartSeveral> = {
  $firstN: firstOnes,
  $lastN: lastOnes,
  $minN: (wanted, start) => extremes(wanted, start, 1),
  $maxN: (wanted, start) => extremes(wanted, start, -1),
}

function firstOnes(wanted: number, { keep }: Start): Accumulator {
  const values: Value[] = []
  return {
    add: (value) => {
      if (values.length === wanted) return
      keep(value)
      values.push(value ?? null)
    },
    result: () => values,
  }
}

function lastOnes(wanted: number, { keep }: Start): Accumulator {
  let values: Value[] = []
  return {
    add: (value) => {
      if (values.length < wanted) keep(value)
      values.push(value ?? null)
      if (values.length > wanted * 2) values = values.slice(-wanted)
    },
    result: () => values.slice(-wanted),
  }
}

/** Null and nothing do not count. */
function extremes(wanted: number, { keep, texts }: Start, direction: 1 | -1): Accumulator {
  const best = ranked<Value>(wanted, (a, b) => compare(a, b, texts) * direction)
  return {
    add: (value) => {
      if (isNothing(value)) return
      if (best.add(value)) keep(value)
    },
    result: best.values,
  }
}

/** The first few by an order; of equal ones those that came first. */
function ranked<T>(wanted: number, order: (a: T, b: T) => number) {
  const values: T[] = []
  const place = (value: T) => {
    let [low, high] = [0, values.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (order(values[middle] as T, value) <= 0) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    /** Whether there are more than before. */
    add: (value: T): boolean => {
      const at = place(value)
      if (at >= wanted) return false
      values.splice(at, 0, value)
      if (values.length <= wanted) return true
      values.pop()
      return false
    },
    values: () => [...values],
  }
}

interface Ranked {
  key: SortKey
  output: Value
}

/** A document's place among others, by what expressions see of its fields. */
export function keyReader(sortBy: Document, texts: Start['texts']) {
  const fields = parseSort(sortBy)
  const paths = fields.map(({ path }) => fieldPath(path))
  const renamed: SortField[] = fields.map(({ direction }, at) => ({ path: String(at), direction }))
  return {
    renamed,
    keyOf: (root: Document): SortKey => {
      const seen: Document = new Map()
      paths.forEach((path, at) => {
        const value = valueAt(root, path)
        if (value !== undefined) seen.set(String(at), value)
      })
      return sortKeyOf(seen, renamed, texts)
    },
  }
}

/** `$topN` (`end` 1) and `$bottomN` (-1): what the first or last documents of the group give. */
export function topOnes(
  wanted: number,
  sort: readonly SortField[],
  end: 1 | -1,
  { keep, texts }: Start,
): { add(entry: Ranked): void; result(): Value[] } {
  const best = ranked<Ranked>(wanted, (a, b) => compareSortKeys(a.key, b.key, sort, texts) * end)
  return {
    add: (entry) => {
      if (best.add(entry)) keep(entry.output)
    },
    result: () => {
      const outputs = best.values().map(({ output }) => output)
      return end > 0 ? outputs : outputs.reverse()
    },
  }
}
