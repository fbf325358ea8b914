import { audited, type Actor, type Effect } from '../records/effect.ts'
import { newId } from '../records/new-id.ts'
import { ActRefused } from './act-refused.ts'
import { isExpired, type Posting, type PostingContent, type Side } from './posting.ts'

/** A posting's first revision; published at once or kept as a draft. */
export function newPosting<S extends Side>(
  side: S,
  content: PostingContent,
  organisationId: string,
  now: Date,
  draft: boolean,
) {
  const publishedAt = draft ? null : now
  const base = {
    side,
    organisationId,
    revision: 1,
    createdAt: now,
    updatedAt: now,
    publishedAt,
    withdrawnAt: null,
  }
  return { id: newId(), ...content, ...base }
}

/** Throws `ActRefused` where the posting is out already or gone. */
export function publication(posting: Posting, now: Date): { publishedAt: Date } {
  if (posting.withdrawnAt) throw new ActRefused('already-withdrawn')
  if (posting.publishedAt) throw new ActRefused('already-published')
  if (isExpired(posting, now)) throw new ActRefused('over')
  return { publishedAt: now }
}

/** Throws `ActRefused` where it was withdrawn before. */
export function withdrawal(posting: Posting, now: Date): { withdrawnAt: Date } {
  if (posting.withdrawnAt) throw new ActRefused('already-withdrawn')
  return { withdrawnAt: now }
}

/** Throws `ActRefused` where the posting can no longer be edited. */
export function edit(posting: Posting, content: PostingContent): PostingContent {
  if (posting.withdrawnAt) throw new ActRefused('already-withdrawn')
  return { ...emptyContent, ...content }
}

/** Optional fields that an edit leaves out are removed. */
export const emptyContent = {
  industry: undefined,
  quantity: undefined,
  value: undefined,
  availableFrom: undefined,
  availableUntil: undefined,
  urgency: undefined,
  inKind: undefined,
}

/** The trace of an act on a posting: the changed fields before and after. */
export function trace(actor: Actor, act: string, posting: Posting, change: object, now: Date): Effect {
  const before = Object.fromEntries(Object.keys(change).map((key) => [key, (posting as never)[key]]))
  const record = { kind: posting.side, id: posting.id }
  return audited({ actor, act, record, before, after: { ...change } }, now)
}

/** The trace of a posting's beginning. */
export const traceOfNew = (actor: Actor, posting: Posting, now: Date): Effect =>
  audited(
    {
      actor,
      act: 'post',
      record: { kind: posting.side, id: posting.id },
      before: null,
      after: { ...posting },
    },
    now,
  )
