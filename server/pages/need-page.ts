import type { Request } from 'express'
import type { TFunction } from 'i18next'
import type { Account } from '../accounts/account.ts'
import { permissionsOf } from '../accounts/permission.ts'
import { questionsPanel, type SentQuestion } from '../introductions/questions/questions-panel.ts'
import { matchesFor } from '../matching/match-access.ts'
import { isOwnNeed, needsFor } from '../needs/need-access.ts'
import { isAsking, needStatus, type Need } from '../needs/need.ts'
import { paths } from '../paths.ts'
import { postingPage } from '../postings/posting-page.ts'
import { isUndoable } from '../postings/undo.ts'
import { addressWith } from '../web/address.ts'
import type { Services } from '../services.ts'
import { promiseProgress } from './promise-progress.ts'
import { matchesPanel } from './matches-panel.ts'

export type NeedPageServices = Pick<
  Services,
  'offers' | 'needs' | 'matches' | 'organisations' | 'questions' | 'clock'
>

/** A form of the page that was not accepted: what was sent, or why it came to nothing. */
export interface NeedTrouble {
  sent?: SentQuestion
  refusal?: string
}

/** The model of `views/needs/need.hbs`: what the reader may see of a need and of its matches. */
export async function needPage(
  id: string,
  req: Request<object>,
  services: NeedPageServices,
  { sent, refusal }: NeedTrouble = {},
) {
  const { account, language, t } = req
  const now = services.clock.now()
  const need = await needsFor(account, services.needs, now).find(id)
  const poster = await services.organisations.find(need.organisationId)
  const own = isOwnNeed(need, account)
  const mayChange = own && permissionsOf(account).postNeeds
  const status = needStatus(need, now)
  const found = account ? await matchesFor(account, services, now).ofNeed(id) : []
  const { notice } = req.query
  const words = { status, organisation: poster?.name ?? '', own: mayChange, notice, now, language, t }
  const asking = isAsking(need, now)
  const page = postingPage(need, words)
  return {
    ...page,
    owner: page.owner && {
      ...page.owner,
      fulfilment: fulfilmentPart(need, asking || status === 'expired', now, t),
    },
    progress: promiseProgress(need, t, language),
    closed: asking || own ? undefined : t(`needs:status.${status}`),
    answer: asking ? answerTo(need, account, t) : undefined,
    questions: await questionsPanel(id, services, {
      ...{ account, now, sent, refusal, t },
      notice: req.query.question,
    }),
    matches: (own && asking) || found.length > 0 ? matchesPanel(found, 'offer', t, language) : undefined,
  }
}

/** Its poster can say that it is met, and for a day take that back. */
function fulfilmentPart(need: Need, unmet: boolean, now: Date, t: TFunction) {
  if (unmet) return { action: paths.fulfilment(need), text: t('needs:fulfilment.mark') }
  if (need.withdrawnAt || !isUndoable(need.metElsewhereAt, now)) return undefined
  return { action: paths.fulfilmentUndo(need), text: t('needs:fulfilment.undo') }
}

/** A company answers with an offer that begins with what the need asks for. */
function answerTo(need: Need, account: Account | undefined, t: TFunction) {
  if (!account) return { href: paths.signIn(paths.need(need)), text: t('needs:answer.sign-in') }
  const { contributionTypes, sdgs, countries, regions } = need
  const chosen = { contributionTypes, sdgs: sdgs.map(String), countries, regions }
  const href = addressWith(paths.newOffer(), chosen)
  return permissionsOf(account).postOffers ? { href, text: t('needs:answer.offer') } : undefined
}
