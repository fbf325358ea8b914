import { byMail } from '../mail/by-mail.ts'
import type { LinkKeys } from '../mail/link-keys.ts'
import { paths } from '../paths.ts'
import { audited, type Effect } from '../records/effect.ts'
import type { FieldError } from '../web/form-errors.ts'
import type { Account } from './account.ts'
import type { AccountStore } from './account-store.ts'
import { hashPassword } from './password.ts'
import { longestPassword, shortestPassword, weaknessOf } from './password-rules.ts'

const resetMinutes = 60

/** Sends the link to an address with an account, and does as much work for any other. */
export async function allowReset(
  email: string,
  language: string,
  { accounts, keys }: { accounts: AccountStore; keys: LinkKeys },
  now: Date,
): Promise<void> {
  const { seed, hash } = keys.make('password-reset')
  const account = await accounts.withEmail(email)
  const expiresAt = new Date(now.getTime() + resetMinutes * 60_000)
  const mail = byMail(
    {
      ...{ kind: 'password-reset', to: email, language: account?.language ?? language },
      ...{ values: { name: account?.name ?? '' }, link: { path: paths.newPassword(), seed } },
    },
    now,
  )
  await accounts.allowReset(account?.id ?? '', { hash, expiresAt }, account ? [mail] : [])
}

/** What keeps a password from being taken, in words. */
export function passwordError(
  password: string,
  { name, email }: Pick<Account, 'name' | 'email'>,
): FieldError | null {
  const length = [...password].length
  if (length < shortestPassword) return tooShort
  if (length > longestPassword) return { key: 'form.errors.too-long', values: { count: longestPassword } }
  const weakness = weaknessOf(password, [name, email.split('@')[0] ?? ''])
  return weakness && { key: `registration:password.${weakness}`, values: {} }
}

const tooShort: FieldError = { key: 'form.errors.too-short', values: { count: shortestPassword } }

/** Whose password the key changed; neither where the key is worth nothing. */
export async function setNewPassword(
  key: string,
  password: string,
  accounts: AccountStore,
  now: Date,
): Promise<{ error?: FieldError; accountId?: string }> {
  const passwordHash = await hashPassword(password.slice(0, longestPassword))
  const accountId = await accounts.resettable(key, now)
  const account = accountId && (await accounts.find(accountId))
  if (!account) return {}
  const error = passwordError(password, account)
  if (error) return { error }
  const changed = await accounts.reset(key, passwordHash, now, passwordEffects(account, now))
  return changed ? { accountId: account.id } : {}
}

/** What must follow a change of password: the trace, and a word to the owner. */
export function passwordEffects(account: Account, now: Date): Effect[] {
  const { id, name, email, language = 'en' } = account
  const record = { kind: 'account', id }
  return [
    audited({ actor: account, act: 'password-changed', record, before: null, after: null }, now),
    byMail(
      {
        ...{ kind: 'password-changed', to: email, language, values: { name } },
        link: { path: paths.passwordReset() },
      },
      now,
    ),
  ]
}
