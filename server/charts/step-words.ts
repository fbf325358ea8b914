import type { TFunction } from 'i18next'
import type { Step } from './quantile-steps.ts'

/** A step of a legend in words: "3 to 7", or the one value that it has. */
export const stepWords =
  (t: TFunction, write: (value: number) => string) =>
  ({ from, to }: Step): string =>
    t(`charts:map.${from === to ? 'one' : 'step'}`, { from: write(from), to: write(to) })
