import type { Request } from 'express'
import { permissionsOf } from '../accounts/permission.ts'
import { engagedPanel } from '../introductions/engaged/engaged-panel.ts'
import { matchesFor } from '../matching/match-access.ts'
import { isOwnOffer, offersFor } from '../offers/offer-access.ts'
import { offerStatus, type Offer, type OfferStatus } from '../offers/offer.ts'
import { paths } from '../paths.ts'
import { postingPage } from '../postings/posting-page.ts'
import { isUndoable } from '../postings/undo.ts'
import type { Services } from '../services.ts'
import { answersPanel } from './answers-panel.ts'
import { promiseProgress } from './promise-progress.ts'
import { matchesPanel } from './matches-panel.ts'
import { screeningPanel } from './screening-panel.ts'

export type OfferPageServices = Pick<
  Services,
  'answers' | 'offers' | 'needs' | 'matches' | 'organisations' | 'accounts' | 'clock'
>

/** The model of `views/offers/offer.hbs`: what the reader may see of an offer, its screening and its matches. */
export async function offerPage(id: string, req: Request<object>, services: OfferPageServices) {
  const { account, language, t } = req
  const now = services.clock.now()
  const offer = await offersFor(account, services.offers, now).find(id)
  const company = await services.organisations.find(offer.organisationId)
  const own = isOwnOffer(offer, account)
  const mayChange = own && permissionsOf(account).postOffers
  const status = offerStatus(offer, now)
  const found = account ? await matchesFor(account, services, now).ofOffer(id) : []
  const notice = status === 'screening' || !isNewlyOut(req.query.notice) ? req.query.notice : undefined
  const words = { status, organisation: company?.name ?? '', own: mayChange, notice, now, language, t }
  const page = postingPage(offer, words)
  return {
    ...page,
    owner: page.owner && { ...page.owner, fulfilment: givingPart(offer, status, now, t) },
    progress: promiseProgress(offer, t, language),
    standing: t('offers:standing'),
    answers: await answersPanel(offer, req, services),
    screening: own && offer.publishedAt ? screeningPanel(offer, t, language) : undefined,
    screeningCase: permissionsOf(account).screen && offer.screening ? paths.screeningCase(offer) : undefined,
    engaged: await engagedPanel(offer.organisationId, account, services),
    matches:
      (own && status === 'open') || found.length > 0 ? matchesPanel(found, 'need', t, language) : undefined,
  }
}

/** Its company can say that all is given, and for a day take that back. */
function givingPart(offer: Offer, status: OfferStatus, now: Date, t: Request['t']) {
  if (['open', 'reserved', 'expired'].includes(status))
    return { action: paths.giving(offer), text: t('offers:giving.mark') }
  if (offer.withdrawnAt || !isUndoable(offer.givenElsewhereAt, now)) return undefined
  return { action: paths.givingUndo(offer), text: t('offers:giving.undo') }
}

/** Such a notice says that the screening is under way, which the page outlives in its address. */
const isNewlyOut = (notice: unknown): boolean => notice === 'posted' || notice === 'published'
