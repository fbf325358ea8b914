import type { Account } from '../accounts/account.ts'
import { permissionsOf } from '../accounts/permission.ts'
import type { MemberRole } from './invitation.ts'

/** Why an act on a person can't be done; its words stand in `people.refused` of the locales. */
export type Refusal = 'last-manager' | 'last-administrator' | 'administrator' | 'gone'

const isManager = ({ roles }: Account): boolean => roles.includes('manager')
const manages = (person: Account, people: Account[]): boolean =>
  people.some((other) => other.id !== person.id && isManager(other))

/**
 * Whether `actor` may take somebody out: an organisation keeps a manager as long as anybody is in it, and those who
 * administer the site are none of its managers' business.
 */
export function removalRefusal(person: Account, people: Account[], actor: Account): Refusal | null {
  if (!people.some(({ id }) => id === person.id)) return 'gone'
  if (isOutOfReach(person, actor)) return 'administrator'
  const others = people.length > 1
  return others && isManager(person) && !manages(person, people) ? 'last-manager' : null
}

/** Whether `actor` may make somebody a member or manager. */
export function roleRefusal(
  person: Account,
  role: MemberRole,
  people: Account[],
  actor: Account,
): Refusal | null {
  if (!people.some(({ id }) => id === person.id)) return 'gone'
  if (isOutOfReach(person, actor)) return 'administrator'
  return role === 'member' && isManager(person) && !manages(person, people) ? 'last-manager' : null
}

const isOutOfReach = (person: Account, actor: Account): boolean =>
  person.id !== actor.id && permissionsOf(person).administer && !permissionsOf(actor).administer
