import type { Offer } from '../offers/offer.ts'
import type { ScreeningContext } from './screening-context.ts'

const candidateKey = /^not-sanctioned\.candidate\|entry=(.+)$/

/**
 * What people said of a company's likeness to listed names: an offer that was cleared over such a candidate says
 * "not the same", for this company's later offers too. A refusal may have other grounds, so it says nothing.
 */
export function decidedHitsIn(offers: Pick<Offer, 'decision'>[]): ScreeningContext['decidedHits'] {
  const cleared = offers.flatMap(({ decision }) => (decision?.verdict === 'cleared' ? decision.over : []))
  const entryIds = cleared.flatMap((key) => candidateKey.exec(key)?.[1] ?? [])
  return [...new Set(entryIds)].map((entryId) => ({ entryId, same: false }))
}
