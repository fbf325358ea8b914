import type { TFunction } from 'i18next'
import type { Offer } from '../offers/offer.ts'
import { findingsPage } from '../screening/findings-page.ts'
import { neutralView } from '../screening/views.ts'

/** The model of `views/offers/_screening.hbs`: every check as the company may read it; none before the first run. */
export function screeningPanel(offer: Offer, t: TFunction, language: string) {
  const view = neutralView(offer, language)
  const { decidedBy, decidedAt } = view
  return { decidedBy, decidedAt, checks: findingsPage(view, t) }
}
