import { Router, type Request, type Response } from 'express'
import { accountOf } from '../accounts/guards.ts'
import type { Account } from '../accounts/account.ts'
import type { Clock } from '../connections/clock.ts'
import { matchesFor } from '../matching/match-access.ts'
import type { MatchStore } from '../matching/match-store.ts'
import type { NeedStore } from '../needs/need-store.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import { paths } from '../paths.ts'
import { addressWith } from '../web/address.ts'
import { formValues } from '../web/form-values.ts'
import { confirm, release, reserve, type Own } from './keep-promises.ts'
import { releaseSchema, reservationSchema } from './reservation-form.ts'
import { ReservationRefused } from './reservation-refused.ts'

export interface ReservationServices {
  matches: MatchStore
  offers: OfferStore
  needs: NeedStore
  organisations: OrganisationStore
  processing: { wake(): void }
  clock: Clock
}

type Id = { id: string }

/** Reserving, confirming and releasing, for members of both sides of a match; its page says what came of it. */
export function reservationRoutes(services: ReservationServices): Router {
  const { offers, processing, clock } = services
  const desk = { offers, wake: processing.wake, now: () => clock.now() }
  const router = Router()
  const post = (
    path: string,
    done: string,
    act: (own: Own, account: Account, body: unknown) => Promise<void>,
  ) =>
    router.post<Id>(`/:id/reservation${path}`, async (req, res) => {
      const account = accountOf(req)
      const own = await matchesFor(account, services, clock.now()).findOwn(req.params.id)
      await told(req, res, () => act(own, account, req.body), done)
    })

  post('', 'made', (own, account, body) => {
    const form = reservationSchema.safeParse(formValues(body, { numbers: ['amount'] }))
    if (!form.success) throw new ReservationRefused('incomplete')
    return reserve(own, form.data.amount, account, desk)
  })
  post('/confirmation', 'confirmed', (own, account) => confirm(own, account, desk))
  post('/release', 'released', (own, account, body) => {
    const form = releaseSchema.safeParse(formValues(body))
    if (!form.success) throw new ReservationRefused('incomplete')
    return release(own, form.data.reason, account, desk)
  })
  return router
}

async function told(req: Request<Id>, res: Response, act: () => Promise<void>, done: string): Promise<void> {
  const back = (reservation: string) =>
    res.redirect(303, `${addressWith(paths.match(req.params), { reservation })}#reservation`)
  try {
    await act()
    back(done)
  } catch (error) {
    if (!(error instanceof ReservationRefused)) throw error
    back(error.refusal)
  }
}
