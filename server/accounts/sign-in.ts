import passport from 'passport'
import { Strategy } from 'passport-local'
import type { Account, Admission } from './account.ts'
import type { AccountStore } from './account-store.ts'
import { passwordMatches } from './password.ts'

/** The account whose e-mail and password these are, else `null`; both failures take the same time. */
export async function verifySignIn(
  accounts: AccountStore,
  email: string,
  password: string,
): Promise<Account | null> {
  const credentials = await accounts.credentials(email)
  const matches = await passwordMatches(credentials?.passwordHash, password)
  return matches && credentials ? accounts.find(credentials.id) : null
}

export type SignInPassport = ReturnType<typeof createPassport>

/** What the session keeps of whoever signed in. */
const entryOf = ({ id, epoch }: Account): string => `${id}:${epoch}`

/** What a session began with; a session from before there were epochs is of the first. */
export function admissionIn(entry: unknown): Admission | null {
  if (typeof entry !== 'string') return null
  const [accountId = '', epoch = '0'] = entry.split(':')
  return { accountId, epoch: Number(epoch) }
}

/** Passport with sign-in by e-mail and password; the session keeps the account's id and epoch only. */
export function createPassport(accounts: AccountStore) {
  const authenticator = new passport.Passport()
  authenticator.use(
    new Strategy({ usernameField: 'email' }, (email, password, done) => {
      verifySignIn(accounts, email, password).then((account) => done(null, account ?? false), done)
    }),
  )
  authenticator.serializeUser((user, done) => done(null, entryOf(user as Account)))
  authenticator.deserializeUser((entry: unknown, done) => {
    const admission = admissionIn(entry)
    if (!admission) return done(null, false)
    accounts.admitted(admission).then((account) => done(null, account ?? false), done)
  })
  return authenticator
}
