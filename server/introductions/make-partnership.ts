import type { Agreement, Match } from '../matching/match.ts'
import type { Need } from '../needs/need.ts'
import type { NeedStore } from '../needs/need-store.ts'
import type { Offer } from '../offers/offer.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import type { Organisation } from '../organisations/organisation.ts'
import type { PartnershipStore } from '../partnerships/partnership-store.ts'
import type { Partner, Partnership } from '../partnerships/partnership.ts'
import { isAnywhere } from '../postings/posting.ts'
import { detectLanguage } from '../vocabulary/detect-language.ts'

interface Stores {
  offers: OfferStore
  needs: NeedStore
  organisations: OrganisationStore
  partnerships: PartnershipStore
}

/** The public record of what both sides agreed on; made again it is the same record. */
export async function makePartnership(match: Match, stores: Stores, now: Date): Promise<void> {
  const { agreement, parties } = match
  const [offer, need] = await Promise.all([
    stores.offers.find(match.offerId),
    stores.needs.find(match.needId),
  ])
  const [company, poster] = await Promise.all([
    stores.organisations.find(parties.offer),
    stores.organisations.find(parties.need),
  ])
  if (!agreement?.confirmed || !offer || !need || !company || !poster) return
  const entity = poster.parentId ? await stores.organisations.find(poster.parentId) : null
  const entities = entity ? [entity, poster] : [poster]
  await stores.partnerships.add(
    {
      ...factsOf(agreement, offer, need),
      id: agreement.partnershipId ?? match.id,
      company: partner(company),
      entities: entities.map(partner),
      origin: { offerId: offer.id, needId: need.id },
      createdAt: agreement.confirmed.at,
    },
    now,
  )
  // A partnership makes its company public, which the registers are to know.
  await stores.organisations.markFamilyDue(company.id, now)
}

type Facts = Omit<Partnership, 'id' | 'company' | 'entities' | 'origin' | 'createdAt'>

/** Places are the need's where it names some; goals and contributions what both postings name, else the need's and the offer's. */
function factsOf({ title, description, model, startsOn }: Agreement, offer: Offer, need: Need): Facts {
  const place = isAnywhere(need) ? offer : need
  return {
    ...{ title, description, model },
    language: detectLanguage(`${title}. ${description}`, need.language),
    countries: place.countries,
    regions: place.regions,
    sdgs: shared(need.sdgs, offer.sdgs),
    contributionTypes: shared(offer.contributionTypes, need.contributionTypes),
    from: startsOn.getUTCFullYear(),
    sources: [],
  }
}

function shared<T>(first: T[], second: T[]): T[] {
  const both = first.filter((one) => second.includes(one))
  return both.length > 0 ? both : first
}

const partner = ({ id, name }: Organisation): Partner => ({ name, organisationId: id })
