import type { AccountStore } from '../accounts/account-store.ts'
import { passwordMatches } from '../accounts/password.ts'
import { told } from '../notifications/told.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import { audited, effect } from '../records/effect.ts'
import { organisationOf, rolesOf, type Registration } from './registration.ts'
import type { RegistrationStore } from './registration-store.ts'

export interface Entry {
  accounts: AccountStore
  organisations: OrganisationStore
  registrations: RegistrationStore
}

/**
 * Whoever has both the link and the password that was chosen with it gets in: a link alone, followed by the owner of
 * an address that somebody else gave, opens nothing to anybody.
 */
export async function confirm(
  registration: Registration,
  password: string,
  entry: Entry,
  now: Date,
): Promise<'confirmed' | 'wrong-password' | 'too-late'> {
  if (!(await passwordMatches(registration.passwordHash, password))) return 'wrong-password'
  const { id: registrationId } = registration
  const follows = [effect('registered', { registrationId }, now)]
  if (!(await entry.registrations.confirm(registration, now, follows))) return 'too-late'
  await enter({ ...registration, confirmedAt: now }, entry)
  return 'confirmed'
}

/** Makes the account, and the company if it is new. Repeating it changes nothing. */
export async function enter(registration: Registration, { accounts, organisations }: Entry): Promise<void> {
  const { accountId, email, name, passwordHash, language, company, joins, organisationId } = registration
  const at = registration.confirmedAt ?? registration.createdAt
  if (company && !(await accounts.credentials(email)))
    await organisations.add(organisationOf(registration, company, at))
  const place = company ? { organisationId } : { joining: { organisationId: joins ?? '', at } }
  const roles = rolesOf(registration)
  const record = { kind: 'account', id: accountId }
  const trace = { actor: { id: accountId, name }, act: 'account-registered', record }
  const effects = [audited({ ...trace, before: null, after: { roles, ...place } }, at)]
  if (joins)
    effects.push(told({ kind: 'join-asked', accountId, organisationId: joins, at: at.getTime() }, at))
  await accounts.add(
    accountId,
    { email, name, passwordHash, language, roles, ...place, createdAt: at },
    effects,
  )
}
