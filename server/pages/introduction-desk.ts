import type { Request, Response } from 'express'
import { accountOf } from '../accounts/guards.ts'
import { introductionsFor, type Introduction } from '../introductions/introduction-access.ts'
import { naming } from '../organisations/naming.ts'
import type { Services } from '../services.ts'
import { introductionPage, type Trouble } from './introduction-page.ts'

type Id = { id: string }

export type IntroductionServices = Pick<
  Services,
  | ('offers' | 'needs' | 'matches' | 'organisations' | 'accounts' | 'clock' | 'processing' | 'ring')
  | ('introductions' | 'messages' | 'readings' | 'notifications' | 'push')
>

/** What the routes of introductions work with: lookups through the account, the page, the desk. */
export function introductionDesk(services: IntroductionServices) {
  const { organisations, messages, introductions, processing, ring, clock } = services
  const namesIn = (found: Introduction[]) =>
    naming(
      found.flatMap(({ match }) => [match.parties.offer, match.parties.need]),
      organisations,
    )
  return {
    namesIn,
    desk: { introductions, messages, wake: processing.wake, ring, now: () => clock.now() },
    own: (req: Request<object>) => introductionsFor(accountOf(req as Request), services, clock.now()),

    async show(req: Request<Id>, res: Response, status: number, own: Introduction, trouble?: Trouble) {
      const page = await introductionPage(own, await namesIn([own]), req, services, trouble)
      res.status(status).render('introductions/introduction', page)
    },
  }
}
