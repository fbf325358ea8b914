import type { MatchSide } from '../../matching/match.ts'

export const longestMessage = 5_000
/** A message can be taken back for as long, by whoever wrote it, while it is the latest of theirs. */
export const regretMilliseconds = 5 * 60_000
/** No person writes more in so much time. */
export const mostMessages = 20
export const mostMessagesWithin = 5 * 60_000

/** A line of the conversation between the two sides of an introduction. */
export interface Message {
  id: string
  matchId: string
  authorId: string
  /** the author's name when it was written */
  name: string
  side: MatchSide
  /** empty once it was taken back */
  text: string
  sentAt: Date
  takenBackAt?: Date
}

/** `latest` is the latest message that the person wrote in the conversation. */
export const mayTakeBack = (latest: Message | null, now: Date): latest is Message =>
  latest !== null && !latest.takenBackAt && now.getTime() - latest.sentAt.getTime() < regretMilliseconds
