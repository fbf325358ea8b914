import type { Offer } from '../../offers/offer.ts'
import type { Organisation } from '../../organisations/organisation.ts'
import { isAnywhere } from '../../postings/posting.ts'
import { expandPlaces } from '../../vocabulary/places.ts'
import { findingOf } from '../finding.ts'
import { reasonOf } from '../reason.ts'
import type { ScreeningContext } from '../screening-context.ts'
import type { Finding, Reason, Route } from '../screening.ts'
import { fitsMandate, subjectOf } from './mandate/mandate-fit.ts'
import { overlayHits } from './permitted/overlay-hits.ts'

export interface RoutingFinding {
  finding: Finding
  routes: Route[]
  /** ids of entities whose own rules bar the company */
  barredFor: string[]
}

/** Who hears of the offer: entities by mandate, their offices by mandate and place, none that an overlay bars. */
export function routed(offer: Offer, company: Organisation, context: ScreeningContext): RoutingFinding {
  const { barredFor } = overlayHits(offer, company, context)
  const fits = fittingEntities(offer, context.organisations, barredFor)
  const routes = [
    ...fits.map(({ id }): Route => ({ organisationId: id, because: 'mandate' })),
    ...officeRoutes(offer, context.organisations, fits),
  ]
  const finding = findingOf('routed', { cleared: [routingReason(fits, routes)] })
  return { finding, routes, barredFor }
}

function fittingEntities(offer: Offer, organisations: Organisation[], barredFor: string[]): Organisation[] {
  const subject = subjectOf(offer)
  return organisations
    .filter(({ kind, id }) => kind === 'entity' && !barredFor.includes(id))
    .filter((entity) => fitsMandate(entity, offer, subject))
}

/** An office of its own, such as a Resident Coordinator's, has no mandate to go by: place decides. */
function officeRoutes(offer: Offer, organisations: Organisation[], fits: Organisation[]): Route[] {
  const fitting = new Set(fits.map(({ id }) => id))
  const places = isAnywhere(offer) ? undefined : new Set(expandPlaces(offer))
  return organisations
    .filter(
      ({ kind, countries }) =>
        kind === 'office' && (!places || countries.some((country) => places.has(country))),
    )
    .filter(({ parentId }) => parentId === undefined || fitting.has(parentId))
    .map(({ id, parentId }) => ({
      organisationId: id,
      because: parentId === undefined ? 'place' : 'mandate-and-place',
    }))
}

function routingReason(entities: Organisation[], routes: Route[]): Reason {
  if (routes.length === 0) return reasonOf('routed.lists-only')
  return reasonOf('routed.to', {
    entities: entities.map(({ acronym, name }) => acronym ?? name).join(', '),
    count: entities.length,
    offices: routes.length - entities.length,
  })
}
