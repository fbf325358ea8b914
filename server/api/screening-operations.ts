import { z } from 'zod'
import { isStaff } from '../accounts/permission.ts'
import type { Clock } from '../connections/clock.ts'
import { isOwnOffer, offersFor } from '../offers/offer-access.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import { decideOffer } from '../screening/decide-offer.ts'
import { checks, levels } from '../screening/screening.ts'
import { fullView, neutralView } from '../screening/views.ts'
import { forbidden } from '../web/problem.ts'
import { operation, type Operation } from './operation.ts'

interface ScreeningServices {
  offers: OfferStore
  processing: { wake(): void }
  clock: Clock
}

const verdict = z.enum(['cleared', 'held', 'returned'])
const reason = z.object({ rule: z.string(), version: z.string(), source: z.string(), text: z.string() })
const answer = z.object({
  verdict: z.enum([...verdict.options, 'refused']).nullable(),
  level: z.enum(levels).nullable(),
  checks: z.array(z.object({ check: z.enum(checks), verdict, reasons: z.array(reason) })),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
})
const decision = z.strictObject({
  verdict: z.enum(['cleared', 'refused']),
  reason: z.string().trim().min(10).max(2_000),
})

/** What screening says of an offer, and what a screening officer decides. */
export function screeningOperations({ offers, processing, clock }: ScreeningServices): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/offers/{id}/screening',
      summary: 'Every check with its reasons: neutral for the company, full for staff',
      access: 'account',
      status: 200,
      answer,
      async handle({ me, params, language }) {
        const offer = await offersFor(me, offers, clock.now()).find(params.id ?? '')
        if (isStaff(me)) return { body: fullView(offer, language) }
        if (!isOwnOffer(offer, me)) throw forbidden()
        return { body: neutralView(offer, language) }
      },
    }),
    operation({
      method: 'post',
      path: '/offers/{id}/decision',
      summary: 'Clears or refuses a held offer, with a reason',
      access: 'screen',
      body: decision,
      status: 200,
      answer,
      async handle({ me, params, body, language }) {
        const offer = await offersFor(me, offers, clock.now()).find(params.id ?? '')
        const desk = { offers, wake: processing.wake, now: () => clock.now() }
        return { body: fullView(await decideOffer(offer, body, me, desk), language) }
      },
    }),
  ]
}
