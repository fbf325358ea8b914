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

    /** The queue: what the rules held or a person decided, oldest first; the reader sorts out what still waits. */
    async everHeld(limit = 500): Promise<Offer[]> {
      const held = { 'screening.verdict': 'held', withdrawnAt: null }
      const found = await offers.find(held, { _id: 1 }).sort({ createdAt: 1 }).limit(limit).lean()
      return store.findMany(found.map(({ _id }) => _id))
    },
  }
}
