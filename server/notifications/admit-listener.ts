import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import type { Account, Admission } from '../accounts/account.ts'
import { admissionIn } from '../accounts/sign-in.ts'
import type { AccountStore } from '../accounts/account-store.ts'
import type { TokenStore } from '../accounts/token-store.ts'
import type { Clock } from '../connections/clock.ts'
import type { Handshake, Listener } from '../connections/live.ts'
import type { Log } from '../connections/log.ts'
import { fallbackLanguage, isSpoken } from '../web/i18n.ts'
import type { Push } from './push.ts'

interface ListenerServices {
  accounts: AccountStore
  tokens: TokenStore
  push: Push
  session: RequestHandler
  clock: Clock
  log: Log
}

const overlapMilliseconds = 60_000

/** Who may listen: the person of the session or of the token, and nobody else's room. */
export function admitListener({ accounts, tokens, push, session, clock, log }: ListenerServices) {
  async function accountOf({ request, token }: Handshake): Promise<Account | null> {
    const entered = token ? await tokens.admissionOf(token, clock.now()) : admissionOf(request)
    return entered && accounts.admitted(entered)
  }

  return {
    session,

    async admit(handshake: Handshake) {
      const account = await accountOf(handshake)
      if (!account) return null
      const now = clock.now().getTime()
      const since = new Date(handshake.after ? now - overlapMilliseconds : now)
      return { accountId: account.id, epoch: account.epoch, language: languageOf(handshake, account), since }
    },

    async onConnection(listener: Listener, after: string | undefined) {
      const account = await accounts.admitted(listener)
      if (account && after) await push.catchUp(listener, account, after)
      if (account && !after) await push.tellUnread(account.id)
    },

    onError: (error: unknown) => log.error({ err: error }, 'a listener could not be served'),
  }
}

function admissionOf(request: IncomingMessage): Admission | null {
  const { session } = request as IncomingMessage & { session?: { passport?: { user?: unknown } } }
  return admissionIn(session?.passport?.user)
}

/** The page's own language; other clients hear the account's. */
const languageOf = ({ language }: Handshake, account: Account): string =>
  [language, account.language].find(isSpoken) ?? fallbackLanguage
