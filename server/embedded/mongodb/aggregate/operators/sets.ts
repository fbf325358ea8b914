import { compare, type TextOrder } from '../../bson/compare.ts'
import type { Found, Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { isTruthy } from '../../query/operators.ts'
import { type KeyOf, keysBy } from '../text-keys.ts'
import { arrayFor } from './arrays.ts'
import { type Build, isNothing, over, overBy } from './build.ts'

/** Arrays as sets: without order, each value once. What they give stands in the order of the values. */
export const sets: Record<string, Build> = {
  ...Object.fromEntries([
    overBy(
      '$setUnion',
      0,
      Infinity,
      ({ texts }) =>
        (...sets) =>
          union(sets, texts),
    ),
    overBy(
      '$setIntersection',
      0,
      Infinity,
      ({ texts }) =>
        (...sets) =>
          intersection(sets, texts),
    ),
    overBy(
      '$setDifference',
      2,
      2,
      ({ texts }) =>
        (a, b) =>
          difference(a, b, keysBy(texts)),
    ),
    overBy(
      '$setIsSubset',
      2,
      2,
      ({ texts }) =>
        (a, b) =>
          isSubset(a, b, keysBy(texts)),
    ),
    over('$allElementsTrue', 1, 1, (array) => arrayFor('$allElementsTrue', array, 17040).every(isTruthy)),
    over('$anyElementTrue', 1, 1, (array) => arrayFor('$anyElementTrue', array, 17041).some(isTruthy)),
  ]),
  $setEquals: (operand, { compile, context }) => {
    const expressions = (Array.isArray(operand) ? operand : [operand]).map(compile)
    if (expressions.length < 2)
      refuse(17045, `$setEquals needs at least two arguments had: ${expressions.length}`)
    return (scope) => {
      const keyOf = keysBy(context.texts)
      const [first, ...others] = expressions.map(
        (expression) => new Set(arrayFor('$setEquals', expression(scope), 17044).map(keyOf)),
      ) as [Set<string>, ...Set<string>[]]
      return others.every((other) => other.size === first.size && [...other].every((key) => first.has(key)))
    }
  },
}

/** Of values that are equal the first. */
function distinct(values: readonly Value[], texts: TextOrder | undefined, keyOf: KeyOf): Value[] {
  const kept = new Map<string, Value>()
  for (const value of values) {
    const key = keyOf(value)
    if (!kept.has(key)) kept.set(key, value)
  }
  return [...kept.values()].sort((a, b) => compare(a, b, texts))
}

function union(sets: readonly Found[], texts: TextOrder | undefined): Found {
  const all: Value[] = []
  for (const set of sets) {
    if (isNothing(set)) return null
    for (const value of arrayFor('$setUnion', set, 17043)) all.push(value)
  }
  return distinct(all, texts, keysBy(texts))
}

function intersection(sets: readonly Found[], texts: TextOrder | undefined): Found {
  const keyOf = keysBy(texts)
  let kept: Value[] | undefined
  for (const set of sets) {
    if (isNothing(set)) return null
    const values = arrayFor('$setIntersection', set, 17047)
    const keys = new Set(values.map(keyOf))
    kept = kept ? kept.filter((value) => keys.has(keyOf(value))) : values
  }
  return distinct(kept ?? [], texts, keyOf)
}

function difference(a: Found, b: Found, keyOf: KeyOf): Found {
  if (isNothing(a) || isNothing(b)) return null
  const values = arrayFor('$setDifference', a, 17048)
  const known = new Set(arrayFor('$setDifference', b, 17049).map(keyOf))
  return values.filter((value) => {
    const key = keyOf(value)
    const isNew = !known.has(key)
    known.add(key)
    return isNew
  })
}

function isSubset(a: Found, b: Found, keyOf: KeyOf): boolean {
  const values = arrayFor('$setIsSubset', a, 17046)
  const keys = new Set(arrayFor('$setIsSubset', b, 17042).map(keyOf))
  return values.every((value) => keys.has(keyOf(value)))
}
