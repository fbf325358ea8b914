import { isPlaced, type Account } from '../accounts/account.ts'
import { permissionsOf } from '../accounts/permission.ts'
import { audited } from '../records/effect.ts'
import { goodbye, mayGoOn, type Outcome, type PeopleDesk } from './people-acts.ts'
import { removalRefusal } from './people.ts'

/** Ends a person's own place in an organisation: at once, on all pages, tokens and sockets. */
export async function leave(account: Account, desk: PeopleDesk, now: Date): Promise<Outcome> {
  const { id, organisation, roles } = account
  const left = { organisationId: null, roles: [], ends: true as const }
  const before = { organisationId: organisation.id, roles }
  const record = { kind: 'account', id }
  const trace = audited(
    { actor: account, act: 'person-left', record, before, after: { organisationId: null, roles: [] } },
    now,
  )
  return depart(account, desk, (read) =>
    desk.accounts.change(read, left, [trace, goodbye(account, organisation, now)]),
  )
}

/** Ends the account itself. The record and its trace stay, and neither tells any longer who it was. */
export async function deleteOwn(account: Account, desk: PeopleDesk, now: Date): Promise<Outcome> {
  const { id } = account
  const actor = { id, name: '' }
  const trace = audited(
    { actor, act: 'account-deleted', record: { kind: 'account', id }, before: null, after: null },
    now,
  )
  return depart(account, desk, (read) => desk.accounts.forget(read, now, [trace]))
}

async function depart(
  account: Account,
  desk: PeopleDesk,
  go: (read: Account) => Promise<boolean>,
): Promise<Outcome> {
  const { organisation } = account
  if (isPlaced(account)) {
    const refusal = removalRefusal(account, await desk.accounts.peopleOf(organisation.id), account)
    if (refusal) return refusal
    if (!(await mayGoOn({ organisation, actor: account }, desk))) return 'overtaken'
  }
  const read = await steppedDown(account, desk)
  if (!read) return 'last-administrator'
  const gone = await go(read)
  if (gone) desk.live.disconnect(account.id)
  return gone ? 'done' : 'overtaken'
}

/**
 * Whoever administers the site lays that down first. Two administrators who go at the same moment would leave none:
 * whoever finds nobody left takes it up again.
 */
async function steppedDown(account: Account, { accounts }: PeopleDesk): Promise<Account | null> {
  if (!permissionsOf(account).administer) return account
  const roles = account.roles.filter((role) => role !== 'administrator')
  const without = { ...account, roles }
  if (!(await accounts.change(account, { roles }))) return without
  if ((await accounts.withRole('administrator')).length > 0) return without
  await accounts.change(without, { roles: account.roles })
  return null
}
