import type { AnswerStore } from '../answers/answer-store.ts'
import { passedQuestion, questionsFor } from '../answers/questions.ts'
import type { Notify } from '../notifications/notify.ts'
import { isDistributable, type Offer } from '../offers/offer.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'

interface AskServices {
  answers: AnswerStore
  organisations: OrganisationStore
  offers: OfferStore
  notify: Notify
}

/**
 * Every entity that a cleared offer is routed to is asked for an answer; once the offer can't be had, nobody waits
 * for one. Imported offers are records of what somebody promised elsewhere, to which no answer is expected.
 */
export async function askForAnswers(
  offer: Offer,
  { answers, organisations }: Pick<AskServices, 'answers' | 'organisations'>,
  now: Date,
): Promise<void> {
  if (offer.source) return
  if (!isDistributable(offer, now)) return answers.close(offer.id, now)
  const known = await answers.ofOffer(offer.id)
  const { asked, changed } = questionsFor(offer, await organisations.unSide(), known, now)
  await answers.ask(asked)
  await answers.revise(changed)
}

/** The next entity's question; its people hear of it at once, since a colleague thought of them. */
export async function askNext(
  data: Record<string, unknown>,
  services: AskServices,
  now: Date,
): Promise<void> {
  const { offerId, from, to, note } = data as Record<'offerId' | 'from' | 'to', string> & { note?: string }
  const offer = await services.offers.find(offerId)
  const next = await services.organisations.find(to)
  if (!offer || !next || !isDistributable(offer, now)) return
  const offices = await services.organisations.officesOf([to])
  await services.answers.ask([passedQuestion(offer, next, offices, { from, ...(note && { note }) }, now)])
  const sender = await services.organisations.find(from)
  const because = [{ key: 'answers:news.passed-on-to-you', values: { organisation: sender?.name ?? '' } }]
  await services.notify({ kind: 'offer-passed-on', offerId, organisationId: to, because }, now)
}
