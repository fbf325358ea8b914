import type { Account } from '../../server/accounts/account.ts'
import { introductionsFor } from '../../server/introductions/introduction-access.ts'
import { confirm, end, propose } from '../../server/introductions/introduction-acts.ts'
import { stands } from '../../server/introductions/introduction.ts'
import { sendMessage } from '../../server/introductions/messages/send-message.ts'
import { matchesFor } from '../../server/matching/match-access.ts'
import { dismiss, showInterest } from '../../server/matching/match-acts.ts'
import type { Match } from '../../server/matching/match.ts'
import { isAsking } from '../../server/needs/need.ts'
import { isDistributable } from '../../server/offers/offer.ts'
import type { Services } from '../../server/services.ts'
import { demoActs, type DemoAct } from './acts.ts'
import { demoId } from './demo-id.ts'
import { deskOf } from './desk.ts'
import { personNamed } from './people.ts'

/** What people of the demo did with matches so many days before the seeding. Done again it changes nothing. */
export async function seedActs(services: Services, daysAgo: number): Promise<void> {
  for (const act of demoActs.filter((one) => one.daysAgo === daysAgo)) await actOnMatch(act, services)
}

async function actOnMatch(act: DemoAct, services: Services): Promise<void> {
  const account = await personNamed(act.by, services)
  const ofOffer = await services.matches.ofOffers([demoId(act.offer)])
  const match = ofOffer.find(({ needId }) => needId === demoId(act.need))
  if (!match) return
  if (act.message ?? act.ending ?? act.proposal ?? act.confirmation)
    return meet(act, match, account, services)
  if (await isOpen(match, services)) await answer(act, match, account, services)
}

async function answer({ dismissal }: DemoAct, { id }: Match, account: Account, services: Services) {
  const { matches, clock } = services
  const own = await matchesFor(account, services, clock.now()).findOwn(id)
  const desk = { matches, ...deskOf(services) }
  await (dismissal ? dismiss(own, dismissal, account, desk) : showInterest(own, account, desk))
}

async function meet(act: DemoAct, match: Match, account: Account, services: Services): Promise<void> {
  const { introductions, messages, ring, clock } = services
  if (!stands(match)) return
  const own = await introductionsFor(account, services, clock.now()).find(match.id)
  const desk = { introductions, messages, ring, ...deskOf(services) }
  const { message, ending, proposal, confirmation } = act
  const isNew = !match.agreement
  if (message) await sendMessage(own, { text: message, key: `demo:${message}` }, account, desk)
  if (ending) await end(own, ending, account, desk)
  if (proposal && isNew) await propose(own, { ...proposal, startsOn: clock.now() }, account, desk)
  if (confirmation && !match.agreement?.confirmed && !isNew) await confirm(own, account, desk)
}

async function isOpen({ offerId, needId }: Match, { offers, needs, clock }: Services): Promise<boolean> {
  const [offer, need] = await Promise.all([offers.find(offerId), needs.find(needId)])
  return Boolean(offer && need && isDistributable(offer, clock.now()) && isAsking(need, clock.now()))
}
