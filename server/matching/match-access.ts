import type { Account } from '../accounts/account.ts'
import { isStaff } from '../accounts/permission.ts'
import { answersFor } from '../needs/need-access.ts'
import { isAsking, type Need } from '../needs/need.ts'
import type { NeedStore } from '../needs/need-store.ts'
import { isDistributable, type Offer } from '../offers/offer.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import { forbidden, notFoundProblem } from '../web/problem.ts'
import { haveMet, matchStatus, type Match, type MatchSide, type MatchStatus } from './match.ts'
import type { MatchStore } from './match-store.ts'

/** A match as one account sees it, with both postings read again. */
export interface SeenMatch {
  match: Match
  offer: Offer
  need: Need
  status: MatchStatus
  /** the side that the account speaks for; staff who only look have none */
  side: MatchSide | null
}

interface Stores {
  offers: OfferStore
  needs: NeedStore
  matches: MatchStore
  organisations: OrganisationStore
}

/** Matches as an account may look them up. The UN side sees one only while its offer may be shown, or once introduced. */
export function matchesFor(account: Account, { offers, needs, matches, organisations }: Stores, now: Date) {
  const officeIds = once(async () =>
    account.organisation.kind === 'entity'
      ? (await organisations.officesOf([account.organisation.id])).map(({ id }) => id)
      : [],
  )

  /** Whose matches may be the account's own. */
  async function family(): Promise<{ side: MatchSide; organisationIds: string[] }> {
    const { id, kind, parentId } = account.organisation
    if (kind === 'company') return { side: 'offer', organisationIds: [id] }
    return { side: 'need', organisationIds: [id, ...(parentId ? [parentId] : []), ...(await officeIds())] }
  }

  async function seen(found: Match[]): Promise<SeenMatch[]> {
    const offices = await officeIds()
    const offerList = await offers.findMany([...new Set(found.map(({ offerId }) => offerId))])
    const needList = await needs.findMany([...new Set(found.map(({ needId }) => needId))])
    const offerOf = new Map(offerList.map((offer) => [offer.id, offer]))
    const needOf = new Map(needList.map((need) => [need.id, need]))
    return found.flatMap((match) => {
      const offer = offerOf.get(match.offerId)
      const need = needOf.get(match.needId)
      return offer && need ? (look({ match, offer, need }, account, offices, now) ?? []) : []
    })
  }

  return {
    async find(id: string): Promise<SeenMatch> {
      const match = await matches.find(id)
      const [one] = match ? await seen([match]) : []
      if (!one) throw notFoundProblem()
      return one
    },

    /** To act on it, an account must speak for one of the sides. */
    async findOwn(id: string): Promise<SeenMatch & { side: MatchSide }> {
      const one = await this.find(id)
      if (!one.side || !account.roles.includes('member')) throw forbidden()
      return { ...one, side: one.side }
    },

    ofOffer: async (offerId: string): Promise<SeenMatch[]> => seen(await matches.ofOffers([offerId])),
    ofNeed: async (needId: string): Promise<SeenMatch[]> => seen(await matches.ofNeeds([needId])),

    /** All of the account's own, best first. */
    async list(): Promise<SeenMatch[]> {
      const { side, organisationIds } = await family()
      return seen(await matches.ofParties(side, organisationIds))
    },

    /** The account's own in which both sides have shown interest. */
    async listMet(): Promise<SeenMatch[]> {
      return seen(await matches.spokenFor(await family(), ['offer', 'need']))
    },
  }
}

function look(
  parts: Pick<SeenMatch, 'match' | 'offer' | 'need'>,
  account: Account,
  officeIds: string[],
  now: Date,
): SeenMatch | null {
  const { match, offer, need } = parts
  const shown = isDistributable(offer, now)
  const status = matchStatus(match, shown && isAsking(need, now))
  if (offer.organisationId === account.organisation.id) return { ...parts, status, side: 'offer' }
  if (isStaff(account)) return { ...parts, status, side: null }
  if (!answersFor(need, account, officeIds) || !(shown || haveMet(match))) return null
  return { ...parts, status, side: 'need' }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
