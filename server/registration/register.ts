import { hashPassword } from '../accounts/password.ts'
import type { AccountStore } from '../accounts/account-store.ts'
import { byMail } from '../mail/by-mail.ts'
import type { LinkKeys } from '../mail/link-keys.ts'
import type { Postman } from '../mail/postman.ts'
import { paths } from '../paths.ts'
import { newId } from '../records/new-id.ts'
import { confirmationEnd, type Registration } from './registration.ts'
import type { RegistrationStore } from './registration-store.ts'
import type { RegistrationWish } from './registration-form.ts'

export interface Desk {
  accounts: AccountStore
  registrations: RegistrationStore
  keys: LinkKeys
  postman: Postman
}

/** A wish to register, with what the person need not say. */
type Wish = Omit<RegistrationWish, 'different'> & { language: string; organisationName: string }

/**
 * Sends the link that confirms the address, or to an address with an account the word that it has one. Whoever asked
 * can't tell which: both take a hashed password, a write and a mail.
 */
export async function register(wish: Wish, desk: Desk, now: Date): Promise<void> {
  const { email, language } = wish
  const passwordHash = await hashPassword(wish.password)
  if (await desk.accounts.credentials(email)) {
    const mail = { kind: 'known-address' as const, to: email, language, values: {} }
    return desk.postman.post({ id: newId(), ...mail, link: { path: paths.signIn() } })
  }
  const { seed, hash } = desk.keys.make('confirmation')
  const registration: Registration = {
    ...{ id: newId(), email, name: wish.name, passwordHash, language },
    ...{ company: wish.company, joins: wish.joins, accountId: newId(), organisationId: newId() },
    ...{ hash, expiresAt: confirmationEnd(now), createdAt: now },
  }
  const effects = [confirmationMail(registration, wish.organisationName, seed, now)]
  await desk.registrations.add({ ...registration, effects })
}

/** Sends another link where one waits to be used; the one before ends. */
export async function sendAgain(
  email: string,
  organisationName: (registration: Registration) => Promise<string>,
  { registrations, keys }: Desk,
  now: Date,
): Promise<void> {
  const waiting = await registrations.waiting(email)
  if (!waiting) return
  const { seed, hash } = keys.make('confirmation')
  const mail = confirmationMail(waiting, await organisationName(waiting), seed, now)
  await registrations.renew(waiting.id, hash, confirmationEnd(now), [mail])
}

const confirmationMail = (
  { email, name, language }: Registration,
  organisation: string,
  seed: string,
  now: Date,
) =>
  byMail(
    {
      ...{ kind: 'confirmation', to: email, language, values: { name, organisation } },
      link: { path: paths.confirmation(), seed },
    },
    now,
  )
