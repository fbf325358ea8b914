import type { Account } from '../accounts/account.ts'
import type { AccountStore } from '../accounts/account-store.ts'
import type { Need } from '../needs/need.ts'
import type { NeedStore } from '../needs/need-store.ts'
import type { Offer } from '../offers/offer.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import type { Organisation } from '../organisations/organisation.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import { isAnywhere } from '../postings/posting.ts'
import { expandPlaces } from '../vocabulary/places.ts'
import { fits, type AlertRule } from './alert-rule.ts'
import type { AlertRuleStore } from './alert-rule-store.ts'
import type { Event } from './notification.ts'

export interface Directory {
  alertRules: AlertRuleStore
  accounts: AccountStore
  organisations: OrganisationStore
  offers: OfferStore
  needs: NeedStore
}

/** A match below this score is on the matches page but rings at nobody's desk. */
export const alertingScore = 60

/** Who hears about it. */
export async function recipientsOf(event: Event, directory: Directory): Promise<Account[]> {
  switch (event.kind) {
    case 'match-found':
      return whoWantsToHear(event, directory)
    case 'offer-held':
      return directory.accounts.withRole('screener')
    case 'offer-screened':
    case 'offer-decided':
      return companyOf(event.offerId, directory)
    case 'interest-shown':
    case 'match-dismissed':
      return event.by === 'offer'
        ? unSideOf(event.offerId, event.needId, directory)
        : companyOf(event.offerId, directory)
    case 'match-introduced':
      return [
        ...(await unSideOf(event.offerId, event.needId, directory)),
        ...(await companyOf(event.offerId, directory)),
      ]
    case 'posting-fits':
      return directory.accounts.findMany([event.accountId])
    case 'import-matched':
      return directory.accounts.membersOf([event.officeId])
  }
}

/** People with rules of their own hear what their rules say; the others hear of good matches. */
async function whoWantsToHear(
  { offerId, needId, score }: Extract<Event, { kind: 'match-found' }>,
  directory: Directory,
): Promise<Account[]> {
  const people = await unSideOf(offerId, needId, directory)
  const offer = await directory.offers.find(offerId)
  const rules = await directory.alertRules.ofPeople(
    people.map(({ id }) => id),
    'offer',
  )
  const wants = ({ delivery, minScore = alertingScore, ...rule }: AlertRule) =>
    delivery === 'live' && score >= minScore && offer !== null && fits({ ...rule, delivery }, offer)
  return people.filter(({ id }) => {
    const own = rules.filter(({ accountId }) => accountId === id)
    return own.length > 0 ? own.some(wants) : score >= alertingScore
  })
}

async function companyOf(offerId: string, { offers, accounts }: Directory): Promise<Account[]> {
  const offer = await offers.find(offerId)
  return offer ? accounts.membersOf([offer.organisationId]) : []
}

async function unSideOf(offerId: string, needId: string, directory: Directory): Promise<Account[]> {
  const [offer, need] = await Promise.all([directory.offers.find(offerId), directory.needs.find(needId)])
  if (!offer || !need) return []
  const poster = await directory.organisations.find(need.organisationId)
  if (!poster) return []
  const entityId = poster.parentId ?? poster.id
  const offices = await directory.organisations.officesOf([entityId])
  const concerned = offices.filter(
    (office) => office.id === poster.id || concerns(office, offer, need, poster),
  )
  return directory.accounts.membersOf([entityId, ...concerned.map(({ id }) => id)])
}

/** Headquarters' needs concern the offices that serve a place which the need asks for and the offer covers. */
export function concerns(office: Organisation, offer: Offer, need: Need, poster: Organisation): boolean {
  return (
    poster.kind === 'entity' &&
    office.countries.some((country) => covers(offer, country) && covers(need, country))
  )
}

const covers = (posting: Offer | Need, country: string): boolean =>
  isAnywhere(posting) || expandPlaces(posting).includes(country)
