import { Double } from 'bson'
import { toDouble } from '../bson/numbers.ts'
import type { Accumulator } from './accumulators.ts'
import { onlyNumbers } from './sums.ts'

/** Standard deviation by Welford's method, of a population or (`missing` 1) of a sample; null where there is none. */
export function deviation(missing: 0 | 1): Accumulator {
  let [count, mean, squares] = [0, 0, 0]
  return {
    add: onlyNumbers((value) => {
      const number = toDouble(value)
      count++
      const distance = number - mean
      mean += distance / count
      squares += distance * (number - mean)
    }),
    result: () => (count - missing > 0 ? new Double(Math.sqrt(squares / (count - missing))) : null),
  }
}
