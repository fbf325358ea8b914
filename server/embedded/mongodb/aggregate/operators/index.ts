import { arithmetic } from './arithmetic.ts'
import { arrays } from './arrays.ts'
import type { Build } from './build.ts'
import { conversions } from './conversions.ts'
import { dates } from './dates.ts'
import { folds } from './folds.ts'
import { logic } from './logic.ts'
import { sets } from './sets.ts'
import { strings } from './strings.ts'
import { variables } from './variables.ts'

/** Whether there is an operator of that name. */
export function isExpressionName(name: string): boolean {
  return Object.hasOwn(operators, name)
}

/** Every operator of an expression, by its name. */
export const operators: Record<string, Build> = {
  ...logic,
  ...arithmetic,
  ...strings,
  ...arrays,
  ...sets,
  ...folds,
  ...variables,
  ...conversions,
  ...dates,
}
