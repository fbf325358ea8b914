import { Schema, type AnyBulkWriteOperation, type Connection } from 'mongoose'
import { effectFields, type Effect } from '../records/effect.ts'
import { plain, plainOrNull } from '../records/plain.ts'
import type { Answer, Word } from './answer.ts'
import type { StoredQuestion } from './questions.ts'

type Stored = Omit<StoredQuestion, 'id'> & { _id: string; effects: Effect[] }

const moment = { type: Date, default: null }
const schema: Schema<Stored> = new Schema(
  {
    _id: String,
    offerId: String,
    organisationId: String,
    speakers: [String],
    askedAt: Date,
    dueAt: Date,
    until: moment,
    closedAt: moment,
    remindAt: Date,
    passedOn: { type: {}, default: undefined },
    word: { type: {}, default: null },
    ...effectFields,
  },
  { versionKey: false, collection: 'answers', minimize: false },
)
schema.index({ offerId: 1, organisationId: 1 }, { unique: true })
schema.index({ speakers: 1, dueAt: 1 })
schema.index({ organisationId: 1, askedAt: 1 })
schema.index({ askedAt: 1 })
schema.index({ remindAt: 1 })
schema.index({ 'effects.at': 1 })

const kept = { effects: 0, remindAt: 0 }
const mostOpen = 500

export type AnswerStore = ReturnType<typeof answerStore>

/** Answers to offers. Each act on one is one conditional write. */
export function answerStore(connection: Connection) {
  const answers = connection.model('Answer', schema)
  const list = (found: object[]): Answer[] => found.map((one) => plain<Answer>(one))
  const unanswered = { word: null, closedAt: null }
  const open = (now: Date) => ({ ...unanswered, until: { $not: { $lte: now } } })

  return {
    ofOffer: async (offerId: string): Promise<Answer[]> =>
      list(await answers.find({ offerId }, kept).sort({ dueAt: 1, _id: 1 }).lean()),

    /** What waits for an answer by people of this organisation, due soonest first. */
    openOf: async (speaker: string, now: Date): Promise<Answer[]> =>
      list(
        await answers
          .find({ speakers: speaker, ...open(now) }, kept)
          .sort({ dueAt: 1 })
          .limit(mostOpen)
          .lean(),
      ),

    async countOpen(speaker: string, now: Date): Promise<number> {
      return answers.countDocuments({ speakers: speaker, ...open(now) })
    },

    /** Asks those who were not asked yet; nobody is asked twice about one offer. */
    async ask(questions: StoredQuestion[]): Promise<void> {
      if (questions.length > 0) await answers.bulkWrite(questions.map(toAsk), { ordered: false })
    },

    /** Changes questions that nobody has answered meanwhile. */
    async revise(questions: StoredQuestion[]): Promise<void> {
      if (questions.length > 0) await answers.bulkWrite(questions.map(toRevise), { ordered: false })
    },

    /** Nobody waits for an answer to this offer any more. */
    async close(offerId: string, now: Date): Promise<void> {
      await answers.updateMany({ offerId, ...unanswered }, { $set: { closedAt: now } })
    },

    /** The answer, if nobody was faster; `null` otherwise. */
    async say({ id }: Answer, word: Word, effects: Effect[]): Promise<Answer | null> {
      const change = { $set: { word }, $push: { effects: { $each: effects } } }
      const options = { returnDocument: 'after', projection: kept } as const
      return plainOrNull(await answers.findOneAndUpdate({ _id: id, ...unanswered }, change, options).lean())
    },

    /** Takes exactly this word back; `null` where another stands by now. */
    async unsay({ id, word }: Answer, effects: Effect[]): Promise<Answer | null> {
      const change = { $set: { word: null }, $push: { effects: { $each: effects } } }
      const options = { returnDocument: 'after', projection: kept } as const
      return plainOrNull(
        await answers.findOneAndUpdate({ _id: id, 'word.at': word?.at }, change, options).lean(),
      )
    },

    /** Open ones whose reminder has come. */
    remindersDue: async (now: Date, limit: number): Promise<Answer[]> =>
      list(
        await answers
          .find({ remindAt: { $lte: now }, ...open(now) }, kept)
          .sort({ remindAt: 1 })
          .limit(limit)
          .lean(),
      ),

    async remindAgain(reminders: { id: string; at: Date }[]): Promise<void> {
      if (reminders.length === 0) return
      const set = ({ id, at }: { id: string; at: Date }) => ({
        updateOne: { filter: { _id: id }, update: { $set: { remindAt: at } } },
      })
      await answers.bulkWrite(reminders.map(set), { ordered: false })
    },

    /** Asked since then, of one organisation or of all: what response figures are made of. */
    async askedSince(moment: Date, organisationId?: string): Promise<Answer[]> {
      const conditions = { askedAt: { $gte: moment }, ...(organisationId && { organisationId }) }
      return list(await answers.find(conditions, kept).lean())
    },
  }
}

function toAsk({ id, offerId, organisationId, ...fields }: StoredQuestion): AnyBulkWriteOperation<Stored> {
  const first = { ...fields, _id: id, effects: [] }
  return { updateOne: { filter: { offerId, organisationId }, update: { $setOnInsert: first }, upsert: true } }
}

function toRevise({ id, speakers, dueAt, until, closedAt, remindAt }: StoredQuestion) {
  const change = { speakers, dueAt, until, closedAt, remindAt }
  return { updateOne: { filter: { _id: id, word: null }, update: { $set: change } } }
}
