import { z } from 'zod'
import type { AccountStore } from '../accounts/account-store.ts'
import { verifySignIn } from '../accounts/sign-in.ts'
import type { TokenStore } from '../accounts/token-store.ts'
import type { Clock } from '../connections/clock.ts'
import { signInNeeded } from '../web/problem.ts'
import type { SignInThrottle } from '../web/throttle.ts'
import { operation, type Operation } from './operation.ts'

interface TokenServices {
  accounts: AccountStore
  tokens: TokenStore
  throttle: SignInThrottle
  clock: Clock
}

const body = z.strictObject({
  email: z.string().min(3).max(254),
  password: z.string().min(1).max(1_000),
  name: z.string().trim().min(1).max(100),
})

export const tokenOperations = ({ accounts, tokens, throttle, clock }: TokenServices): Operation[] => [
  operation({
    method: 'post',
    path: '/tokens',
    summary: 'A token for the API, valid for 90 days',
    access: 'public',
    body,
    status: 201,
    answer: z.object({ token: z.string(), expiresAt: z.iso.datetime() }),
    async handle({ body: { email, password, name }, address }) {
      await throttle.admit(email, address)
      const account = await verifySignIn(accounts, email, password)
      if (!account) throw signInNeeded('E-mail and password do not go together.')
      await throttle.forgive(email, address)
      return { body: await tokens.create(account.id, name, clock.now(), account.epoch) }
    },
  }),
]
