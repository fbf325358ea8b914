import type { TFunction } from 'i18next'
import type { Account } from '../../accounts/account.ts'
import type { AccountStore } from '../../accounts/account-store.ts'
import { entityOf } from '../../accounts/permission.ts'
import type { Clock } from '../../connections/clock.ts'
import type { Listener, Live } from '../../connections/live.ts'
import type { matchesFor } from '../../matching/match-access.ts'
import { Problem } from '../../web/problem.ts'
import { introductionsFor } from '../introduction-access.ts'
import { messageRow } from './message-row.ts'
import type { MessageStore } from './message-store.ts'
import type { Message } from './message.ts'

type PushServices = Parameters<typeof matchesFor>[1] & {
  messages: MessageStore
  accounts: AccountStore
  clock: Clock
  live: Live
  translator(language: string): TFunction
  renderPartial(name: string, context: { language: string } & Record<string, unknown>): Promise<string>
}

const overlapMilliseconds = 60_000

/**
 * Follows the conversations for the people who are connected here: whoever may read one at this moment hears its new
 * messages, rendered in their language, and those taken back. Pages show them where the conversation is open.
 */
export function createMessagePush(services: PushServices) {
  const { messages, accounts, clock, live } = services
  /** what was sent from here, with the moment after which the overlap no longer reaches it */
  const sent = new Map<string, number>()

  function unsent(recent: Message[]): Message[] {
    const now = clock.now().getTime()
    for (const [key, until] of sent) if (until < now) sent.delete(key)
    const news = recent.filter((message) => !sent.has(keyOf(message)))
    for (const message of news) sent.set(keyOf(message), now + 2 * overlapMilliseconds)
    return news
  }

  async function emit(message: Message, people: Account[]): Promise<void> {
    for (const person of await readersAmong(people, message.matchId, services)) {
      for (const listener of live.listeners().filter((one) => isFor(one, person, message))) {
        const { language } = listener
        const row = { ...messageRow(message, services.translator(language)), language }
        const html = await services.renderPartial('introductions/_message', row)
        live.emit(listener, 'message', { matchId: message.matchId, id: message.id, html })
      }
    }
  }

  return {
    async follow(): Promise<void> {
      const listening = [...new Set(live.listeners().map(({ accountId }) => accountId))]
      if (listening.length === 0) return
      const news = unsent(await messages.since(new Date(clock.now().getTime() - overlapMilliseconds)))
      if (news.length === 0) return
      const people = await accounts.findMany(listening)
      for (const message of news) await emit(message, people)
    },
  }
}

/** A page that was opened later shows it already. */
const isFor = ({ accountId, since }: Listener, { id }: Account, { sentAt, takenBackAt }: Message): boolean =>
  accountId === id && (takenBackAt ?? sentAt) >= since

const keyOf = ({ id, takenBackAt }: Message): string => (takenBackAt ? `${id}:back` : id)

/** Asked of the lookups that pages go through, for those whose organisation takes part at all. */
async function readersAmong(people: Account[], matchId: string, services: PushServices): Promise<Account[]> {
  const match = await services.matches.find(matchId)
  const poster = match && (await services.organisations.find(match.parties.need))
  if (!poster) return []
  const near = people.filter(
    ({ organisation }) =>
      organisation.id === match.parties.offer || entityOf(organisation) === entityOf(poster),
  )
  const may = await Promise.all(near.map((person) => mayRead(person, matchId, services)))
  return near.filter((_, index) => may[index])
}

async function mayRead(person: Account, matchId: string, services: PushServices): Promise<boolean> {
  try {
    await introductionsFor(person, services, services.clock.now()).find(matchId)
    return true
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}
