import type { Connection } from 'mongoose'
import { postingSchema } from '../postings/posting-schema.ts'
import { postingStore } from '../postings/posting-store.ts'
import type { Offer } from './offer.ts'

const moment = { type: Date, default: null }
const schema = postingSchema('offers', {
  reservedAt: moment,
  fulfilledAt: moment,
  screening: { type: {}, default: null },
  decision: { type: {}, default: null },
})
schema.index({ 'screening.verdict': 1, createdAt: 1 })

export type OfferStore = ReturnType<typeof offerStore>

export function offerStore(connection: Connection) {
  const offers = connection.model('Offer', schema)
  const store = postingStore<Offer>(offers, 'offer')
  return {
    ...store,

    /**
     * What the rules held: the oldest without a person's word, then the newest with one, which may be about an
     * earlier revision; the reader sorts out what still waits.
     */
    async everHeld(limit = 500): Promise<Offer[]> {
      const held = { 'screening.verdict': 'held', withdrawnAt: null }
      const ids = async (conditions: object, order: 1 | -1) => {
        const found = await offers
          .find({ ...held, ...conditions }, { _id: 1 })
          .sort({ createdAt: order })
          .limit(limit)
          .lean()
        return found.map(({ _id }) => _id)
      }
      const [undecided, decided] = [
        await ids({ decision: null }, 1),
        await ids({ decision: { $ne: null } }, -1),
      ]
      return store.findMany([...undecided, ...decided])
    },
  }
}
