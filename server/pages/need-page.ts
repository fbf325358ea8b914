import type { Request } from 'express'
import { permissionsOf } from '../accounts/permission.ts'
import { matchesFor } from '../matching/match-access.ts'
import { isOwnNeed, needsFor } from '../needs/need-access.ts'
import { isAsking, needStatus } from '../needs/need.ts'
import { paths } from '../paths.ts'
import { postingPage } from '../postings/posting-page.ts'
import type { Services } from '../services.ts'
import { matchesPanel } from './matches-panel.ts'

type NeedPageServices = Pick<Services, 'offers' | 'needs' | 'matches' | 'organisations' | 'clock'>

/** The model of `views/needs/need.hbs`: what the reader may see of a need and of its matches. */
export async function needPage(id: string, req: Request<object>, services: NeedPageServices) {
  const { account, language, t } = req
  const now = services.clock.now()
  const need = await needsFor(account, services.needs, now).find(id)
  const poster = await services.organisations.find(need.organisationId)
  const own = isOwnNeed(need, account)
  const status = needStatus(need, now)
  const found = account ? await matchesFor(account, services, now).ofNeed(id) : []
  const words = { status, organisation: poster?.name ?? '', own, notice: req.query.notice, language, t }
  const asking = isAsking(need, now)
  const mayOffer = asking && permissionsOf(account).postOffers
  return {
    ...postingPage(need, words),
    closed: asking || own ? undefined : t(`needs:status.${status}`),
    answer: mayOffer ? { href: paths.newOffer(), text: t('needs:answer') } : undefined,
    matches: (own && asking) || found.length > 0 ? matchesPanel(found, 'offer', t, language) : undefined,
  }
}
