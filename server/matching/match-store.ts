import { Schema, type AnyBulkWriteOperation, type Connection } from 'mongoose'
import { isDuplicateKey } from '../records/duplicate-key.ts'
import { effectFields, type Effect } from '../records/effect.ts'
import { newId } from '../records/new-id.ts'
import { plain, plainOrNull } from '../records/plain.ts'
import type { Match, MatchSide, Word, WordKind } from './match.ts'

type Stored = Omit<Match, 'id'> & { _id: string; touched: boolean; effects: Effect[] }

const schema: Schema<Stored> = new Schema(
  {
    _id: String,
    offerId: String,
    needId: String,
    parties: { offer: String, need: String },
    score: Number,
    factors: { type: [{}], default: [] },
    createdAt: Date,
    interest: { type: {}, default: {} },
    dismissal: { type: {}, default: {} },
    ending: { type: {}, default: undefined },
    agreement: { type: {}, default: undefined },
    talk: { type: {}, default: undefined },
    /** a person did something with it */
    touched: Boolean,
    ...effectFields,
  },
  { versionKey: false, collection: 'matches', minimize: false },
)
schema.index({ offerId: 1, needId: 1 }, { unique: true })
schema.index({ needId: 1, score: -1 })
schema.index({ 'parties.offer': 1, score: -1 })
schema.index({ 'parties.need': 1, score: -1 })
schema.index({ touched: 1 }, { partialFilterExpression: { touched: true } })
schema.index({ 'effects.at': 1 })

export type Pairing = Pick<Match, 'offerId' | 'needId' | 'parties' | 'score' | 'factors'>
/** One need's matches, or those of organisations on a side. */
type SpokenFor = { needId: string } | { side: MatchSide; organisationIds: string[] }
export type MatchStore = ReturnType<typeof matchStore>

const kept = { effects: 0, touched: 0 }

export function matchStore(connection: Connection) {
  const matches = connection.model('Match', schema)
  const toMatch = (document: object): Match => plain<Match>(document)
  const found = async (conditions: object, limit: number): Promise<Match[]> => {
    const documents = await matches.find(conditions, kept).sort({ score: -1, _id: 1 }).limit(limit).lean()
    return documents.map(toMatch)
  }

  return {
    async find(id: string): Promise<Match | null> {
      return plainOrNull<Match>(await matches.findOne({ _id: id }, kept).lean())
    },

    async findMany(ids: string[]): Promise<Match[]> {
      return found({ _id: { $in: ids } }, ids.length)
    },

    /** Scores pairs, new or known, without touching what people did with them. */
    async put(pairings: Pairing[], now: Date): Promise<void> {
      if (pairings.length === 0) return
      const write = () =>
        matches.bulkWrite(
          pairings.map((pairing) => upsert(pairing, now)),
          { ordered: false },
        )
      // Both sides of a pair may be processed at once: the loser of the upsert finds the winner's on a second try.
      await write().catch((error: unknown) => (isDuplicateKey(error) ? write() : Promise.reject(error)))
    },

    /** Best first. */
    ofOffers: (offerIds: string[], limit = 200) => found({ offerId: { $in: offerIds } }, limit),
    ofNeeds: (needIds: string[], limit = 200) => found({ needId: { $in: needIds } }, limit),
    ofParties: (side: MatchSide, organisationIds: string[], limit = 500) =>
      found({ [`parties.${side}`]: { $in: organisationIds } }, limit),

    /** Those of `of` in which these sides have shown interest, however many others there are. */
    async spokenFor(of: SpokenFor, by: MatchSide[], limit = 500): Promise<Match[]> {
      const spoken = Object.fromEntries(by.map((side) => [`interest.${side}`, { $exists: true }]))
      const theirs = 'needId' in of ? of : { [`parties.${of.side}`]: { $in: of.organisationIds } }
      return found({ ...theirs, ...spoken }, limit)
    },

    /** How many matches the poster of each need has got since then. */
    async countSince(moment: Date): Promise<{ organisationId: string; count: number }[]> {
      const counted = await matches.aggregate<{ _id: string; count: number }>([
        { $match: { createdAt: { $gte: moment } } },
        { $group: { _id: '$parties.need', count: { $sum: 1 } } },
      ])
      return counted.map(({ _id, count }) => ({ organisationId: _id, count }))
    },

    /** Takes back suggestions that no longer hold, except where a person did something with them. */
    async drop(ids: string[]): Promise<void> {
      if (ids.length === 0) return
      await matches.deleteMany({ _id: { $in: ids }, touched: { $ne: true } })
    },

    /** One side's interest or dismissal; `null` if that side has already said so, or the match came to its end. */
    async say(
      match: Match,
      kind: WordKind,
      side: MatchSide,
      word: Word,
      effects: Effect[],
    ): Promise<Match | null> {
      const absent = { $exists: false }
      const open = { _id: match.id, ending: absent, 'agreement.confirmed': absent }
      const unsaid = { ...open, [`${kind}.${side}`]: absent }
      const change = {
        $set: { [`${kind}.${side}`]: word, touched: true },
        $push: { effects: { $each: effects } },
      }
      const options = { returnDocument: 'after', projection: kept } as const
      return plainOrNull<Match>(await matches.findOneAndUpdate(unsaid, change, options).lean())
    },
  }
}

function upsert({ offerId, needId, ...rest }: Pairing, now: Date): AnyBulkWriteOperation<Stored> {
  const first = { _id: newId(), createdAt: now, interest: {}, dismissal: {}, touched: false, effects: [] }
  return {
    updateOne: { filter: { offerId, needId }, update: { $set: rest, $setOnInsert: first }, upsert: true },
  }
}
