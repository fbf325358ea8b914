import type { Found, Value } from '../../bson/value.ts'
import { accumulators } from '../accumulators.ts'
import type { Build } from './build.ts'

/** Accumulators that also work over the elements of one array, or over several values. */
export const folds: Record<string, Build> = Object.fromEntries(
  ['$sum', '$avg', '$min', '$max'].map((name) => [name, foldBy(name)]),
)

function foldBy(name: string): Build {
  const start = accumulators[name] as (typeof accumulators)[string]
  return (operand, { compile }) => {
    const several = Array.isArray(operand) && operand.length !== 1
    const expressions = (Array.isArray(operand) ? operand : [operand]).map(compile)
    return (scope) => {
      const values = expressions.map((expression) => expression(scope))
      const accumulator = start(() => undefined)
      for (const value of several ? values : elementsOf(values[0])) accumulator.add(value)
      return accumulator.result()
    }
  }
}

function elementsOf(value: Found): readonly Found[] {
  return Array.isArray(value) ? (value as Value[]) : [value]
}
