import { Schema, type SchemaDefinition } from 'mongoose'
import { effectFields, type Effect } from '../records/effect.ts'
import type { Source } from './posting.ts'
import type { Typed } from './typed.ts'

/** What the store itself keeps beside a posting's own fields. */
export interface StoredPosting {
  _id: string
  organisationId: string
  revision: number
  createdAt: Date
  updatedAt: Date
  publishedAt: Date | null
  withdrawnAt: Date | null
  suspended?: boolean
  termFrom?: Date
  confirmedAt?: Date
  askedAt?: Date
  requestKey?: string
  source?: Source
  typed?: Typed
  work: {
    dueAt?: Date
    waitingSince?: Date
    endedAt?: Date
    token?: string
    attempts: number
    problem?: string
    done?: Record<string, string | number>
    quiet: boolean
    lookAt?: Date
  }
  effects: Effect[]
}

const optional = { type: String, default: undefined }
const moment = { type: Date, default: null }

const content: SchemaDefinition = {
  title: String,
  description: String,
  language: String,
  contributionTypes: [String],
  sdgs: [Number],
  sdgTargets: [String],
  countries: [String],
  regions: [String],
  industry: optional,
  quantity: { type: { amount: Number, unit: String }, default: undefined, _id: false },
  value: { type: { amount: Number, currency: String }, default: undefined, _id: false },
  availableFrom: Date,
  availableUntil: Date,
  urgency: optional,
  inKind: {
    type: {
      condition: String,
      shelfLifeUntil: Date,
      freightPaidBy: String,
      customsBy: String,
      consignee: String,
    },
    default: undefined,
    _id: false,
  },
}

/** Where the processing stands with a posting; see `posting-work.ts`. */
const work: SchemaDefinition = {
  dueAt: Date,
  /** what made it due first, however often it was tried since */
  waitingSince: Date,
  /** the last run that went through, and so wrote to the index */
  endedAt: Date,
  token: optional,
  attempts: { type: Number, default: 0 },
  /** what the last attempt failed with */
  problem: optional,
  done: { type: {}, default: undefined },
  /** set by a bulk import: one summary per office instead of an alert each */
  quiet: { type: Boolean, default: false },
  /** when the clock next brings it something, see `posting-looks-work.ts` */
  lookAt: Date,
}

const common: SchemaDefinition = {
  _id: String,
  ...content,
  organisationId: String,
  revision: Number,
  createdAt: Date,
  updatedAt: Date,
  publishedAt: moment,
  withdrawnAt: moment,
  taken: { type: Number, default: undefined },
  /** withdrawn because its organisation was deactivated */
  suspended: { type: Boolean, default: undefined },
  termFrom: Date,
  confirmedAt: Date,
  askedAt: Date,
  source: {
    type: { format: String, key: String, url: String, digest: String },
    default: undefined,
    _id: false,
  },
  /** the sender's key for this posting, so that a repeated request finds the first one's */
  requestKey: optional,
  work: { type: work, default: {}, _id: false },
  typed: { type: {}, default: undefined },
  ...effectFields,
}

/** The stored shape of offers and needs; `own` are the fields that only one side has. */
export function postingSchema(collection: string, own: SchemaDefinition): Schema<StoredPosting> {
  const fields = { ...common, ...own } as SchemaDefinition<StoredPosting>
  const schema: Schema<StoredPosting> = new Schema(fields, { versionKey: false, collection, minimize: false })
  schema.index({ organisationId: 1, createdAt: -1 })
  schema.index({ createdAt: -1 })
  schema.index({ 'work.quiet': 1, 'work.dueAt': 1 })
  schema.index({ 'work.token': 1 })
  schema.index({ 'work.waitingSince': 1 })
  schema.index({ 'work.endedAt': 1 })
  schema.index({ 'work.lookAt': 1 })
  schema.index({ 'effects.at': 1 })
  unique(schema, { organisationId: 1, requestKey: 1 }, 'requestKey')
  unique(schema, { 'source.format': 1, 'source.key': 1 }, 'source.key')
  return schema
}

const unique = (schema: Schema<StoredPosting>, keys: Record<string, 1>, present: string) =>
  schema.index(keys, { unique: true, partialFilterExpression: { [present]: { $exists: true } } })
