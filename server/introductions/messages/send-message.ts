import type { Account } from '../../accounts/account.ts'
import { audited, effect } from '../../records/effect.ts'
import { newId } from '../../records/new-id.ts'
import { forbidden, notFoundProblem, tooMany } from '../../web/problem.ts'
import type { Introduction } from '../introduction-access.ts'
import type { IntroductionStore } from '../introduction-store.ts'
import { ActRefused, mustStand } from '../introduction.ts'
import type { MessageStore } from './message-store.ts'
import { mayTakeBack, mostMessages, mostMessagesWithin, type Message } from './message.ts'

export interface MessageDesk {
  messages: MessageStore
  introductions: IntroductionStore
  wake(): void
  /** wakes those who show conversations */
  ring(): void
  now(): Date
}

/**
 * One line of the conversation; sent again with the same key it is still one. Throws `ActRefused` where the
 * introduction is over, and `too-many-requests` with the seconds to wait.
 */
export async function sendMessage(
  { match, side }: Introduction,
  { text, key }: { text: string; key: string },
  account: Account,
  desk: MessageDesk,
): Promise<Message> {
  const { id: matchId } = match
  const { id: authorId, name } = account
  const sent = await desk.messages.sent({ matchId, authorId }, key)
  if (sent) return sent
  mustStand(match)
  const now = desk.now()
  await admit(authorId, now, desk)
  if (!(await desk.introductions.talk(matchId, { at: now, side }))) throw new ActRefused('over')
  const message = { id: newId(), matchId, authorId, name, side, text, sentAt: now }
  const stored = await desk.messages.add(message, key, [
    trace('message', message, account, now),
    effect('message', { messageId: message.id }, now),
  ])
  wakeAll(desk)
  return stored
}

/** The author's latest message, within minutes. Throws `ActRefused` where it is too late for that. */
export async function takeMessageBack(
  { match }: Introduction,
  messageId: string,
  account: Account,
  desk: MessageDesk,
): Promise<void> {
  const message = await desk.messages.find(messageId)
  if (message?.matchId !== match.id) throw notFoundProblem()
  if (message.authorId !== account.id) throw forbidden()
  const now = desk.now()
  const latest = await desk.messages.latestBy(account.id, match.id)
  if (latest?.id !== messageId || !mayTakeBack(latest, now)) throw new ActRefused('too-late')
  await desk.messages.takeBack(messageId, now, [trace('message-taken-back', message, account, now)])
  wakeAll(desk)
}

/** The trace says that somebody wrote; what they wrote stands in the conversation alone. */
const trace = (act: string, { id, matchId, side }: Message, actor: Account, now: Date) =>
  audited(
    { actor, act, record: { kind: 'match', id: matchId }, before: null, after: { messageId: id, side } },
    now,
  )

async function admit(authorId: string, now: Date, { messages }: MessageDesk): Promise<void> {
  const from = new Date(now.getTime() - mostMessagesWithin)
  const times = await messages.timesOf(authorId, from, mostMessages)
  const first = times[mostMessages - 1]
  if (first) throw tooMany(first.getTime() + mostMessagesWithin - now.getTime())
}

function wakeAll({ wake, ring }: MessageDesk): void {
  ring()
  wake()
}
