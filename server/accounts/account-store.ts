import { Schema, type Connection } from 'mongoose'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import type { Account, Role } from './account.ts'

interface Stored {
  _id: string
  email: string
  name: string
  passwordHash: string
  roles: Role[]
  organisationId: string
  language?: string
  createdAt: Date
}

const schema: Schema<Stored> = new Schema(
  {
    _id: String,
    email: String,
    name: String,
    passwordHash: String,
    roles: [String],
    organisationId: String,
    language: { type: String, default: undefined },
    createdAt: Date,
  },
  { versionKey: false, collection: 'accounts' },
)
schema.index({ email: 1 }, { unique: true })
schema.index({ organisationId: 1 })
schema.index({ roles: 1 })

export type AccountStore = ReturnType<typeof accountStore>

/** People. E-mail addresses are compared in lower case. The password's hash leaves only through `credentials`. */
export function accountStore(connection: Connection, organisations: OrganisationStore) {
  const accounts = connection.model('Account', schema)
  const shown = { passwordHash: 0 }

  async function withOrganisations(found: Stored[]): Promise<Account[]> {
    const theirs = await organisations.findMany([...new Set(found.map((one) => one.organisationId))])
    const byId = new Map(theirs.map((organisation) => [organisation.id, organisation]))
    return found.flatMap(({ _id, email, name, roles, language, organisationId }) => {
      const organisation = byId.get(organisationId)
      return organisation ? [{ id: _id, email, name, roles, language, organisation }] : []
    })
  }

  return {
    async find(id: string): Promise<Account | null> {
      return (await withOrganisations(await accounts.find({ _id: id }, shown).lean<Stored[]>()))[0] ?? null
    },

    async findMany(ids: string[]): Promise<Account[]> {
      return withOrganisations(await accounts.find({ _id: { $in: ids } }, shown).lean<Stored[]>())
    },

    async membersOf(organisationIds: string[]): Promise<Account[]> {
      const members = { organisationId: { $in: organisationIds }, roles: { $in: ['member' as const] } }
      return withOrganisations(await accounts.find(members, shown).lean<Stored[]>())
    },

    async withRole(role: Role): Promise<Account[]> {
      return withOrganisations(await accounts.find({ roles: { $in: [role] } }, shown).lean<Stored[]>())
    },

    async credentials(email: string): Promise<{ id: string; passwordHash: string } | null> {
      const found = await accounts.findOne({ email: email.trim().toLowerCase() }).lean()
      return found && { id: found._id, passwordHash: found.passwordHash }
    },

    /** Adds the account or, where the e-mail is known, leaves it as it is. */
    async add(id: string, fields: Omit<Stored, '_id'>): Promise<void> {
      const email = fields.email.toLowerCase()
      await accounts.updateOne({ email }, { $setOnInsert: { ...fields, _id: id, email } }, { upsert: true })
    },

    async setPasswordHash(email: string, passwordHash: string): Promise<void> {
      await accounts.updateOne({ email: email.toLowerCase() }, { $set: { passwordHash } })
    },

    async setLanguage(id: string, language: string): Promise<void> {
      await accounts.updateOne({ _id: id }, { $set: { language } })
    },

    async any(): Promise<boolean> {
      return (await accounts.exists({})) !== null
    },
  }
}
