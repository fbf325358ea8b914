import type { Account, Role } from '../accounts/account.ts'
import type { AccountRecord } from '../accounts/account-records.ts'
import { audited } from '../records/effect.ts'
import type { Services } from '../services.ts'

/** Why an act on an account is refused; the words stand in the locales under `admin:accounts.refusal`. */
export type AccountRefusal = 'own-account' | 'last-administrator' | 'not-un-side' | 'changed' | 'already'

/** What administrators give and take; members and managers are looked after by their organisation. */
export const staffRoles = ['screener', 'administrator'] as const
export type StaffRole = (typeof staffRoles)[number]

interface Desk extends Pick<Services, 'accounts' | 'live'> {
  wake(): void
  now(): Date
}

const isStaffRole = (role: Role): role is StaffRole => (staffRoles as readonly Role[]).includes(role)

export const staffRolesOf = ({ roles }: Pick<Account, 'roles'>): StaffRole[] => roles.filter(isStaffRole)

/** What stands against giving somebody these roles. */
export function refusalOfRoles(
  record: AccountRecord,
  roles: StaffRole[],
  actor: Pick<Account, 'id'>,
): AccountRefusal | null {
  if (record.id === actor.id) return 'own-account'
  if (roles.length > 0 && (record.organisation.kind === 'company' || !record.organisation.id))
    return 'not-un-side'
  return staffRoles.every((role) => roles.includes(role) === record.roles.includes(role)) ? 'already' : null
}

/**
 * Gives and takes roles of staff; they hold from the next request on. Two administrators who take the role from each
 * other at the same moment would leave none: whoever finds nobody left puts back what was.
 */
export async function changeRoles(
  record: AccountRecord,
  { roles, reason }: { roles: StaffRole[]; reason: string },
  actor: Account,
  desk: Desk,
): Promise<AccountRefusal | null> {
  const refusal = refusalOfRoles(record, roles, actor)
  if (refusal) return refusal
  const after = [...record.roles.filter((role) => !isStaffRole(role)), ...roles]
  const states = { before: { roles: record.roles }, after: { roles: after, reason } }
  const trace = traceOf('change-roles', record, states, actor, desk)
  if (!(await desk.accounts.change(record, { roles: after }, [trace]))) return 'changed'
  desk.wake()
  if ((await desk.accounts.withRole('administrator')).length > 0) return null
  const undone = { before: states.after, after: { roles: record.roles } }
  const undoing = traceOf('change-roles', record, undone, actor, desk)
  await desk.accounts.change({ ...record, roles: after }, { roles: record.roles }, [undoing])
  return 'last-administrator'
}

/** Locks an account, which ends its sessions, tokens and sockets at once, or unlocks it. */
export async function changeLock(
  record: AccountRecord,
  { locked, reason }: { locked: boolean; reason: string },
  actor: Account,
  desk: Desk,
): Promise<AccountRefusal | null> {
  if (record.id === actor.id) return 'own-account'
  if (locked === Boolean(record.lockedAt)) return 'already'
  const states = { before: { locked: !locked }, after: { locked, reason } }
  const trace = traceOf(locked ? 'lock' : 'unlock', record, states, actor, desk)
  const change = { lockedAt: locked ? desk.now() : null, ...(locked && { ends: true as const }) }
  if (!(await desk.accounts.change(record, change, [trace]))) return 'changed'
  if (locked) desk.live.disconnect(record.id)
  desk.wake()
  return null
}

const traceOf = (
  act: string,
  { id }: AccountRecord,
  states: { before: Record<string, unknown>; after: Record<string, unknown> },
  actor: Account,
  desk: Desk,
) => audited({ actor, act, record: { kind: 'account', id }, ...states }, desk.now())
