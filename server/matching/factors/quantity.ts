import { isSameUnit, remainingOf } from '../../postings/unit.ts'
import type { Message } from '../match.ts'
import { assess, type Assess, type Assessment } from '../assessment.ts'

/** How much of what is still asked for the offer still has: in the same unit, else in the same currency. */
export const quantity: Assess = ({ offer: { posting: offer }, need: { posting: need } }) => {
  const units = { offered: remainingOf(offer), asked: remainingOf(need) }
  if (isSameUnit(offer, need)) return compare(units, 'units', { unit: need.quantity?.unit ?? '' })
  const currency = need.value?.currency
  if (currency === undefined || currency !== offer.value?.currency) return null
  return compare({ offered: offer.value.amount, asked: need.value?.amount }, 'value', { currency })
}

function compare(
  { offered, asked }: { offered?: number; asked?: number },
  kind: 'units' | 'value',
  values: Message['values'],
): Assessment | null {
  if (!offered || !asked || offered < 0 || asked < 0) return null
  if (offered >= asked) return assess('quantity', 1, `${kind}-all`, { ...values, offered, asked })
  const percent = Math.max(1, Math.floor((100 * offered) / asked))
  return assess('quantity', offered / asked, `${kind}-part`, { ...values, offered, asked, percent })
}
