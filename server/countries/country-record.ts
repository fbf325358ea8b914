import type { Request } from 'express'
import { listOrganisations, listStoredOrganisations } from '../organisations/list-organisations.ts'
import { organisationQuery } from '../organisations/organisation-query.ts'
import { listPartnerships, listStoredPartnerships } from '../partnerships/list-partnerships.ts'
import { partnershipCard } from '../partnerships/partnership-card.ts'
import { partnershipQuery } from '../partnerships/partnership-query.ts'
import { paths } from '../paths.ts'
import { lenient } from '../search/parameters.ts'
import { addressWith } from '../web/address.ts'
import type { CountryServices } from './country-services.ts'

type Reader = Pick<Request, 'language' | 't'>

const mostPartnerships = 3
const mostCompanies = 8

/** Partnerships that a country had a part in, the latest begun first. */
export async function countryPartnerships(country: string, services: CountryServices, reader: Reader) {
  const query = lenient(partnershipQuery, { country, limit: String(mostPartnerships) })
  const page = (await listPartnerships(services, query)) ?? (await listStoredPartnerships(services, query))
  return {
    cards: page.items.map(({ shown }) => partnershipCard(shown, {}, reader)),
    all: page.nextCursor ? addressWith(paths.partnerships(), { country }) : undefined,
  }
}

/** Companies with their seat in a country, as far as everybody may see them. */
export async function countryCompanies(country: string, services: CountryServices) {
  const choice = { kind: 'company', country }
  const query = lenient(organisationQuery, { ...choice, limit: String(mostCompanies) })
  const page = (await listOrganisations(services, query)) ?? (await listStoredOrganisations(services, query))
  return {
    links: page.items.map(({ shown }) => ({ href: paths.organisation(shown), name: shown.name })),
    all: page.nextCursor ? addressWith(paths.organisations(), choice) : undefined,
  }
}
