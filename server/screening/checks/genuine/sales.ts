import type { Offer } from '../../../offers/offer.ts'
import { reasonOf } from '../../reason.ts'
import type { Reason } from '../../screening.ts'
import { plainMentions, says } from '../../text/mentions.ts'
import { readOffer } from '../../text/offer-text.ts'
import { gifts, salesSigns } from '../../text/sales.ts'

type Sign = keyof typeof salesSigns

/** Signs of different kinds that together make a sale plain. */
const plainFrom = 2
/** Signs that raise a question by themselves; carbon pricing or software for invoices need a second one. */
const tellingAlone: readonly Sign[] = ['order', 'discount', 'tender']
/** In cause marketing customers buy, and that is the contribution. */
const partOfCauseMarketing: readonly Sign[] = ['order', 'discount', 'price']

/**
 * Sale or search for a contract. Signs of at least two kinds in a text that nowhere says that something is given
 * send the offer back, since its author can put that right at once and nothing is judged of the company.
 * Anything less is a question for a person.
 */
export function salesOf(offer: Offer): { held: Reason[]; returned: Reason[] } {
  const text = readOffer(offer)
  const found = signsFor(offer)
    .map((sign) => ({ sign, words: plainMentions(text, salesSigns[sign]) }))
    .filter(({ words }) => words.length > 0)
  const isPlain = found.length >= plainFrom
  const given = says(text, gifts)
  const facts = { words: found.flatMap(({ words }) => words).join(', ') }
  if (isPlain && !given) return { held: [], returned: [reasonOf('genuine.sales', facts)] }
  const asks = isPlain || (!given && found.some(({ sign }) => tellingAlone.includes(sign)))
  return { held: asks ? [reasonOf('genuine.sales-question', facts, ['words'])] : [], returned: [] }
}

function signsFor({ contributionTypes }: Offer): Sign[] {
  const signs = Object.keys(salesSigns) as Sign[]
  if (!contributionTypes.includes('cause-marketing')) return signs
  return signs.filter((sign) => !partOfCauseMarketing.includes(sign))
}
