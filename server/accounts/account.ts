import type { Organisation } from '../organisations/organisation.ts'

/**
 * `member` acts for the own organisation (company representative, focal point, office staff by its kind);
 * `manager` looks after its people and its profile; `screener` decides held offers; `administrator` keeps
 * organisations and accounts.
 */
export const roles = ['member', 'manager', 'screener', 'administrator'] as const
export type Role = (typeof roles)[number]

/** When a person gets mails about what they have not read. */
export const mailPreferences = ['at-once', 'daily', 'never'] as const
export type MailPreference = (typeof mailPreferences)[number]

/** A person who signed in, together with the organisation that all lookups go through. */
export interface Account {
  id: string
  email: string
  name: string
  roles: Role[]
  organisation: Organisation
  /** chosen on the account page; else the browser decides */
  language?: string
  mailPreference: MailPreference
  /** raised to end, at once and everywhere, whatever began before: sessions, API tokens, sockets */
  epoch: number
  /** the organisation that this person, who has none, asks to join */
  joining?: Joining
}

export interface Joining {
  organisationId: string
  at: Date
}

/** What began for an account, and the epoch that it began in. */
export interface Admission {
  accountId: string
  epoch: number
}

/** Stands in for the organisation of a person who has none: no record has its id, and its kind sees the least. */
export const noOrganisation: Organisation = {
  id: '',
  kind: 'company',
  name: '',
  countries: [],
  version: 0,
  createdAt: new Date(0),
}

export const isPlaced = ({ organisation }: Account): boolean => organisation.id !== ''
