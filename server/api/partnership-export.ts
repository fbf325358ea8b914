import type { Column, Entry, Exportable, Reader, SearchParameters } from '../exports/exportable.ts'
import { listPartnerships, type PartnershipRegister } from '../partnerships/list-partnerships.ts'
import { partnershipFacets, partnershipQuery } from '../partnerships/partnership-query.ts'
import type { Partnership } from '../partnerships/partnership.ts'
import { paths } from '../paths.ts'
import { excerptOf } from '../postings/card-texts.ts'
import { namesIn, placeNames } from '../postings/posting-names.ts'
import { lenient } from '../search/parameters.ts'
import { addressWith } from '../web/address.ts'
import { chosenWords } from './chosen-words.ts'

/** The public record of partnerships, to be taken away. */
export function partnershipExport(services: PartnershipRegister, baseUrl: string): Exportable<Partnership> {
  const path = paths.partnerships()
  const addressOf = (parameters: SearchParameters): string => {
    const { q, sort, ...query } = lenient(partnershipQuery, parameters)
    const choices = partnershipFacets.map((name) => [name, query[name].map(String)])
    return addressWith(path, { q, ...Object.fromEntries(choices), sort })
  }
  return {
    ...{ path, addressOf },
    titleOf: (parameters, reader) =>
      [reader.t('partnerships:list.title'), ...chosenWords(addressOf(parameters), reader)].join(' · '),
    async find(parameters, limit, cursor) {
      const query = { ...lenient(partnershipQuery, { ...parameters, limit: undefined, cursor }), limit }
      const page = await listPartnerships(services, query)
      return page && { rows: page.items.map(({ shown }) => shown), total: page.total, next: page.nextCursor }
    },
    columnsFor: (reader) => columns(reader, baseUrl),
    itemOf: (partnership) => partnership,
    entryOf,
  }
}

function columns({ language, t }: Reader, baseUrl: string): Column<Partnership>[] {
  const names = namesIn(language)
  return [
    { name: 'id', valueOf: ({ id }) => id },
    { name: 'title', valueOf: ({ title }) => title },
    { name: 'company', valueOf: ({ company }) => company.name },
    { name: 'entities', valueOf: ({ entities }) => entities.map(({ name }) => name) },
    { name: 'model', valueOf: ({ model }) => model },
    { name: 'modelName', valueOf: ({ model }) => t(`partnerships:model.${model}`) },
    { name: 'contributionTypes', valueOf: ({ contributionTypes }) => contributionTypes },
    { name: 'contributionTypeNames', valueOf: ({ contributionTypes }) => contributionTypes.map(names.type) },
    { name: 'sdgs', valueOf: ({ sdgs }) => sdgs },
    { name: 'sdgNames', valueOf: ({ sdgs }) => sdgs.map((goal) => names.goal(goal).name) },
    { name: 'countries', valueOf: ({ countries }) => countries },
    { name: 'countryNames', valueOf: ({ countries }) => countries.map(names.country) },
    { name: 'regions', valueOf: ({ regions }) => regions },
    { name: 'regionNames', valueOf: ({ regions }) => regions.map(names.region) },
    { name: 'from', valueOf: ({ from }) => from },
    { name: 'until', valueOf: ({ until }) => until },
    { name: 'language', valueOf: (one) => one.language },
    { name: 'description', valueOf: ({ description }) => description },
    { name: 'results', valueOf: ({ results }) => results },
    { name: 'sources', valueOf: ({ sources }) => sources.map(({ title, url }) => url ?? title) },
    { name: 'url', valueOf: (one) => baseUrl + paths.partnership(one) },
  ]
}

/** A record is not edited once it is public, so its entry stays as it came. */
function entryOf(partnership: Partnership, { language, t }: Reader): Entry {
  const { id, title, description, company, entities, model, contributionTypes, createdAt } = partnership
  const names = namesIn(language)
  const partners = [company, ...entities].map(({ name }) => name).join(' · ')
  const places = placeNames(partnership, names)
  return {
    ...{ key: `partnership:${id}`, path: paths.partnership(partnership), title, author: partners },
    ...{ language: partnership.language, published: createdAt, updated: createdAt },
    summary: [excerptOf(description), [t(`partnerships:model.${model}`), ...places].join(' · ')],
    categories: contributionTypes.map((term) => ({ term, label: names.type(term) })),
  }
}
