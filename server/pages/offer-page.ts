import type { Request } from 'express'
import { permissionsOf } from '../accounts/permission.ts'
import { engagedPanel } from '../introductions/engaged/engaged-panel.ts'
import { matchesFor } from '../matching/match-access.ts'
import { isOwnOffer, offersFor } from '../offers/offer-access.ts'
import { offerStatus } from '../offers/offer.ts'
import { paths } from '../paths.ts'
import { postingPage } from '../postings/posting-page.ts'
import type { Services } from '../services.ts'
import { answersPanel } from './answers-panel.ts'
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
  return {
    ...postingPage(offer, words),
    standing: t('offers:standing'),
    answers: await answersPanel(offer, req, services),
    screening: own && offer.publishedAt ? screeningPanel(offer, t, language) : undefined,
    screeningCase: permissionsOf(account).screen && offer.screening ? paths.screeningCase(offer) : undefined,
    engaged: await engagedPanel(offer.organisationId, account, services),
    matches:
      (own && status === 'open') || found.length > 0 ? matchesPanel(found, 'need', t, language) : undefined,
  }
}

/** Such a notice says that the screening is under way, which the page outlives in its address. */
const isNewlyOut = (notice: unknown): boolean => notice === 'posted' || notice === 'published'
