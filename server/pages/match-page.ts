import type { TFunction } from 'i18next'
import type { NameOf } from '../organisations/naming.ts'
import { needStatus } from '../needs/need.ts'
import { maySeeNeed } from '../needs/need-access.ts'
import { maySeeOffer } from '../offers/offer-access.ts'
import { offerStatus } from '../offers/offer.ts'
import type { Account } from '../accounts/account.ts'
import { paths } from '../paths.ts'
import { postingCard } from '../postings/posting-card.ts'
import { errorLinks, formFields } from '../web/forms.ts'
import type { FieldErrors } from '../web/form-errors.ts'
import type { engagedPanel } from '../introductions/engaged/engaged-panel.ts'
import { haveMet } from '../matching/match.ts'
import type { SeenMatch } from '../matching/match-access.ts'
import { dismissalReasons } from '../matching/match-acts.ts'
import type { contactsOf } from '../matching/match-contacts.ts'
import { standingOf, storyOf } from '../matching/match-story.ts'
import type { reservationPanel } from './reservation-panel.ts'
import { sentence } from '../matching/sentence.ts'

interface MatchContext {
  account: Account
  nameOf: NameOf
  /** the other entities in touch with the company, for readers of the UN side */
  engaged: Awaited<ReturnType<typeof engagedPanel>>
  /** how many messages the two sides have exchanged, for readers who speak for neither */
  exchanged?: number
  reservation: ReturnType<typeof reservationPanel>
  contacts: Awaited<ReturnType<typeof contactsOf>>
  errors: FieldErrors
  now: Date
  t: TFunction
  language: string
}

export function matchPage(seen: SeenMatch, context: MatchContext) {
  const { match, offer, status } = seen
  const { nameOf, contacts, errors, t, language } = context
  return {
    title: t('matches:one.title', { offer: offer.title }),
    heading: t('matches:one.heading'),
    crumbs: [{ text: t('matches:heading'), href: paths.matches() }, { text: t('matches:one.heading') }],
    score: match.score,
    status,
    standing: t(`matches:standing.${standingOf(seen)}`),
    sides: sidesOf(seen, context),
    factors: match.factors.map(({ factor, points, of, message }) => ({
      name: t(`matching:factor.${factor}`),
      points,
      of,
      text: sentence(message, t, language),
    })),
    events: storyOf(seen, nameOf, t),
    contacts,
    introduction: haveMet(match) && seen.side ? paths.introduction(match) : undefined,
    exchanged: context.exchanged,
    engaged: context.engaged,
    reservation: context.reservation,
    acts: actsOf(seen, context),
    errors: errorLinks(errors, t),
  }
}

/** Both postings; one that the reader can no longer open has no address. */
function sidesOf({ offer, need }: SeenMatch, { account, nameOf, now, t, language }: MatchContext) {
  const offerHref = maySeeOffer(offer, account, now) ? paths.offer(offer) : ''
  const needHref = maySeeNeed(need, account, now) ? paths.need(need) : ''
  const base = { t, language }
  return [
    {
      ...postingCard(offer, { ...base, href: offerHref, organisation: nameOf(offer.organisationId) }),
      ...{ state: offerStatus(offer, now), quantity: offer.quantity, value: offer.value },
      from: offer.availableFrom,
    },
    {
      ...postingCard(need, { ...base, href: needHref, organisation: nameOf(need.organisationId) }),
      ...{ state: needStatus(need, now), quantity: need.quantity, value: need.value },
      from: need.availableFrom,
    },
  ]
}

/** What the reader's side can still say; nothing for those who only look. */
function actsOf({ match, status, side }: SeenMatch, { account, errors, t }: MatchContext) {
  if (!side || !account.roles.includes('member')) return undefined
  const open = status === 'suggested' || status === 'interest'
  const field = formFields({ t, words: 'matches:dismissal', errors })
  const choices = dismissalReasons.map((value) => ({ value, label: t(`matching:dismissal.${value}`) }))
  const acts = {
    interest: open && !match.interest[side] && paths.interest(match),
    dismissal: open && paths.dismissal(match),
    reason: field('reason', { kind: 'radios', required: true, choices }),
  }
  return acts.interest || acts.dismissal ? acts : undefined
}
