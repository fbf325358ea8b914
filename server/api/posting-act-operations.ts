import type { Account } from '../accounts/account.ts'
import { meet, undoMeeting } from '../needs/meet.ts'
import type { Need } from '../needs/need.ts'
import type { Offer } from '../offers/offer.ts'
import { naming } from '../organisations/naming.ts'
import { renew, undoWithdrawal, withdraw } from '../postings/post.ts'
import type { SideOfSite } from '../postings/side-of-site.ts'
import { operation, type Operation } from './operation.ts'
import { postingAnswers, postingJson } from './posting-json.ts'

type Act<P> = (read: P, me: Account) => Promise<P>

/** Acts on an own posting that need no word but themselves; each answers with the posting as it is then. */
export function postingActOperations<P extends Offer | Need>(site: SideOfSite<P>): Operation[] {
  const { side, desk, clock } = site
  const act = actionsOf(site)
  return [
    act('post', 'withdrawal', `Takes one's own ${side} back`, (read, me) => withdraw(read, me, desk)),
    act('delete', 'withdrawal', 'Undoes a withdrawal of the last 24 hours', (read, me) =>
      undoWithdrawal(read, me, desk),
    ),
    act(
      'post',
      'renewal',
      `One more term for one's own ${side} in the week before its end or after it; confirms a standing offer`,
      (read, me) => renew(read, site.statusOf(read, clock.now()), me, desk),
    ),
  ]
}

/** What the poster of a need says of it by hand. */
export function fulfilmentOperations(site: SideOfSite<Need>): Operation[] {
  const act = actionsOf(site)
  return [
    act('post', 'fulfilment', "Says that one's own need is met, here or elsewhere", (read, me) =>
      meet(read, me, site.desk),
    ),
    act('delete', 'fulfilment', 'Takes that back within 24 hours', (read, me) =>
      undoMeeting(read, me, site.desk),
    ),
  ]
}

function actionsOf<P extends Offer | Need>(site: SideOfSite<P>) {
  const { side, permission, clock } = site
  return (method: 'post' | 'delete', noun: string, summary: string, act: Act<P>): Operation =>
    operation({
      ...{ method, summary, access: permission, status: 200 },
      path: `/${side}s/{id}/${noun}`,
      answer: postingAnswers[side],
      async handle({ me, params }) {
        const posting = await act(await site.findOwn(me, params.id ?? ''), me)
        const nameOf = await naming([posting.organisationId], site.organisations)
        return { body: postingJson(posting, nameOf(posting.organisationId), clock.now()) }
      },
    })
}
