import type { Offer } from '../../../offers/offer.ts'
import { stems } from '../../../vocabulary/tokens.ts'
import { reasonOf } from '../../reason.ts'
import type { ScreeningContext } from '../../screening-context.ts'
import type { Reason } from '../../screening.ts'

type OpenOffer = ScreeningContext['openOffers'][number]

/** Stems in a row that are compared. */
const shingleLength = 3
/** Share of shingles in common (Jaccard) from which two texts are nearly the same: a few words differ. */
const nearlySame = 0.6

/** The open offers, older than this one, whose text is nearly the same; of a pair only the later one is a duplicate. */
export function duplicatesOf(offer: Offer, openOffers: OpenOffer[]): Reason[] {
  const own = shinglesOf(offer)
  return openOffers
    .filter((other) => other.id !== offer.id && isOlder(other, offer))
    .map((other) => ({ other, share: likeness(own, shinglesOf(other)) }))
    .filter(({ share }) => share >= nearlySame)
    .map(({ other, share }) =>
      reasonOf(
        'genuine.duplicate',
        { title: other.title, offer: other.id, percent: Math.round(share * 100) },
        ['offer'],
      ),
    )
}

const isOlder = (other: OpenOffer, offer: Offer): boolean =>
  other.createdAt < offer.createdAt || (+other.createdAt === +offer.createdAt && other.id < offer.id)

function shinglesOf({ title, description, language }: OpenOffer): Set<string> {
  const row = stems(`${title}\n${description}`, language)
  const last = Math.max(1, row.length - shingleLength + 1)
  return new Set(Array.from({ length: last }, (_, at) => row.slice(at, at + shingleLength).join(' ')))
}

function likeness(one: Set<string>, other: Set<string>): number {
  const common = [...one].filter((shingle) => other.has(shingle)).length
  return common / (one.size + other.size - common)
}
