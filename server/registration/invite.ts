import type { AccountStore } from '../accounts/account-store.ts'
import { isPlaced, type Account } from '../accounts/account.ts'
import { byMail } from '../mail/by-mail.ts'
import type { LinkKeys } from '../mail/link-keys.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { paths } from '../paths.ts'
import { audited, effect, type Actor, type Effect } from '../records/effect.ts'
import { newId } from '../records/new-id.ts'
import { invitationEnd, rolesAs, type Invitation, type MemberRole } from './invitation.ts'
import type { InvitationStore } from './invitation-store.ts'

export interface InvitationDesk {
  accounts: AccountStore
  invitations: InvitationStore
  keys: LinkKeys
}

interface Wish {
  email: string
  role: MemberRole
  language: string
}

const trace = (
  act: string,
  { id, organisationId, email, role }: Omit<Invitation, 'hash'>,
  actor: Actor,
  at: Date,
) =>
  audited(
    {
      ...{ actor, act, record: { kind: 'organisation', id: organisationId }, before: null },
      after: { invitationId: id, email, role },
    },
    at,
  )

const letter = (
  { email, language, inviter }: Invitation,
  organisation: Organisation,
  seed: string,
  at: Date,
) =>
  byMail(
    {
      ...{ kind: 'invitation', to: email, language },
      values: { inviter: inviter.name, organisation: organisation.name },
      link: { path: paths.invitation(), seed },
    },
    at,
  )

/** Asks somebody to act for an organisation. Whether the address has an account shows only to its owner. */
export async function invite(
  { email, role, language }: Wish,
  organisation: Organisation,
  { id, name }: Account,
  { invitations, keys }: InvitationDesk,
  now: Date,
): Promise<void> {
  const { seed, hash } = keys.make('invitation')
  const invitation: Invitation = {
    ...{ id: newId(), organisationId: organisation.id, email, role, language },
    ...{ inviter: { id, name }, hash, expiresAt: invitationEnd(now), createdAt: now },
  }
  const effects = [
    letter(invitation, organisation, seed, now),
    trace('person-invited', invitation, { id, name }, now),
  ]
  await invitations.add({ ...invitation, effects })
}

/** `false` where it was accepted or revoked meanwhile. */
export async function inviteAgain(
  invitation: Invitation,
  organisation: Organisation,
  { invitations, keys }: InvitationDesk,
  now: Date,
): Promise<boolean> {
  const { seed, hash } = keys.make('invitation')
  const effects = [letter(invitation, organisation, seed, now)]
  return invitations.renew(invitation, hash, invitationEnd(now), effects)
}

export const revoke = (invitation: Invitation, actor: Account, { invitations }: InvitationDesk, now: Date) =>
  invitations.revoke(invitation, now, [trace('invitation-revoked', invitation, actor, now)])

/** Uses the invitation up for an account, or for somebody who becomes one; `false` where it was used before. */
export async function accept(invitation: Invitation, desk: InvitationDesk, now: Date): Promise<boolean> {
  const follows: Effect[] = [effect('invited', { invitationId: invitation.id }, now)]
  if (!(await desk.invitations.accept(invitation, now, follows))) return false
  await enterInvited({ ...invitation, acceptedAt: now }, desk)
  return true
}

/** Makes or places the account. Repeating it changes nothing. */
export async function enterInvited(
  invitation: Invitation,
  { accounts }: Pick<InvitationDesk, 'accounts'>,
): Promise<void> {
  const {
    organisationId,
    email,
    role,
    accountId = '',
    newcomer,
    acceptedAt = invitation.createdAt,
  } = invitation
  const account = await accounts.find(accountId)
  const roles = rolesAs(role, account?.roles)
  const actor = { id: accountId, name: newcomer?.name ?? account?.name ?? '' }
  const effects = [trace('invitation-accepted', invitation, actor, acceptedAt)]
  if (newcomer)
    return accounts.add(
      accountId,
      { email, roles, organisationId, createdAt: acceptedAt, ...newcomer },
      effects,
    )
  if (account && !isPlaced(account))
    await accounts.change(account, { organisationId, roles, joining: null }, effects)
}
