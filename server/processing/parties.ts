import { entityOf } from '../accounts/permission.ts'
import { isDistributable, type Offer } from '../offers/offer.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { decidedHitsIn } from '../screening/decided-hits.ts'
import type { ScreeningContext } from '../screening/screening-context.ts'
import type { StepServices } from './step-services.ts'

/** The organisations that a batch of postings touches, read once. */
export interface Parties {
  byId: Map<string, Organisation>
  nameOf(organisationId: string): string
  /** the entity behind a poster of needs */
  entityOf(organisationId: string): string
  screeningContext(offer: Offer, services: StepServices): Promise<ScreeningContext>
}

export async function loadParties(
  works: { posting: { organisationId: string } }[],
  { organisations }: StepServices,
): Promise<Parties> {
  const unSide = await organisations.unSide()
  const posters = await organisations.findMany([
    ...new Set(works.map(({ posting }) => posting.organisationId)),
  ])
  const byId = new Map([...unSide, ...posters].map((organisation) => [organisation.id, organisation]))
  return {
    byId,
    nameOf: (id) => byId.get(id)?.name ?? '',
    entityOf(id) {
      const organisation = byId.get(id)
      return organisation ? entityOf(organisation) : id
    },
    async screeningContext(offer, { offers, clock, watchlists }) {
      const now = clock.now()
      const theirs = await offers.ofOrganisations([offer.organisationId])
      const openOffers = theirs.filter((other) => other.id !== offer.id && isDistributable(other, now))
      return {
        now,
        openOffers,
        organisations: unSide,
        watchlist: await watchlists.current(),
        decidedHits: decidedHitsIn(theirs),
      }
    },
  }
}
