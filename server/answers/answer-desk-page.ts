import type { TFunction } from 'i18next'
import { isDistributable, type Offer } from '../offers/offer.ts'
import type { NameOf } from '../organisations/naming.ts'
import { paths } from '../paths.ts'
import { postingCard } from '../postings/posting-card.ts'
import { stateOf, type Answer } from './answer.ts'

interface DeskContext {
  nameOf: NameOf
  now: Date
  t: TFunction
  language: string
}

/** The model of `views/answers/desk.hbs`. `waiting` is due soonest first; an offer that can't be had is left out. */
export function answerDeskPage(waiting: Answer[], offers: Offer[], context: DeskContext) {
  const { nameOf, now, t, language } = context
  const byId = new Map(offers.map((offer) => [offer.id, offer]))
  const items = waiting.flatMap((answer) => {
    const offer = byId.get(answer.offerId)
    if (!offer || !isDistributable(offer, now)) return []
    const overdue = stateOf(answer, now) === 'overdue'
    const organisation = nameOf(offer.organisationId)
    const card = postingCard(offer, { href: paths.offer(offer), organisation, t, language })
    return [{ card, overdue, dueAt: answer.dueAt, href: `${paths.offer(offer)}#answers` }]
  })
  return { title: t('answers:desk.title'), items, overdue: items.filter((item) => item.overdue).length }
}
