import type { Model } from 'mongoose'
import type { Organisation } from '../organisations/organisation.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import { beginningWith } from '../records/beginning-with.ts'
import type { StoredAccount } from './account-schema.ts'
import { noOrganisation, type Account, type Role } from './account.ts'

/** An account as those see it who keep accounts: also one that is locked or whose organisation is deactivated. */
export type AccountRecord = Pick<Account, 'id' | 'email' | 'name' | 'roles' | 'organisation' | 'language'> & {
  createdAt: Date
  lockedAt?: Date
}

export interface AccountSearch {
  /** the beginning of a word of the name or of a part of the e-mail */
  q?: string
  role?: Role
  /** else those that are open and those that are locked */
  state?: 'open' | 'locked'
}

const shown = {
  email: 1,
  name: 1,
  roles: 1,
  organisationId: 1,
  language: 1,
  createdAt: 1,
  lockedAt: 1,
} as const
const living = { deletedAt: { $exists: false } }

export function accountRecords(accounts: Model<StoredAccount>, organisations: OrganisationStore) {
  async function withOrganisations(documents: StoredAccount[]): Promise<AccountRecord[]> {
    const ids = documents.flatMap(({ organisationId }) => organisationId ?? [])
    const theirs = await organisations.findMany([...new Set(ids)])
    const byId = new Map(theirs.map((organisation) => [organisation.id, organisation]))
    return documents.map((document) => toRecord(document, byId.get(document.organisationId ?? '')))
  }

  return {
    async records(ids: string[]): Promise<AccountRecord[]> {
      const these = { _id: { $in: ids }, ...living }
      return withOrganisations(await accounts.find(these, shown).lean<StoredAccount[]>())
    },

    async recordsOf(organisationId: string): Promise<AccountRecord[]> {
      const theirs = { organisationId, ...living }
      return withOrganisations(await accounts.find(theirs, shown).sort({ name: 1 }).lean<StoredAccount[]>())
    },

    /** By name, a page at a time; `page` counts from 1. */
    async search(search: AccountSearch, page: number, size: number) {
      const conditions = conditionsOf(search)
      const found = await accounts
        .find(conditions, shown)
        .sort({ name: 1, _id: 1 })
        .skip((page - 1) * size)
        .limit(size)
        .lean<StoredAccount[]>()
      return { records: await withOrganisations(found), total: await accounts.countDocuments(conditions) }
    },

    /** Ends all sessions, tokens and sockets of an organisation's people. */
    async endAllOf(organisationId: string): Promise<void> {
      await accounts.updateMany({ organisationId }, { $inc: { epoch: 1 } })
    },
  }
}

function conditionsOf({ q, role, state }: AccountSearch) {
  return {
    ...living,
    ...(role && { roles: role }),
    ...(state && { lockedAt: { $exists: state === 'locked' } }),
    ...(q && { $or: [{ name: beginningWith(q) }, { email: beginningWith(q) }] }),
  }
}

function toRecord(stored: StoredAccount, organisation: Organisation = noOrganisation): AccountRecord {
  const { _id, email, name, roles, language, createdAt, lockedAt } = stored
  return { id: _id, email, name, roles, language, organisation, createdAt, lockedAt }
}
