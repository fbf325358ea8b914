import type { Connection } from 'mongoose'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import type { Effect } from '../records/effect.ts'
import { accountSchema, type NewAccount, type StoredAccount } from './account-schema.ts'
import { noOrganisation, type Account, type Admission, type Role } from './account.ts'
import { accountRecords } from './account-records.ts'
import { secretsOf } from './secret-store.ts'

export type AccountStore = ReturnType<typeof accountStore>

/** What one act changes of an account. */
export interface AccountChange {
  roles?: Role[]
  /** `null`: of none from now on */
  organisationId?: string | null
  joining?: Account['joining'] | null
  name?: string
  lockedAt?: Date | null
  /** ends all sessions, tokens and sockets */
  ends?: true
}

/** What a change is conditional on: the account as it was read. */
type AsRead = Pick<Account, 'id' | 'organisation' | 'roles' | 'joining'> & { lockedAt?: Date }

const living = { deletedAt: { $exists: false }, lockedAt: { $exists: false } }

/**
 * People. E-mail addresses are compared in lower case. The password's hash leaves only through `credentials`. An account
 * that is locked, or whose organisation is deactivated, is nobody: only `records` and its like find it.
 */
export function accountStore(connection: Connection, organisations: OrganisationStore) {
  const accounts = connection.model('Account', accountSchema)
  const shown = { passwordHash: 0, reset: 0, effects: 0 }

  async function found(conditions: object): Promise<Account[]> {
    const documents = await accounts.find({ ...conditions, ...living }, shown).lean<StoredAccount[]>()
    const ids = documents.flatMap(({ organisationId }) => organisationId ?? [])
    const theirs = await organisations.findMany([...new Set(ids)])
    const byId = new Map(theirs.map((organisation) => [organisation.id, organisation]))
    return documents
      .map((document) => toAccount(document, byId.get(document.organisationId ?? '')))
      .filter(({ organisation }) => !organisation.deactivatedAt)
  }

  return {
    ...secretsOf(accounts),
    ...accountRecords(accounts, organisations),

    async find(id: string): Promise<Account | null> {
      return (await found({ _id: id }))[0] ?? null
    },

    findMany: (ids: string[]): Promise<Account[]> => found({ _id: { $in: ids } }),

    /** The account, if what began for it in that epoch has not been ended. */
    async admitted({ accountId, epoch }: Admission): Promise<Account | null> {
      const account = await this.find(accountId)
      return account?.epoch === epoch ? account : null
    },

    /** The epochs of accounts by their ids; those that are gone are missing. */
    async epochsOf(ids: string[]): Promise<Map<string, number>> {
      const documents = await accounts
        .find({ _id: { $in: ids }, ...living }, { epoch: 1 })
        .lean<StoredAccount[]>()
      return new Map(documents.map(({ _id, epoch = 0 }) => [_id, epoch]))
    },

    membersOf: (organisationIds: string[]): Promise<Account[]> =>
      found({ organisationId: { $in: organisationIds }, roles: 'member' }),

    /** Everybody of an organisation, whatever they may do. */
    peopleOf: (organisationId: string): Promise<Account[]> => found({ organisationId }),

    withRole: (role: Role): Promise<Account[]> => found({ roles: role }),

    /** Those who ask to join an organisation. */
    joining: (organisationId: string): Promise<Account[]> =>
      found({ 'joining.organisationId': organisationId }),

    async withEmail(email: string): Promise<Account | null> {
      return (await found({ email: email.trim().toLowerCase() }))[0] ?? null
    },

    /** Adds the account or, where the e-mail is known, leaves it as it is. */
    async add(id: string, fields: NewAccount, effects: Effect[] = []): Promise<void> {
      const email = fields.email.trim().toLowerCase()
      const first = { ...fields, _id: id, email, effects }
      await accounts.updateOne({ email }, { $setOnInsert: first }, { upsert: true })
    },

    async setLanguage(id: string, language: string): Promise<void> {
      await accounts.updateOne({ _id: id }, { $set: { language } })
    },

    async setMailPreference(id: string, mailPreference: Account['mailPreference']): Promise<void> {
      await accounts.updateOne({ _id: id }, { $set: { mailPreference } })
    },

    /** When it was last mailed what it had not read. */
    async mailedAt(id: string): Promise<Date | undefined> {
      return (await accounts.findOne({ _id: id }, { mailedAt: 1 }).lean())?.mailedAt
    },

    /** `false` where another process was first. */
    async noteMailed(id: string, before: Date | undefined, now: Date, effects: Effect[]): Promise<boolean> {
      const asRead = { _id: id, mailedAt: before ?? { $exists: false } }
      const change = { $set: { mailedAt: now }, $push: { effects: { $each: effects } } }
      return (await accounts.updateOne(asRead, change)).matchedCount === 1
    },

    /** One act on an account in one write; `false` where its place or roles are no longer as they were read. */
    async change(read: AsRead, { ends, ...change }: AccountChange, effects: Effect[] = []) {
      const place = read.organisation.id || { $exists: false }
      const asking = read.joining?.organisationId ?? { $exists: false }
      const asRead = {
        ...{ _id: read.id, organisationId: place, roles: read.roles, deletedAt: { $exists: false } },
        lockedAt: read.lockedAt ?? { $exists: false },
        ...('joining' in change && { 'joining.organisationId': asking }),
      }
      const entries = Object.entries(change).filter(([, value]) => value !== undefined)
      const removed = entries.filter(([, value]) => value === null).map(([name]) => [name, 1 as const])
      const set = Object.fromEntries(entries.filter(([, value]) => value !== null))
      const written = await accounts.updateOne(asRead, {
        $set: set,
        $unset: Object.fromEntries(removed),
        $inc: { epoch: ends ? 1 : 0 },
        $push: { effects: { $each: effects } },
      })
      return written.matchedCount === 1
    },

    /** The record stays for what refers to it; nothing in it tells who it was. */
    async forget(read: Account, now: Date, effects: Effect[]): Promise<boolean> {
      const nobody = { email: `${read.id}@deleted.invalid`, name: '', passwordHash: '', roles: [] }
      const asRead = { _id: read.id, deletedAt: { $exists: false } }
      const written = await accounts.updateOne(asRead, {
        $set: { ...nobody, deletedAt: now },
        $unset: { organisationId: 1, joining: 1, language: 1, reset: 1 },
        $inc: { epoch: 1 },
        $push: { effects: { $each: effects } },
      })
      return written.matchedCount === 1
    },

    async any(): Promise<boolean> {
      return (await accounts.exists({})) !== null
    },
  }
}

function toAccount(stored: StoredAccount, organisation = noOrganisation): Account {
  const { _id, email, name, roles, language, joining, epoch = 0, mailPreference = 'at-once' } = stored
  return { id: _id, email, name, roles, language, organisation, joining, epoch, mailPreference }
}
