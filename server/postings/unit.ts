import { stems } from '../vocabulary/tokens.ts'
import type { PostingContent } from './posting.ts'

type Counted = Pick<PostingContent, 'quantity' | 'language'>

const unitOf = ({ quantity, language }: Counted): string =>
  quantity ? stems(quantity.unit, language).join(' ') : ''

/** Inflection aside: "refrigerator" and "Refrigerators" are one unit. */
export const isSameUnit = (one: Counted, other: Counted): boolean =>
  unitOf(one) !== '' && unitOf(one) === unitOf(other)

/** How much of the quantity nobody has spoken for; `undefined` where none is named. */
export const remainingOf = ({ quantity, taken = 0 }: { quantity?: { amount: number }; taken?: number }) =>
  quantity && Math.max(0, Math.round((quantity.amount - taken) * 1e6) / 1e6)
