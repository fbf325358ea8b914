import type { Connection } from 'mongoose'
import type { Need } from '../needs/need.ts'
import { plain } from '../records/plain.ts'
import type { CountedOffer, Milestones } from './offer-fate.ts'
import type { Span } from './period.ts'

/** Of a need what the figures read. */
export type CountedNeed = Pick<
  Need,
  | 'publishedAt'
  | 'withdrawnAt'
  | 'metAt'
  | 'partlyMetAt'
  | 'availableUntil'
  | 'sdgs'
  | 'countries'
  | 'regions'
  | 'contributionTypes'
  | 'source'
>

interface Stored {
  _id: string
}

const about = { publishedAt: 1, sdgs: 1, countries: 1, regions: 1, contributionTypes: 1, 'source.format': 1 }
const ofOffers = {
  ...about,
  ...{ revision: 1, 'screening.revision': 1, 'screening.verdict': 1, 'screening.at': 1 },
  ...{ 'screening.findings.verdict': 1, 'screening.findings.reasons.key': 1, decision: 1 },
}
const ofNeeds = { ...about, withdrawnAt: 1, metAt: 1, partlyMetAt: 1, availableUntil: 1 }

/** Many small documents at once: what is read of each is little. */
const batchSize = 2_000

export type FiguresStore = ReturnType<typeof figuresStore>

/** What the figures are counted from, read one by one, so that no collection is held in memory. */
export function figuresStore(connection: Connection) {
  const publishedIn = ({ from, until }: Span) => ({
    publishedAt: { $ne: null, ...(from && { $gte: from }), $lte: until },
  })

  async function* published<T>(collection: string, span: Span, projection: object): AsyncGenerator<T> {
    const options = { projection, batchSize }
    const found = connection.collection<Stored>(collection).find(publishedIn(span), options)
    for await (const document of found) yield plain(document) as T
  }

  return {
    offers: (span: Span) => published<CountedOffer>('offers', span, ofOffers),
    needs: (span: Span) => published<CountedNeed>('needs', span, ofNeeds),

    /** By offer, the first of each over its matches. */
    async milestones(): Promise<Map<string, Milestones>> {
      const found = await connection
        .collection<Stored>('matches')
        .aggregate<Milestones & Stored>([
          { $match: { touched: true } },
          { $project: { offerId: 1, answeredAt, introducedAt, partnershipAt: '$agreement.confirmed.at' } },
          {
            $group: {
              _id: '$offerId',
              answeredAt: { $min: '$answeredAt' },
              introducedAt: { $min: '$introducedAt' },
              partnershipAt: { $min: '$partnershipAt' },
            },
          },
        ])
        .toArray()
      return new Map(found.map(({ _id, ...moments }) => [_id, moments]))
    },
  }
}

/** The earlier of the two words that the UN side can say. */
const answeredAt = { $min: ['$interest.need.at', '$dismissal.need.at'] }

/** The later of both sides' interest, where there are both. */
const introducedAt = {
  $cond: [
    { $and: [{ $gt: ['$interest.need.at', null] }, { $gt: ['$interest.offer.at', null] }] },
    { $max: ['$interest.need.at', '$interest.offer.at'] },
    null,
  ],
}
