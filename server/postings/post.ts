import { isDeepStrictEqual } from 'node:util'
import type { Account } from '../accounts/account.ts'
import { ActRefused } from './act-refused.ts'
import { edit, publication, trace, traceOfNew, withdrawal } from './posting-acts.ts'
import type { Posting, PostingContent } from './posting.ts'
import type { Change, postingStore } from './posting-store.ts'
import { renewal, termAfterEdit } from './renewal.ts'
import { withdrawalUndone } from './undo.ts'

type Store<P extends Posting> = Pick<
  ReturnType<typeof postingStore<P>>,
  'add' | 'change' | 'revise' | 'draftOf' | 'typedOf' | 'keepTyped' | 'dropTyped'
>

/** What the acts on postings of either side work with. */
export interface Desk<P extends Posting> {
  store: Store<P>
  wake(): void
  now(): Date
}

/** Stores a new posting and wakes the processing; a repeat with the same `requestKey` gives the first one back. */
export async function post<P extends Posting>(
  posting: P,
  account: Account,
  desk: Desk<P>,
  requestKey?: string,
): Promise<P> {
  const stored = await desk.store.add(posting, [traceOfNew(account, posting, desk.now())], requestKey)
  desk.wake()
  return stored
}

/** Saving what stands there already is no new revision: an open offer stays open. */
const isSameContent = (read: Posting, content: PostingContent): boolean =>
  Object.entries(content).every(([name, value]) =>
    isDeepStrictEqual(plainOf(value), plainOf(read[name as keyof Posting])),
  )

/** As it is sent, so that a moment equals itself however it is held. */
const plainOf = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value))

/** Replaces the content: a new revision, which is screened and matched anew. */
export async function revise<P extends Posting>(
  read: P,
  content: PostingContent,
  account: Account,
  desk: Desk<P>,
): Promise<P> {
  const change = edit(read, content)
  if (isSameContent(read, change)) return read
  const now = desk.now()
  const effects = [trace(account, 'edit', read, change, now)]
  const revised = { ...change, ...termAfterEdit(read, content, now) }
  return done(await desk.store.revise(read, revised, effects, now), desk)
}

/** A draft comes out with this content, which is a new revision; see `publication`. */
export async function publish<P extends Posting>(
  read: P,
  content: PostingContent,
  account: Account,
  desk: Desk<P>,
): Promise<P> {
  const now = desk.now()
  const change = { ...edit(read, content), ...publication({ ...read, ...content }, now) }
  return done(
    await desk.store.revise(read, change, [trace(account, 'publish', read, change, now)], now),
    desk,
  )
}

export const withdraw = <P extends Posting>(read: P, account: Account, desk: Desk<P>): Promise<P> =>
  apply('withdraw', read, withdrawal(read, desk.now()) as Change<P>, account, desk)

export const undoWithdrawal = <P extends Posting>(read: P, account: Account, desk: Desk<P>): Promise<P> =>
  apply('undo-withdrawal', read, withdrawalUndone(read, desk.now()) as Change<P>, account, desk)

/** `status` as of now; a posting that had expired is open again, and screened anew where it is an offer. */
export const renew = <P extends Posting>(
  read: P,
  status: string,
  account: Account,
  desk: Desk<P>,
): Promise<P> => apply('renew', read, renewal(read, status, desk.now()) as Change<P>, account, desk)

/** One write with its trace; throws `ActRefused` where somebody was faster. */
export async function apply<P extends Posting>(
  act: string,
  read: P,
  change: Change<P>,
  account: Account,
  desk: Desk<P>,
): Promise<P> {
  const effects = [trace(account, act, read, change, desk.now())]
  return done(await desk.store.change(read, change, effects, desk.now()), desk)
}

function done<P extends Posting>(written: P | null, desk: Desk<P>): P {
  if (!written) throw new ActRefused('overtaken')
  desk.wake()
  return written
}
