import type { Offer } from '../../../offers/offer.ts'
import { isAnywhere } from '../../../postings/posting.ts'
import { expandPlaces } from '../../../vocabulary/places.ts'
import { stems } from '../../../vocabulary/tokens.ts'
import { reasonOf } from '../../reason.ts'
import type { ScreeningContext } from '../../screening-context.ts'
import type { Reason } from '../../screening.ts'

type OpenOffer = ScreeningContext['openOffers'][number]

/** Stems in a row that are compared. */
const shingleLength = 3
/** Share of shingles in common (Jaccard) from which two texts are nearly the same: a few words differ. */
const nearlySame = 0.6

/**
 * The open offers, older than this one, that offer the same kind of thing for a common place in nearly the same
 * text; of a pair only the later one is a duplicate. Another figure in the title names another lot.
 */
export function duplicatesOf(offer: Offer, openOffers: OpenOffer[]): Reason[] {
  const own = shinglesOf(offer)
  return openOffers
    .filter((other) => other.id !== offer.id && isOlder(other, offer) && declareTheSame(other, offer))
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

const declareTheSame = (other: OpenOffer, offer: OpenOffer): boolean =>
  other.contributionTypes.some((type) => offer.contributionTypes.includes(type)) &&
  sharePlace(other, offer) &&
  figuresIn(other.title) === figuresIn(offer.title)

function sharePlace(other: OpenOffer, offer: OpenOffer): boolean {
  const places = expandPlaces(offer)
  return isAnywhere(other) || isAnywhere(offer) || expandPlaces(other).some((place) => places.includes(place))
}

const figuresIn = (title: string): string => (title.match(/\p{Nd}+/gu) ?? []).join(' ')

function shinglesOf({ title, description, language }: OpenOffer): Set<string> {
  const row = stems(`${title}\n${description}`, language)
  const last = Math.max(1, row.length - shingleLength + 1)
  return new Set(Array.from({ length: last }, (_, at) => row.slice(at, at + shingleLength).join(' ')))
}

function likeness(one: Set<string>, other: Set<string>): number {
  const common = [...one].filter((shingle) => other.has(shingle)).length
  return common / (one.size + other.size - common)
}
