import type { TFunction } from 'i18next'
import { refusals, type Refusal } from './act-refused.ts'
import type { Side } from './posting.ts'

/** What can have been done to a posting; the words stand in the locales under `offers:notice` and `needs:notice`. */
const done = [
  'posted',
  'saved',
  'changed',
  'published',
  'withdrawn',
  'renewed',
  'undone',
  'met',
  'given',
  'kept',
  'discarded',
] as const
/** What the page says of the act that led to it: done, or why it could not be done. */
export type Notice = (typeof done)[number] | Refusal

/** The model of `views/components/notice.hbs` for a notice named in the address; nothing for any other text. */
export function noticeText(notice: unknown, side: Side, t: TFunction) {
  const act = done.find((one) => one === notice)
  if (act) return { tone: 'success', text: t(`${side}s:notice.${act}`) }
  const refusal = refusals.find((one) => one === notice)
  return refusal && { tone: 'warning', text: t(`postings:refusal.${refusal}`) }
}
