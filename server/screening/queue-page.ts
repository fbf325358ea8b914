import type { TFunction } from 'i18next'
import type { NameOf } from '../organisations/naming.ts'
import { offerStatus, type Offer } from '../offers/offer.ts'
import { paths } from '../paths.ts'
import { addressWith } from '../web/address.ts'
import { findingsPage } from './findings-page.ts'
import { fullView } from './views.ts'

interface QueueContext {
  /** from the address: `decided`, else what waits */
  show: unknown
  nameOf: NameOf
  now: Date
  t: TFunction
  language: string
}

/** `held`: oldest first, whatever became of them since. */
export function queuePage(held: Offer[], context: QueueContext) {
  const { show, now, t } = context
  const waiting = held.filter((offer) => offerStatus(offer, now) === 'held')
  const decided = held.filter(isDecided).sort((a, b) => decidedAt(b) - decidedAt(a))
  const showsDecided = show === 'decided'
  const tab = (label: string, count: number, current: boolean, query: string) => ({
    ...{ label: t(`screening-desk:queue.${label}`), count, current },
    href: addressWith(paths.screening(), { show: query }),
  })
  return {
    title: t('screening-desk:queue.heading'),
    tabs: [
      tab('waiting', waiting.length, !showsDecided, ''),
      tab('decided', decided.length, showsDecided, 'decided'),
    ],
    rows: (showsDecided ? decided : waiting).map((offer) => row(offer, context)),
    empty: showsDecided ? 'decided' : 'waiting',
  }
}

const isDecided = ({ decision, revision }: Offer): boolean => decision?.revision === revision

const decidedAt = ({ decision }: Offer): number => decision?.at.getTime() ?? 0

function row(offer: Offer, { nameOf, t, language }: QueueContext) {
  const { title, language: textLanguage, screening, decision } = offer
  const view = fullView(offer, language)
  return {
    href: paths.screeningCase(offer),
    title,
    textLanguage,
    company: nameOf(offer.organisationId),
    since: offer.publishedAt,
    level: screening?.level,
    desk: t(`screening:desk.${screening?.desk}`),
    held: findingsPage(view, t).filter(({ verdict }) => verdict === 'held'),
    decision: isDecided(offer) && decision,
  }
}
