import type { Found, Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { severalParts } from '../accumulation.ts'
import { accumulators, type Start } from '../accumulators.ts'
import { several, wantedOf } from '../several.ts'
import type { Build } from './build.ts'

/** Accumulators that also work over the elements of one array, or over several values. */
export const folds: Record<string, Build> = Object.fromEntries([
  ...['$sum', '$avg', '$min', '$max', '$stdDevPop', '$stdDevSamp'].map((name) => [name, foldBy(name)]),
  ...['$firstN', '$lastN', '$minN', '$maxN'].map((name) => [name, severalBy(name)]),
])

const keep = () => undefined

function foldBy(name: string): Build {
  return (operand, { compile, context }) => {
    const start = accumulators[name] as (start: Start) => ReturnType<(typeof accumulators)[string]>
    const several = Array.isArray(operand) && operand.length !== 1
    const expressions = (Array.isArray(operand) ? operand : [operand]).map(compile)
    return (scope) => {
      const values = expressions.map((expression) => expression(scope))
      const accumulator = start({ ...context, keep })
      for (const value of several ? values : elementsOf(values[0])) accumulator.add(value)
      return accumulator.result()
    }
  }
}

function elementsOf(value: Found): readonly Found[] {
  return Array.isArray(value) ? (value as Value[]) : [value]
}

function severalBy(name: string): Build {
  return (operand, { compile, context }) => {
    const parts = severalParts(operand)
    const [n, input] = [compile(parts.n), compile(parts.input)]
    return (scope) => {
      const start = several[name] as (typeof several)[string]
      const accumulator = start(wantedOf(n(scope)), { ...context, keep })
      const array = input(scope)
      if (!Array.isArray(array)) refuse(5788200, 'Input must be an array')
      for (const value of array) accumulator.add(value)
      return accumulator.result()
    }
  }
}
