import { Schema } from 'mongoose'
import { effectFields, type Effect } from '../records/effect.ts'
import type { Joining, MailPreference, Role } from './account.ts'

/** What an account is made of when it is made. */
export interface NewAccount {
  email: string
  name: string
  passwordHash: string
  roles: Role[]
  /** none: of nobody yet */
  organisationId?: string
  language?: string
  joining?: Joining
  createdAt: Date
}

export interface StoredAccount extends NewAccount {
  _id: string
  epoch?: number
  mailPreference?: MailPreference
  /** the key of the newest link for a new password */
  reset?: { hash: string; expiresAt: Date }
  /** the last mail about what was not read */
  mailedAt?: Date
  deletedAt?: Date
  /** by an administrator: nobody signs in with it */
  lockedAt?: Date
  effects: Effect[]
}

const optional = { type: String, default: undefined }
const moment = { type: Date, default: undefined }

export const accountSchema: Schema<StoredAccount> = new Schema(
  {
    _id: String,
    email: String,
    name: String,
    passwordHash: String,
    roles: [String],
    organisationId: optional,
    language: optional,
    joining: { type: { organisationId: String, at: Date }, default: undefined, _id: false },
    epoch: Number,
    mailPreference: optional,
    reset: { type: { hash: String, expiresAt: Date }, default: undefined, _id: false },
    mailedAt: moment,
    deletedAt: moment,
    lockedAt: moment,
    createdAt: Date,
    ...effectFields,
  },
  { versionKey: false, collection: 'accounts' },
)
accountSchema.index({ email: 1 }, { unique: true })
accountSchema.index({ organisationId: 1 })
accountSchema.index({ roles: 1 })
accountSchema.index({ 'joining.organisationId': 1 })
accountSchema.index({ 'reset.hash': 1 })
accountSchema.index({ 'effects.at': 1 })
