import { Schema, type Connection } from 'mongoose'
import { isDuplicateKey } from '../../records/duplicate-key.ts'
import { effectFields, type Effect } from '../../records/effect.ts'
import { plain, plainOrNull } from '../../records/plain.ts'
import type { Message } from './message.ts'

type Stored = Omit<Message, 'id'> & { _id: string; key: string; effects: Effect[] }

const schema: Schema<Stored> = new Schema(
  {
    ...{ _id: String, matchId: String, authorId: String, name: String, side: String },
    text: { type: String, default: '' },
    sentAt: Date,
    takenBackAt: { type: Date, default: undefined },
    /** given by the sender, so that sending it again adds nothing */
    key: String,
    ...effectFields,
  },
  { versionKey: false, collection: 'messages' },
)
schema.index({ matchId: 1, _id: -1 })
schema.index({ authorId: 1, sentAt: -1 })
schema.index({ sentAt: 1 })
schema.index({ takenBackAt: 1 })
schema.index({ matchId: 1, authorId: 1, key: 1 }, { unique: true })
schema.index({ 'effects.at': 1 })

const kept = { effects: 0, key: 0 }

export type MessageStore = ReturnType<typeof messageStore>

export const messagesPerPage = 50

/** Conversations, one document for each message. */
export function messageStore(connection: Connection) {
  const messages = connection.model('Message', schema)
  const found = async (conditions: object, limit: number): Promise<Message[]> => {
    const documents = await messages.find(conditions, kept).sort({ _id: -1 }).limit(limit).lean()
    return documents.map((document) => plain<Message>(document)).reverse()
  }

  return {
    async find(id: string): Promise<Message | null> {
      return plainOrNull<Message>(await messages.findOne({ _id: id }, kept).lean())
    },

    /** The latest of a conversation, or those before one of them; oldest first. */
    page: (matchId: string, before?: string, limit = messagesPerPage) =>
      found({ matchId, ...(before && { _id: { $lt: before } }) }, limit),

    async latest(matchId: string): Promise<Message | null> {
      return (await found({ matchId }, 1))[0] ?? null
    },

    async latestBy(authorId: string, matchId: string): Promise<Message | null> {
      return (await found({ matchId, authorId }, 1))[0] ?? null
    },

    count: (matchId: string): Promise<number> => messages.countDocuments({ matchId }),

    /** How many others wrote after one of them; `after` empty counts all. */
    countAfter: (matchId: string, after: string, readerId: string): Promise<number> =>
      messages.countDocuments({ matchId, _id: { $gt: after }, authorId: { $ne: readerId } }),

    /** Of all conversations, sent or taken back at or after `from`, oldest first. */
    since: (from: Date) =>
      found({ $or: [{ sentAt: { $gte: from } }, { takenBackAt: { $gte: from } }] }, 1_000),

    /** When the person wrote since then, in whichever conversation, the latest first. */
    async timesOf(authorId: string, from: Date, limit: number): Promise<Date[]> {
      const latest = { sort: { sentAt: -1 }, limit } as const
      const theirs = await messages.find({ authorId, sentAt: { $gt: from } }, { sentAt: 1 }, latest).lean()
      return theirs.map(({ sentAt }) => sentAt)
    },

    /** The one that the author sent with this key already. */
    async sent({ matchId, authorId }: Pick<Message, 'matchId' | 'authorId'>, key: string) {
      return plainOrNull<Message>(await messages.findOne({ matchId, authorId, key }, kept).lean())
    },

    /** Stores it, or gives back the one that was sent with the same key. */
    async add({ id, ...fields }: Message, key: string, effects: Effect[]): Promise<Message> {
      try {
        await messages.create([{ _id: id, ...fields, key, effects }])
        return { id, ...fields }
      } catch (error) {
        const first = isDuplicateKey(error) && (await this.sent(fields, key))
        if (!first) throw error
        return first
      }
    },

    /** Its text is gone for good; `false` if it had been taken back before. */
    async takeBack(id: string, now: Date, effects: Effect[]): Promise<boolean> {
      const change = { $set: { takenBackAt: now, text: '' }, $push: { effects: { $each: effects } } }
      const still = { _id: id, takenBackAt: { $exists: false } }
      return (await messages.updateOne(still, change)).matchedCount === 1
    },
  }
}
