import type { Offer } from '../../../offers/offer.ts'
import { isWithin } from '../../../vocabulary/industries.ts'
import { reasonOf } from '../../reason.ts'
import type { Reason } from '../../screening.ts'
import { assured, equipment, keeps, perishables, perishableUnits } from '../../text/goods.ts'
import { plainMentions, readText, says } from '../../text/mentions.ts'
import { readOffer } from '../../text/offer-text.ts'

/** Food, drink, crops, medicines: industries whose goods do not keep. ISIC Rev.4. */
const perishableIndustries = ['011', '012', '03', '10', '11', '21']

/** What goods lack before they can be shipped, each part as a reason of its own. */
export function goodsLack(offer: Offer, now: Date): Reason[] {
  const { condition, freightPaidBy, customsBy, consignee } = offer.inKind ?? {}
  return [
    ...(condition ? [] : [reasonOf('complete.condition')]),
    ...(freightPaidBy ? [] : [reasonOf('complete.freight')]),
    ...(customsBy ? [] : [reasonOf('complete.customs')]),
    ...(consignee?.trim() ? [] : [reasonOf('complete.consignee')]),
    ...shelfLifeLacks(offer, now),
    ...standardsLack(offer),
  ]
}

function shelfLifeLacks(offer: Offer, now: Date): Reason[] {
  const until = offer.inKind?.shelfLifeUntil
  if (until)
    return until > usableFrom(offer, now) ? [] : [reasonOf('complete.shelf-life-past', { date: day(until) })]
  const sign = signOfPerishing(offer)
  if (sign === undefined || says(readOffer(offer), keeps)) return []
  return [reasonOf('complete.shelf-life', { sign })]
}

const usableFrom = ({ availableFrom }: Offer, now: Date): Date =>
  availableFrom && availableFrom > now ? availableFrom : now

/** Declared facts first, industry and unit; then the title, unless it names equipment for perishable goods. */
function signOfPerishing({ industry, quantity, title, language }: Offer): string | undefined {
  if (industry && perishableIndustries.some((division) => isWithin(industry, division)))
    return `ISIC ${industry}`
  if (quantity && says(readText(quantity.unit, language), perishableUnits)) return quantity.unit
  const text = readText(title, language)
  return says(text, equipment) ? undefined : plainMentions(text, perishables)[0]
}

function standardsLack(offer: Offer): Reason[] {
  const condition = offer.inKind?.condition
  if (condition === undefined || condition === 'new' || says(readOffer(offer), assured)) return []
  return [reasonOf('complete.standards', { condition })]
}

const day = (date: Date): string => date.toISOString().slice(0, 10)
