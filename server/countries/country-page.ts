import type { Request } from 'express'
import { neighbourhoodOf } from '../charts/neighbourhood-map.ts'
import { offersOfSite } from '../offers/offer-routes.ts'
import { needsOfSite } from '../needs/need-routes.ts'
import { paths } from '../paths.ts'
import { namesIn } from '../postings/posting-names.ts'
import { continents } from '../vocabulary/region-tree.ts'
import { countryOf, GROUPS, regionsOf, WORLD } from '../vocabulary/places.ts'
import { countryPostings } from './country-postings.ts'
import { countryOffices } from './country-offices.ts'
import { countryCompanies, countryPartnerships } from './country-record.ts'
import type { CountryServices } from './country-services.ts'

type Reader = Pick<Request, 'language' | 't' | 'account'>

/** The model of `views/countries/country.hbs`: all that goes on in one country and that everybody may know. */
export async function countryPage(country: string, reader: Reader, services: CountryServices) {
  const { language, t } = reader
  const name = namesIn(language).country(country)
  const [needs, offers, partnerships, companies, offices] = await Promise.all([
    countryPostings(country, name, needsOfSite(services), reader),
    countryPostings(country, name, offersOfSite(services), reader),
    countryPartnerships(country, services, reader),
    countryCompanies(country, services),
    countryOffices(country, services, reader),
  ])
  return {
    title: name,
    crumbs: [{ text: t('countries:list.title'), href: paths.countries() }, { text: name }],
    facts: factsOf(country, language),
    map: neighbourhoodMap(country, name, reader),
    listed: [needs, offers],
    ...{ partnerships, companies, offices },
    feed: { title: `${t('countries:page.needs')}: ${name}`, href: needs.atom },
  }
}

/** The regions around it, and the groups that the United Nations counts it among. */
function factsOf(country: string, language: string) {
  const names = namesIn(language)
  const codes = regionsOf(country).filter((code) => code !== WORLD)
  const isGroup = (code: string) => (GROUPS as readonly string[]).includes(code)
  const regions = codes.filter((code) => !isGroup(code))
  return {
    continent: regions.filter((code) => continents.includes(code)).map(names.region),
    regions: regions.map(names.region),
    groups: codes.filter(isGroup).map(names.region),
    codes: [country, countryOf(country)?.m49 ?? ''],
  }
}

/** The model of `views/countries/_map.hbs`; the countries around lead to their pages. */
function neighbourhoodMap(country: string, name: string, { language, t }: Reader) {
  const map = neighbourhoodOf(country)
  if (!map) return undefined
  const names = namesIn(language)
  return {
    ...map,
    title: t('countries:page.map', { country: name }),
    neighbours: map.neighbours.map(({ path, country: code }) => ({
      ...{ path, name: names.country(code), href: paths.country(code) },
    })),
  }
}
