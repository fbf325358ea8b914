import type { TFunction } from 'i18next'
import { writingIn } from '../charts/writing.ts'
import { remainingOf } from '../postings/unit.ts'
import type { Posting } from '../postings/posting.ts'

/** The model of `views/reservations/_progress.hbs`: how much is promised of an offer, or certain for a need. */
export function promiseProgress(
  { side, quantity, taken = 0 }: Pick<Posting, 'side' | 'quantity' | 'taken'>,
  t: TFunction,
  language: string,
) {
  if (!quantity || taken === 0) return undefined
  const { number } = writingIn(language)
  const values = { taken: number(taken), amount: number(quantity.amount), unit: quantity.unit }
  const left = number(remainingOf({ quantity, taken }) ?? 0)
  const share = Math.min(100, Math.round((100 * taken) / quantity.amount))
  return { share, text: t(`reservations:progress.${side}`, { ...values, left }) }
}
