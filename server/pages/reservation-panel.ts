import type { Request } from 'express'
import { writingIn } from '../charts/writing.ts'
import type { SeenMatch } from '../matching/match-access.ts'
import { isAsking } from '../needs/need.ts'
import { leftOf, type Promised } from '../offers/promise.ts'
import { offerStatus, type Offer } from '../offers/offer.ts'
import { paths } from '../paths.ts'
import { isSameUnit, remainingOf } from '../postings/unit.ts'
import { reservationRefusals } from '../reservations/reservation-refused.ts'
import { promiseOf, releaseReasons } from '../reservations/reservation.ts'
import { formFields } from '../web/forms.ts'
import { promiseProgress } from './promise-progress.ts'

const notices = ['made', 'confirmed', 'released']

/** The model of `views/reservations/_panel.hbs`: what is promised on this match, and what the reader's side can do. */
export function reservationPanel(seen: SeenMatch, req: Request, now: Date) {
  const { match, offer, need, status, side } = seen
  const { t, language } = req
  const promise = promiseOf(offer, match.id, now)
  if (!promise && status !== 'introduced' && status !== 'partnership') return undefined
  const acts = side !== null && req.account?.roles.includes('member')
  return {
    notice: noticeIn(req.query.reservation, offer, now, req),
    progress: [promiseProgress(offer, t, language), promiseProgress(need, t, language)].filter(Boolean),
    promise: promise && promisePart(promise, seen, acts === true, req),
    form: acts && !promise && isOpen(seen, now) ? formOf(seen, now, req) : undefined,
  }
}

const isOpen = ({ offer, need }: SeenMatch, now: Date): boolean =>
  offerStatus(offer, now) === 'open' && isAsking(need, now)

function promisePart(
  promise: Promised,
  { match, offer, side }: SeenMatch,
  acts: boolean,
  { t, language }: Request,
) {
  const { amount, by, confirmedAt, reservedAt, lapsesAt } = promise
  const reasons = releaseReasons.map((value) => ({ value, label: t(`reservations:reason.${value}`) }))
  return {
    ...{ size: sizeOf(offer, amount, t, language), reservedAt, confirmedAt },
    by: t(`reservations:by.${by}`),
    lapsesAt: confirmedAt ? undefined : lapsesAt,
    confirmation: acts && !confirmedAt && by !== side ? paths.reservationConfirmation(match) : undefined,
    release: acts && {
      action: paths.reservationRelease(match),
      reason: formFields({ t, words: 'reservations:release' })('reason', {
        ...{ kind: 'select' as const, required: true, choices: reasons },
      }),
    },
  }
}

const sizeOf = ({ quantity }: Offer, amount: number, t: Request['t'], language: string): string =>
  quantity
    ? t('reservations:news.amount', { amount: writingIn(language).number(amount), unit: quantity.unit })
    : t('reservations:news.whole')

function formOf({ match, offer, need }: SeenMatch, now: Date, { t }: Request) {
  const action = paths.reservation(match)
  if (!offer.quantity) return { action }
  const left = leftOf(offer, now)
  const missing = isSameUnit(offer, need) ? (remainingOf(need) ?? left) : left
  const field = formFields({ t, words: 'reservations:form', values: { amount: Math.min(left, missing) } })
  const attributes = { min: 0, max: left, step: 'any', inputmode: 'decimal' }
  return {
    action,
    unit: offer.quantity.unit,
    amount: field('amount', { kind: 'number', required: true, attributes }),
  }
}

function noticeIn(notice: unknown, offer: Offer, now: Date, { t, language }: Request) {
  const done = notices.find((one) => one === notice)
  if (done) return { tone: 'success', text: t(`reservations:notice.${done}`), role: 'status' }
  const refusal = reservationRefusals.find((one) => one === notice)
  if (!refusal) return undefined
  const left = sizeOf(offer, leftOf(offer, now), t, language)
  return { tone: 'warning', text: t(`reservations:refusal.${refusal}`, { left }), role: 'alert' }
}
