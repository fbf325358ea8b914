import type { TFunction } from 'i18next'
import { paths } from '../paths.ts'
import { addressWith } from '../web/address.ts'
import { endOf, isStanding } from './posting-end.ts'
import type { Posting } from './posting.ts'
import { isRenewable } from './renewal.ts'
import { isUndoable } from './undo.ts'

/** The model of `views/postings/_owner.hbs`: where a posting stands, and what its organisation can do with it now. */
export function ownerPart(posting: Posting, status: string, now: Date, t: TFunction) {
  const { side, withdrawnAt, publishedAt } = posting
  const draft = status === 'draft'
  const gone = status === 'withdrawn'
  const discarded = gone && !publishedAt
  return {
    explanation: t(discarded ? 'postings:discarded' : `${side}s:status.${status}`),
    undo: isUndoable(withdrawnAt, now) ? paths.withdrawalUndo(posting) : undefined,
    anew: gone && !discarded ? addressWith(paths.newPosting(side), { like: posting.id }) : undefined,
    edit: gone ? undefined : paths.editing(posting),
    preview: draft ? paths.preview(posting) : undefined,
    publication: draft ? paths.publication(posting) : undefined,
    withdrawal: gone ? undefined : { href: paths.withdrawal(posting), discards: draft },
    history: paths.history(posting),
    renewal: renewalPart(posting, status, now, t),
  }
}

/** One click for what ends within a week or has ended. */
function renewalPart(posting: Posting, status: string, now: Date, t: TFunction) {
  const end = endOf(posting)
  if (!end || !isRenewable(posting, status, now)) return undefined
  const standing = isStanding(posting)
  return {
    action: paths.renewal(posting),
    end: end > now ? end : undefined,
    text: t(standing ? 'postings:renewal.stands' : 'postings:renewal.renew'),
    question: t(standing ? 'postings:renewal.asked' : 'postings:renewal.ends'),
  }
}
