import type { Request } from 'express'
import { accountOf } from '../accounts/guards.ts'
import { endingPage, type SentForm } from '../introductions/ending-page.ts'
import { engagedPanel } from '../introductions/engaged/engaged-panel.ts'
import type { Introduction } from '../introductions/introduction-access.ts'
import { refusals } from '../introductions/introduction.ts'
import { conversationPage } from '../introductions/messages/conversation-page.ts'
import { contactsOf } from '../matching/match-contacts.ts'
import { standingOf, storyOf } from '../matching/match-story.ts'
import { needStatus } from '../needs/need.ts'
import { maySeeNeed } from '../needs/need-access.ts'
import { maySeeOffer } from '../offers/offer-access.ts'
import { offerStatus } from '../offers/offer.ts'
import type { NameOf } from '../organisations/naming.ts'
import { paths } from '../paths.ts'
import type { Services } from '../services.ts'
import { errorLinks } from '../web/forms.ts'

export type IntroductionPageServices = Pick<
  Services,
  'offers' | 'needs' | 'matches' | 'organisations' | 'accounts' | 'messages' | 'clock'
>

/** Why the page is shown again instead of what was asked for. */
export interface Trouble extends SentForm {
  /** a word about it at the top of the page */
  refusal?: string
}
const untroubled: Trouble = { values: {}, errors: {} }

const done = ['ended', 'proposed', 'confirmed', 'taken-back'] as const

/** The model of `views/introductions/introduction.hbs`: the place where two sides meet, as one of its people sees it. */
export async function introductionPage(
  own: Introduction,
  nameOf: NameOf,
  req: Request<{ id: string }>,
  services: IntroductionPageServices,
  trouble: Trouble = untroubled,
) {
  const { t } = req
  const { match, status } = own
  const account = accountOf(req)
  const heading = nameOf(match.parties[own.side === 'offer' ? 'need' : 'offer'])
  return {
    title: t('introductions:title', { organisation: heading }),
    ...{
      heading,
      status,
      eyebrow: t('introductions:eyebrow'),
      lead: t(`matches:standing.${standingOf(own)}`),
    },
    crumbs: [{ text: t('introductions:heading'), href: paths.introductions() }, { text: heading }],
    notice: noticeOf(trouble.refusal ?? req.query.notice, t),
    postings: postingsOf(own, account, nameOf, services.clock.now()),
    match: paths.match(match),
    partnership: match.agreement?.partnershipId && paths.partnership({ id: match.agreement.partnershipId }),
    contacts: await contactsOf(own, services.accounts),
    conversation: await conversationOf(own, req, services, trouble),
    closing: endingPage(own, trouble, t),
    events: storyOf(own, nameOf, t),
    engaged: await engagedPanel(match.parties.offer, account, services),
    errors: errorLinks(trouble.errors, t, `introductions:${trouble.which}`),
  }
}

function postingsOf(
  { offer, need }: Introduction,
  account: ReturnType<typeof accountOf>,
  nameOf: NameOf,
  now: Date,
) {
  const base = [
    { posting: offer, state: offerStatus(offer, now), open: maySeeOffer(offer, account, now) },
    { posting: need, state: needStatus(need, now), open: maySeeNeed(need, account, now) },
  ]
  return base.map(({ posting, state, open }) => ({
    ...{ side: posting.side, title: posting.title, language: posting.language, state },
    organisation: nameOf(posting.organisationId),
    href: open ? paths.posting(posting) : undefined,
  }))
}

async function conversationOf(
  own: Introduction,
  req: Request,
  { messages, clock }: IntroductionPageServices,
  { which, values, errors }: Trouble,
) {
  const account = accountOf(req)
  const before = typeof req.query.before === 'string' ? req.query.before : undefined
  const isMessage = which === 'message'
  return conversationPage(own, {
    ...{ account, before, now: clock.now(), t: req.t },
    messages: await messages.page(own.match.id, before),
    latestOwn: await messages.latestBy(account.id, own.match.id),
    typed: isMessage ? String(values.text ?? '') : undefined,
    errors: isMessage ? errors : {},
  })
}

function noticeOf(word: unknown, t: Request['t']) {
  const refusal = [...refusals, 'too-many'].find((one) => one === word)
  if (refusal) return { tone: 'warning', text: t(`introductions:refusal.${refusal}`) }
  const act = done.find((one) => one === word)
  return act && { tone: 'success', text: t(`introductions:notice.${act}`) }
}
