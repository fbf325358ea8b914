import { Schema, type Connection } from 'mongoose'
import { isDuplicateKey } from '../../records/duplicate-key.ts'
import { effectFields, type Effect } from '../../records/effect.ts'
import { plain, plainOrNull } from '../../records/plain.ts'
import type { Question } from './question.ts'

type Stored = Omit<Question, 'id'> & { _id: string; key: string; effects: Effect[] }

const optional = { type: {}, default: undefined }
const schema: Schema<Stored> = new Schema(
  {
    ...{ _id: String, needId: String, organisationId: String, accountId: String, name: String, text: String },
    askedAt: Date,
    ...{ answer: optional, declined: optional, hidden: optional },
    /** given by the asker, so that sending it again asks nothing more */
    key: String,
    ...effectFields,
  },
  { versionKey: false, collection: 'questions' },
)
schema.index({ needId: 1, _id: 1 })
schema.index({ accountId: 1, askedAt: -1 })
schema.index({ accountId: 1, key: 1 }, { unique: true })
schema.index({ 'effects.at': 1 })

const kept = { effects: 0, key: 0 }
const mostOnANeed = 200

export type QuestionStore = ReturnType<typeof questionStore>

/** Questions on needs, with their answers. */
export function questionStore(connection: Connection) {
  const questions = connection.model('Question', schema)
  const one = async (conditions: object): Promise<Question | null> =>
    plainOrNull<Question>(await questions.findOne(conditions, kept).lean())

  return {
    find: (id: string) => one({ _id: id }),

    /** In the order in which they were asked. */
    async ofNeed(needId: string): Promise<Question[]> {
      const found = await questions.find({ needId }, kept).sort({ _id: 1 }).limit(mostOnANeed).lean()
      return found.map((document) => plain<Question>(document))
    },

    asked: (accountId: string, key: string) => one({ accountId, key }),

    /** When the person asked since then, the latest first. */
    async timesOf(accountId: string, from: Date, limit: number): Promise<Date[]> {
      const latest = { sort: { askedAt: -1 }, limit } as const
      const theirs = await questions
        .find({ accountId, askedAt: { $gt: from } }, { askedAt: 1 }, latest)
        .lean()
      return theirs.map(({ askedAt }) => askedAt)
    },

    /** Stores it, or gives back the one that was asked with the same key. */
    async add({ id, ...fields }: Question, key: string, effects: Effect[]): Promise<Question> {
      try {
        await questions.create([{ _id: id, ...fields, key, effects }])
        return { id, ...fields }
      } catch (error) {
        const first = isDuplicateKey(error) && (await this.asked(fields.accountId, key))
        if (!first) throw error
        return first
      }
    },

    /** An answer or a word that there will be none; `false` where somebody was quicker. */
    async settle(
      id: string,
      change: Pick<Question, 'answer'> | Pick<Question, 'declined'>,
      effects: Effect[],
    ): Promise<boolean> {
      const absent = { $exists: false }
      const waiting = { _id: id, answer: absent, declined: absent, hidden: absent }
      return write(waiting, change, effects)
    },

    hide: (id: string, hidden: Question['hidden'], effects: Effect[]): Promise<boolean> =>
      write({ _id: id, hidden: { $exists: false } }, { hidden }, effects),
  }

  async function write(condition: object, set: object, effects: Effect[]): Promise<boolean> {
    const change = { $set: set, $push: { effects: { $each: effects } } }
    return (await questions.updateOne(condition, change)).matchedCount === 1
  }
}
