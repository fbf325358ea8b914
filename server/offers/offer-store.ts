import type { Connection } from 'mongoose'
import { postingSchema } from '../postings/posting-schema.ts'
import { postingStore } from '../postings/posting-store.ts'
import { isDistributable, type Offer } from './offer.ts'

const moment = { type: Date, default: null }
const schema = postingSchema('offers', {
  reservedAt: moment,
  fulfilledAt: moment,
  givenElsewhereAt: moment,
  promises: { type: [{}], default: undefined },
  promisesDueAt: { type: Date, default: undefined },
  screening: { type: {}, default: null },
  decision: { type: {}, default: null },
})
schema.index({ 'screening.verdict': 1, createdAt: 1 })
schema.index({ 'promises.needId': 1 }, { sparse: true })
schema.index({ promisesDueAt: 1 }, { sparse: true })

const beforeEveryEnd = new Date(0)

export type OfferStore = ReturnType<typeof offerStore>

export function offerStore(connection: Connection) {
  const offers = connection.model('Offer', schema)
  const store = postingStore<Offer>(offers, 'offer')
  return {
    ...store,

    /** Offers of which something is promised to this need. */
    async promisedTo(needId: string): Promise<Offer[]> {
      const found = await offers.find({ 'promises.needId': needId }, { _id: 1 }).lean()
      return store.findMany(found.map(({ _id }) => _id))
    },

    /** Offers with a promise to which the clock has brought something, the longest due first. */
    async promisesDue(now: Date, limit: number): Promise<Offer[]> {
      const due = { promisesDueAt: { $lte: now } }
      const found = await offers.find(due, { _id: 1 }).sort({ promisesDueAt: 1 }).limit(limit).lean()
      return store.findMany(found.map(({ _id }) => _id))
    },

    /** How many may be shown as long as their time is not up; exact while no offer waits to be screened. */
    async countDistributable(): Promise<number> {
      const shown = {
        publishedAt: { $ne: null },
        withdrawnAt: null,
        reservedAt: null,
        fulfilledAt: null,
        givenElsewhereAt: null,
      }
      const byRules = { ...shown, 'screening.verdict': 'cleared', decision: null }
      const decided = await offers.find({ ...shown, decision: { $ne: null } }, { _id: 1 }).lean()
      const read = await store.findMany(decided.map(({ _id }) => _id))
      const byPerson = read.filter((offer) => isDistributable(offer, beforeEveryEnd))
      return (await offers.countDocuments(byRules)) + byPerson.length
    },

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
