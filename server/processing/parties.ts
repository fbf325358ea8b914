import { entityOf } from '../accounts/permission.ts'
import { isDistributable, type Offer } from '../offers/offer.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { decidedHitsIn } from '../screening/decided-hits.ts'
import type { ScreeningContext } from '../screening/screening-context.ts'
import type { StepServices } from './step-services.ts'

/** Organisations that a batch of postings touches, read once. */
export interface Posters {
  byId: Map<string, Organisation>
  nameOf(organisationId: string): string
  /** the entity behind a poster of needs */
  entityOf(organisationId: string): string
}

/** The posters of offers and the whole UN side, to whom offers are routed. */
export interface Parties extends Posters {
  screeningContext(offer: Offer, services: StepServices): Promise<ScreeningContext>
}

interface Posted {
  posting: { organisationId: string }
}

/** Enough for needs, which are neither screened nor routed. */
export async function loadPosters(
  works: Posted[],
  { organisations }: Pick<StepServices, 'organisations'>,
): Promise<Posters> {
  const ids = new Set(works.map(({ posting }) => posting.organisationId))
  return posters(await organisations.findMany([...ids]))
}

export async function loadParties(works: Posted[], services: StepServices): Promise<Parties> {
  const unSide = await services.organisations.unSide()
  const { byId } = await loadPosters(works, services)
  return {
    ...posters([...unSide, ...byId.values()]),
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

function posters(organisations: Organisation[]): Posters {
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]))
  return {
    byId,
    nameOf: (id) => byId.get(id)?.name ?? '',
    entityOf(id) {
      const organisation = byId.get(id)
      return organisation ? entityOf(organisation) : id
    },
  }
}
