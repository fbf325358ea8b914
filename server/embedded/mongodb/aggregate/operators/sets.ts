import { keyPart } from '../../bson/key.ts'
import type { Value } from '../../bson/value.ts'
import { arrayFor } from './arrays.ts'
import { type Build, over, overPresent } from './build.ts'

/** Arrays as sets: without order, each value once. */
export const sets: Record<string, Build> = Object.fromEntries([
  overPresent('$setUnion', 0, Infinity, (...sets) =>
    distinct(sets.flatMap((set) => arrayFor('$setUnion', set, 17043))),
  ),
  overPresent('$setIntersection', 0, Infinity, intersection),
  overPresent('$setDifference', 2, 2, difference),
  over(
    '$setIsSubset',
    2,
    2,
    (a, b) => without(arrayFor('$setIsSubset', a, 17046), arrayFor('$setIsSubset', b, 17042)).length === 0,
  ),
])

function keyOf(value: Value): string {
  return keyPart(value).bytes.toString('latin1')
}

/** MongoDB leaves the order of a set open. */
function distinct(values: readonly Value[]): Value[] {
  return [...new Map(values.toReversed().map((value) => [keyOf(value), value])).values()].reverse()
}

function without(values: readonly Value[], others: readonly Value[]): Value[] {
  const keys = new Set(others.map(keyOf))
  return values.filter((value) => !keys.has(keyOf(value)))
}

function intersection(...sets: Value[]): Value {
  const [first = [], ...others] = sets.map((set) => arrayFor('$setIntersection', set, 17047))
  return distinct(
    others.reduce((kept, set) => kept.filter((value) => without([value], set).length === 0), first),
  )
}

function difference(a: Value, b: Value): Value {
  return distinct(without(arrayFor('$setDifference', a, 17048), arrayFor('$setDifference', b, 17049)))
}
