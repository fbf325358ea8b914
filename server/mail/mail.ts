/** Kinds of mails; their words stand in `mail.json` of the locales under the same names. */
export const mailKinds = [
  'confirmation',
  'known-address',
  'password-reset',
  'password-changed',
  'invitation',
  'membership-ended',
  'news',
] as const
export type MailKind = (typeof mailKinds)[number]

/** A mail to be sent: what it says is put into words when it leaves, so that no secret is stored with it. */
export interface Mail {
  /** adding two of one id is adding one */
  id: string
  kind: MailKind
  to: string
  /** of the recipient: `en`, `fr` or `ar` */
  language: string
  /** fill the words of its kind */
  values: Record<string, string>
  /** where its one link leads; with a `seed` the address carries the key that was made from it */
  link?: { path: string; seed?: string }
  /** what a kind that is written anew when it leaves needs to know */
  about?: Record<string, unknown>
}

/** One thing that a letter tells of. */
export interface LetterItem {
  title: string
  href: string
  text?: string
}

/** The model of `views/emails/letter.hbs` and `letter-text.hbs`; all addresses with the host. */
export interface Letter {
  subject: string
  paragraphs: string[]
  items?: LetterItem[]
  action?: { href: string; text: string }
  /** why this person gets it */
  why: string
  /** ends mails of its kind */
  unsubscribe?: { href: string; text: string }
  /** the same for a program, see RFC 8058 */
  oneClick?: string
}
