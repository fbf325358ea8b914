import type { TFunction } from 'i18next'
import { writingIn } from '../charts/writing.ts'
import type { Posting } from './posting.ts'
import { remainingOf } from './unit.ts'

type Counted = Pick<Posting, 'side' | 'quantity' | 'taken'>

/** What is left of an offer or still missing of a need, in words, once something of it is promised. */
export function leftText(
  { side, quantity, taken }: Counted,
  t: TFunction,
  language: string,
): string | undefined {
  const left = remainingOf({ quantity, taken })
  if (!quantity || !taken || left === undefined) return undefined
  const { number } = writingIn(language)
  const { amount, unit } = quantity
  return t(`reservations:left.${side}`, { left: number(left), amount: number(amount), unit })
}
