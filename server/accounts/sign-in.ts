import passport from 'passport'
import { Strategy } from 'passport-local'
import type { Account } from './account.ts'
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

/** Passport with sign-in by e-mail and password; the session keeps the account's id only. */
export function createPassport(accounts: AccountStore) {
  const authenticator = new passport.Passport()
  authenticator.use(
    new Strategy({ usernameField: 'email' }, (email, password, done) => {
      verifySignIn(accounts, email, password).then((account) => done(null, account ?? false), done)
    }),
  )
  authenticator.serializeUser((user, done) => done(null, (user as Account).id))
  authenticator.deserializeUser((id: string, done) => {
    accounts.find(id).then((account) => done(null, account ?? false), done)
  })
  return authenticator
}
