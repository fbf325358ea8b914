import type { Role } from '../accounts/account.ts'
import type { Actor, Effect } from '../records/effect.ts'

export const invitationDays = 7

export const memberRoles = ['member', 'manager'] as const
export type MemberRole = (typeof memberRoles)[number]

/** A person asked to act for an organisation; the link in the mail is good once. */
export interface Invitation {
  id: string
  organisationId: string
  email: string
  role: MemberRole
  inviter: Actor
  /** of the mail */
  language: string
  /** of the key in the link */
  hash: string
  expiresAt: Date
  createdAt: Date
  acceptedAt?: Date
  revokedAt?: Date
  /** who accepted */
  accountId?: string
  /** of somebody who had no account */
  newcomer?: { name: string; passwordHash: string; language: string }
  effects?: Effect[]
}

export type InvitationStanding = 'open' | 'accepted' | 'ended'

export function invitationStanding(
  { acceptedAt, revokedAt, expiresAt }: Invitation,
  now: Date,
): InvitationStanding {
  if (acceptedAt) return 'accepted'
  return !revokedAt && expiresAt > now ? 'open' : 'ended'
}

export const invitationEnd = (now: Date): Date => new Date(now.getTime() + invitationDays * 86_400_000)

/** What somebody may do as a member or manager; what the site gave besides stays. */
export const rolesAs = (role: MemberRole, before: Role[] = []): Role[] => [
  'member',
  ...(role === 'manager' ? (['manager'] as const) : []),
  ...before.filter((one) => one === 'screener' || one === 'administrator'),
]
