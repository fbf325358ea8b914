import { Schema, type Connection } from 'mongoose'
import { isDuplicateKey } from '../records/duplicate-key.ts'
import { idAt, newId, timeOfId } from '../records/new-id.ts'
import { plain } from '../records/plain.ts'
import { sourceOf, type Event, type Notification } from './notification.ts'

type Stored = Omit<Notification, 'id'> & {
  _id: string
  source: string
  arrival?: string
  collapse?: string
  awaitingMail?: boolean
}

const optional = { type: String, default: undefined }
const schema: Schema<Stored> = new Schema(
  {
    _id: String,
    recipientId: String,
    kind: String,
    source: String,
    arrival: optional,
    collapse: optional,
    createdAt: Date,
    readAt: { type: Date, default: null },
    offerId: optional,
    needId: optional,
    matchId: optional,
    score: Number,
    because: { type: [{}], default: undefined },
    verdict: optional,
    organisationId: optional,
    count: Number,
    awaitingMail: { type: Boolean, default: undefined },
  },
  { versionKey: false, collection: 'notifications', minimize: false },
)
schema.index({ recipientId: 1, _id: -1 })
schema.index({ createdAt: 1 })
schema.index({ recipientId: 1, source: 1 }, { unique: true })
// A posting that arrives is worth one alert to a person, however many matches it makes at once.
schema.index(
  { recipientId: 1, arrival: 1 },
  { unique: true, partialFilterExpression: { arrival: { $exists: true } } },
)
schema.index(
  { awaitingMail: 1, createdAt: 1 },
  { partialFilterExpression: { awaitingMail: { $exists: true } } },
)
// Of what comes again and again, one that is unread is enough.
schema.index(
  { recipientId: 1, collapse: 1 },
  { unique: true, partialFilterExpression: { collapse: { $exists: true } } },
)

export type NotificationStore = ReturnType<typeof notificationStore>

/** as many as one page of the board or one answer of the API holds */
export const inboxPageSize = 50
const overlapMilliseconds = 60_000
const kept = { source: 0, arrival: 0, collapse: 0, awaitingMail: 0 }
const asRead = (now: Date) => ({ $set: { readAt: now }, $unset: { collapse: 1 as const } })

export function notificationStore(connection: Connection) {
  const notifications = connection.model('Notification', schema)
  const found = async (conditions: object, order: 1 | -1, limit: number): Promise<Notification[]> => {
    const documents = await notifications.find(conditions, kept).sort({ _id: order }).limit(limit).lean()
    return documents.map((document) => plain<Notification>(document))
  }

  return {
    /** One inbox entry per recipient, unless that recipient has been told already. */
    async add(event: Event, recipientIds: string[], now: Date): Promise<void> {
      const { kind, ...rest } = event
      const base = {
        ...rest,
        kind,
        source: sourceOf(event),
        createdAt: now,
        readAt: null,
        awaitingMail: true,
      }
      const entries = recipientIds.map((recipientId) => ({ ...base, _id: newId(), recipientId }))
      if (entries.length === 0) return
      await notifications.insertMany(entries, { ordered: false }).catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error
      })
    },

    /** Whoever has what nobody has mailed yet and what has rested since `before`. */
    async peopleAwaitingMail(before: Date): Promise<string[]> {
      return notifications.distinct('recipientId', { awaitingMail: true, createdAt: { $lte: before } })
    },

    awaitingMail: (recipientId: string, before: Date) =>
      found({ recipientId, awaitingMail: true, createdAt: { $lte: before } }, 1, 200),

    async mailed(ids: string[]): Promise<void> {
      await notifications.updateMany({ _id: { $in: ids } }, { $unset: { awaitingMail: 1 } })
    },

    /** What came up to a moment is never mailed. */
    async mailNoneOf(until: Date): Promise<void> {
      const told = { awaitingMail: true, createdAt: { $lte: until } }
      await notifications.updateMany(told, { $unset: { awaitingMail: 1 } })
    },

    /** Newest first. */
    unreadAmong: (recipientId: string, ids: string[]) =>
      found({ _id: { $in: ids }, recipientId, readAt: null }, -1, ids.length || 1),

    newest: (recipientId: string, unreadOnly = false) =>
      found(unreadOnly ? { recipientId, readAt: null } : { recipientId }, -1, inboxPageSize),

    /** Older than `beforeId`, newest first. */
    before: (recipientId: string, beforeId: string) =>
      found({ recipientId, _id: { $lt: beforeId } }, -1, inboxPageSize),

    /** What came after `afterId` and in the minute before it, oldest first: the reader drops what it knows. */
    async since(recipientId: string, afterId: string, limit = inboxPageSize): Promise<Notification[]> {
      const seen = timeOfId(afterId)
      const from = seen ? idAt(new Date(seen.getTime() - overlapMilliseconds)) : ''
      return found({ recipientId, _id: { $gt: from } }, 1, limit)
    },

    /** Strictly newer than `afterId`, oldest first. */
    after: (recipientId: string, afterId: string, unreadOnly = false) =>
      found({ recipientId, _id: { $gt: afterId }, ...(unreadOnly && { readAt: null }) }, 1, inboxPageSize),

    /** Of several people, made at or after `from`, oldest first. */
    async ofPeople(recipientIds: string[], from: Date, limit = 1_000): Promise<Notification[]> {
      return found({ recipientId: { $in: recipientIds }, createdAt: { $gte: from } }, 1, limit)
    },

    async unread(recipientId: string): Promise<number> {
      return notifications.countDocuments({ recipientId, readAt: null })
    },

    /** `false` where this person has no such notification; reading it again keeps the first moment. */
    async read(recipientId: string, id: string, now: Date): Promise<boolean> {
      await notifications.updateOne({ _id: id, recipientId, readAt: null }, asRead(now))
      return (await notifications.exists({ _id: id, recipientId })) !== null
    },

    async readAll(recipientId: string, upToId: string, now: Date): Promise<void> {
      const shown = { recipientId, readAt: null, _id: { $lte: upToId } }
      await notifications.updateMany(shown, asRead(now))
    },

    /** What a person has been told of a conversation that they now have before their eyes; `true` if that was anything. */
    async readCollapsed(recipientId: string, collapse: string, now: Date): Promise<boolean> {
      const told = { recipientId, collapse, readAt: null }
      return (await notifications.updateMany(told, asRead(now))).modifiedCount > 0
    },
  }
}
