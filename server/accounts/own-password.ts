import type { FieldErrors } from '../web/form-errors.ts'
import type { SignInThrottle } from '../web/throttle.ts'
import type { Account } from './account.ts'
import type { AccountStore } from './account-store.ts'
import { hashPassword, passwordMatches } from './password.ts'
import { passwordEffects, passwordError } from './password-reset.ts'

interface Proof {
  accounts: AccountStore
  throttle: SignInThrottle
}

/** The hash of the password, if it is the account's; else `null`. Tried too often it throws, as at the sign-in. */
export async function provenHash(
  { email }: Account,
  password: string,
  address: string,
  { accounts, throttle }: Proof,
): Promise<string | null> {
  await throttle.admit(email, address)
  const hash = (await accounts.credentials(email))?.passwordHash
  if (!hash || !(await passwordMatches(hash, password))) return null
  await throttle.forgive(email, address)
  return hash
}

export const wrongPassword: FieldErrors = { current: { key: 'accounts:own.wrong', values: {} } }

/** Replaces the password that `oldHash` is of, and ends all that began with it; what is wrong with the new one. */
export async function changePassword(
  account: Account,
  { oldHash, password }: { oldHash: string; password: string },
  accounts: AccountStore,
  now: Date,
): Promise<FieldErrors> {
  const error = passwordError(password, account)
  if (error) return { password: error }
  const hashes = { from: oldHash, to: await hashPassword(password) }
  const changed = await accounts.changePassword(account.id, hashes, passwordEffects(account, now))
  return changed ? {} : wrongPassword
}
