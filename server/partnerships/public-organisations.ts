import type { Clock } from '../connections/clock.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import { isDistributable } from '../offers/offer.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { listedWindowOf, NEVER } from '../postings/posting-window.ts'
import type { PartnershipStore } from './partnership-store.ts'

interface Sources {
  organisations: OrganisationStore
  offers: OfferStore
  partnerships: PartnershipStore
  clock: Clock
}

export type PublicOrganisations = ReturnType<typeof publicOrganisations>

const isCompany = ({ kind }: Organisation): boolean => kind === 'company'
const beforeEveryEnd = new Date(0)

/**
 * Whom everybody may see: active UN entities and offices always; a company while an offer of it may be distributed, or a
 * partnership on record names it. That a company is held, refused or only drafting is nobody else's business, and
 * so is that it has an account here.
 */
export function publicOrganisations({ organisations, offers, partnerships, clock }: Sources) {
  async function hasOpenOffer({ id }: Organisation): Promise<boolean> {
    const now = clock.now()
    return (await offers.newestOf([id], (offer) => isDistributable(offer, now), 1)).length > 0
  }

  return {
    /** Those that everybody may see now, by id; read from the database, so that no index is believed. */
    async among(ids: string[]): Promise<Map<string, Organisation>> {
      const found = await organisations.findMany(ids)
      const partners = await partnerships.companiesAmong(found.filter(isCompany).map(({ id }) => id))
      const seen = await Promise.all(
        found.map(async (one) => !isCompany(one) || partners.has(one.id) || hasOpenOffer(one)),
      )
      const shown = found.filter((one, index) => seen[index] && !one.deactivatedAt)
      return new Map(shown.map((one) => [one.id, one]))
    },

    /**
     * Until when the index may list it if nobody acts, in unix seconds; `undefined` for not at all. Ends of offers
     * that lie behind count as well, as the index knows no clock and each query asks itself whether the time is up.
     */
    async listedUntil(organisation: Organisation): Promise<number | undefined> {
      const { id, deactivatedAt } = organisation
      if (deactivatedAt) return undefined
      if (!isCompany(organisation) || (await partnerships.companiesAmong([id])).has(id)) return NEVER
      const cleared = await offers.newestOf([id], (offer) => isDistributable(offer, beforeEveryEnd))
      const ends = cleared.map((offer) => listedWindowOf(offer).openUntil)
      return ends.length > 0 ? Math.max(...ends) : undefined
    },
  }
}
