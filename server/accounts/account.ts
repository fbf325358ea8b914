import type { Organisation } from '../organisations/organisation.ts'

/**
 * `member` acts for the own organisation (company representative, focal point, office staff by its kind);
 * `screener` decides held offers; `administrator` keeps organisations and accounts.
 */
export const roles = ['member', 'screener', 'administrator'] as const
export type Role = (typeof roles)[number]

/** A person who signed in, together with the organisation that all lookups go through. */
export interface Account {
  id: string
  email: string
  name: string
  roles: Role[]
  organisation: Organisation
  /** chosen on the account page; else the browser decides */
  language?: string
}
