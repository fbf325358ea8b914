import type { AccountStore } from '../../accounts/account-store.ts'
import type { MatchStore } from '../../matching/match-store.ts'
import { peopleOfSide } from '../../matching/people-of-side.ts'
import type { Notify } from '../../notifications/notify.ts'
import { otherSide } from '../introduction.ts'
import type { MessageStore } from './message-store.ts'
import type { ReadingStore } from './reading-store.ts'

interface Services {
  matches: MatchStore
  messages: MessageStore
  readings: ReadingStore
  accounts: AccountStore
  notify: Notify
}

/** The people of the other side hear of a message, but for those who have it before their eyes already. */
export async function tellMessage(messageId: string, services: Services, now: Date): Promise<void> {
  const { matches, messages, readings, accounts, notify } = services
  const message = await messages.find(messageId)
  const match = message && (await matches.find(message.matchId))
  if (!match || message.takenBackAt) return
  const { id: matchId, offerId, needId } = match
  const people = await peopleOfSide(match, otherSide(message.side), accounts)
  const markers = await Promise.all(people.map(({ id }) => readings.upTo(matchId, id)))
  const accountIds = people.map(({ id }) => id).filter((_, index) => (markers[index] ?? '') < messageId)
  await notify(
    { kind: 'message-arrived', collapse: matchId, messageId, matchId, offerId, needId, accountIds },
    now,
  )
}
