import type { Build } from './build.ts'
import { logic } from './logic.ts'

/** Every operator of an expression, by its name. */
export const operators: Record<string, Build> = {
  ...logic,
}
