import { Schema, type Connection } from 'mongoose'
import { plain } from '../records/plain.ts'
import type { Mail } from './mail.ts'

interface Stored extends Omit<Mail, 'id'> {
  _id: string
  createdAt: Date
  /** it waits, and may be taken on from then */
  dueAt?: Date
  attempts: number
  endedAt?: Date
  outcome?: 'sent' | 'needless' | 'given-up'
  /** as it left, in demo mode only: it may hold the key of a link */
  shown?: { subject: string; text: string }
}

/** A mail that waits, with how often it was tried. */
export type WaitingMail = Mail & Pick<Stored, 'createdAt' | 'attempts'>
/** A mail that left, as the outbox page of the demo shows it. */
export type ShownMail = Mail & { endedAt: Date; shown: { subject: string; text: string } }

const schema: Schema<Stored> = new Schema(
  {
    _id: String,
    kind: String,
    to: String,
    language: String,
    values: {},
    link: { type: {}, default: undefined },
    about: { type: {}, default: undefined },
    createdAt: Date,
    dueAt: { type: Date, default: undefined },
    attempts: Number,
    endedAt: { type: Date, default: undefined },
    outcome: { type: String, default: undefined },
    shown: { type: {}, default: undefined },
  },
  { versionKey: false, collection: 'mails', minimize: false },
)
const keptSeconds = 30 * 24 * 60 * 60
schema.index({ dueAt: 1 })
schema.index({ endedAt: 1 }, { expireAfterSeconds: keptSeconds })

const leaseMilliseconds = 2 * 60_000

export type MailStore = ReturnType<typeof mailStore>

/** Mails that wait and those that left in the last 30 days. */
export function mailStore(connection: Connection) {
  const mails = connection.model('Mail', schema)
  return {
    /** Adds it unless it is there already, by id. */
    async add({ id, ...mail }: Mail, now: Date): Promise<void> {
      const first = { ...mail, createdAt: now, dueAt: now, attempts: 0 }
      await mails.updateOne({ _id: id }, { $setOnInsert: first }, { upsert: true })
    },

    /** The one that has waited longest; nobody else gets it before its lease ends. */
    async claim(now: Date): Promise<WaitingMail | null> {
      const claimed = await mails
        .findOneAndUpdate(
          { dueAt: { $lte: now } },
          { $set: { dueAt: new Date(now.getTime() + leaseMilliseconds) }, $inc: { attempts: 1 } },
          { sort: { dueAt: 1 }, returnDocument: 'after' },
        )
        .lean()
      return claimed && plain<WaitingMail>(claimed)
    },

    async end(
      id: string,
      outcome: NonNullable<Stored['outcome']>,
      now: Date,
      shown?: Stored['shown'],
    ): Promise<void> {
      const change = {
        $set: { outcome, endedAt: now, ...(shown && { shown }) },
        $unset: { dueAt: 1 as const },
      }
      await mails.updateOne({ _id: id }, change)
    },

    async postpone(id: string, until: Date): Promise<void> {
      await mails.updateOne({ _id: id }, { $set: { dueAt: until } })
    },

    /** What did not leave yet, how much of it was tried in vain, and since when the first of it waits. */
    async backlog(): Promise<{ waiting: number; failing: number; since: Date | null }> {
      const waiting = { dueAt: { $exists: true } }
      const oldest = await mails.find(waiting).sort({ createdAt: 1 }).limit(1).lean()
      return {
        waiting: await mails.countDocuments(waiting),
        failing: await mails.countDocuments({ ...waiting, attempts: { $gt: 1 } }),
        since: oldest[0]?.createdAt ?? null,
      }
    },

    /** What waits is tried at once. */
    async hurry(now: Date): Promise<void> {
      await mails.updateMany({ dueAt: { $gt: now }, attempts: { $gt: 1 } }, { $set: { dueAt: now } })
    },

    /** What was kept to be shown, newest first. */
    async shown(limit: number): Promise<ShownMail[]> {
      const kept = { shown: { $exists: true } }
      const found = await mails.find(kept).sort({ endedAt: -1, _id: -1 }).limit(limit).lean()
      return found.map((mail) => plain<ShownMail>(mail))
    },
  }
}
