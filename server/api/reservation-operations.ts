import { z } from 'zod'
import { matchesFor } from '../matching/match-access.ts'
import { leftOf } from '../offers/promise.ts'
import { confirm, release, reserve, type Own } from '../reservations/keep-promises.ts'
import { releaseSchema, reservationSchema } from '../reservations/reservation-form.ts'
import type { ReservationServices } from '../reservations/reservation-routes.ts'
import { promiseOf } from '../reservations/reservation.ts'
import { operation, type Call, type Operation } from './operation.ts'

const side = z.enum(['offer', 'need'])
const reservationAnswer = z.object({
  left: z.number(),
  unit: z.string().optional(),
  reservation: z
    .object({
      amount: z.number(),
      by: side,
      reservedAt: z.iso.datetime(),
      lapsesAt: z.iso.datetime().optional(),
      confirmedAt: z.iso.datetime().optional(),
    })
    .nullable(),
})

/** Promises on a match that both sides agreed to: no more is ever promised of an offer than there is. */
export function reservationOperations(services: ReservationServices): Operation[] {
  const { offers, processing, clock } = services
  const desk = { offers, wake: processing.wake, now: () => clock.now() }
  const act = <Body extends z.ZodType>(
    path: string,
    summary: string,
    body: Body,
    run: (own: Own, call: Call<z.output<Body>>) => Promise<void>,
  ) =>
    operation({
      ...{ method: 'post' as const, path: `/matches/{id}/reservation${path}`, summary, body },
      ...{ access: 'account' as const, status: 200, answer: reservationAnswer },
      async handle(call) {
        const own = matchesFor(call.me, services, clock.now())
        await run(await own.findOwn(call.params.id ?? ''), call)
        return { body: reservationJson(await own.findOwn(call.params.id ?? ''), clock.now()) }
      },
    })

  return [
    act('', 'Reserves a part of the offer for the need', reservationSchema, (own, { me, body }) =>
      reserve(own, body.amount, me, desk),
    ),
    act('/confirmation', 'Confirms what the other side reserved', z.strictObject({}), (own, { me }) =>
      confirm(own, me, desk),
    ),
    act('/release', 'Gives back what is promised, with a reason', releaseSchema, (own, { me, body }) =>
      release(own, body.reason, me, desk),
    ),
  ]
}

function reservationJson({ match, offer }: Own, now: Date) {
  const promise = promiseOf(offer, match.id, now)
  return {
    left: leftOf(offer, now),
    ...(offer.quantity && { unit: offer.quantity.unit }),
    reservation: promise
      ? {
          ...{ amount: promise.amount, by: promise.by, reservedAt: promise.reservedAt },
          ...(promise.confirmedAt ? { confirmedAt: promise.confirmedAt } : { lapsesAt: promise.lapsesAt }),
        }
      : null,
  }
}
