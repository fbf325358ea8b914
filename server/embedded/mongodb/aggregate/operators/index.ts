import { arithmetic } from './arithmetic.ts'
import { arrays } from './arrays.ts'
import { bits } from './bits.ts'
import type { Build } from './build.ts'
import { conversions } from './conversions.ts'
import { dateArithmetic } from './date-arithmetic.ts'
import { datesFrom } from './date-from.ts'
import { dates } from './dates.ts'
import { folds } from './folds.ts'
import { logic } from './logic.ts'
import { objects } from './objects.ts'
import { powers } from './powers.ts'
import { regexes } from './regexes.ts'
import { replacing } from './replacing.ts'
import { rounding } from './rounding.ts'
import { sets } from './sets.ts'
import { sizes } from './sizes.ts'
import { sortArray } from './sorting.ts'
import { strings } from './strings.ts'
import { trigonometry } from './trigonometry.ts'
import { trimming } from './trimming.ts'
import { variables } from './variables.ts'
import { zip } from './zip.ts'

/** Whether there is an operator of that name. */
export function isExpressionName(name: string): boolean {
  return Object.hasOwn(operators, name) || refusedOperators.has(name)
}

/** Every operator of an expression, by its name. */
export const operators: Record<string, Build> = {
  ...logic,
  ...arithmetic,
  ...rounding,
  ...powers,
  ...trigonometry,
  ...bits,
  ...strings,
  ...trimming,
  ...replacing,
  ...regexes,
  ...arrays,
  ...objects,
  ...sets,
  ...folds,
  ...sizes,
  ...variables,
  ...conversions,
  ...dates,
  ...dateArithmetic,
  ...datesFrom,
  $sortArray: sortArray,
  $zip: zip,
}

/** Those that MongoDB knows and that are refused here. */
export const refusedOperators = new Set(
  '$function $accumulator $meta $toHashedIndexKey $percentile $median $toUUID $covariancePop $covarianceSamp'.split(
    ' ',
  ),
)
