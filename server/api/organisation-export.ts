import type { Column, Entry, Exportable, Reader, SearchParameters } from '../exports/exportable.ts'
import { listOrganisations, type OrganisationRegister } from '../organisations/list-organisations.ts'
import { organisationFacets, organisationQuery } from '../organisations/organisation-query.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { paths } from '../paths.ts'
import { namesIn } from '../postings/posting-names.ts'
import { lenient } from '../search/parameters.ts'
import { fallbackLanguage } from '../web/i18n.ts'
import { addressWith } from '../web/address.ts'
import { chosenWords } from './chosen-words.ts'
import { organisationJson } from './register-json.ts'

/** The organisations that everybody may see, to be taken away. */
export function organisationExport(
  services: OrganisationRegister,
  baseUrl: string,
): Exportable<Organisation> {
  const path = paths.organisations()
  const addressOf = (parameters: SearchParameters): string => {
    const { q, sort, ...query } = lenient(organisationQuery, parameters)
    const choices = organisationFacets.map((name) => [name, query[name].map(String)])
    return addressWith(path, { q, ...Object.fromEntries(choices), sort })
  }
  return {
    ...{ path, addressOf },
    titleOf: (parameters, reader) =>
      [reader.t('organisations:list.title'), ...chosenWords(addressOf(parameters), reader)].join(' · '),
    async find(parameters, limit, cursor) {
      const query = { ...lenient(organisationQuery, { ...parameters, limit: undefined, cursor }), limit }
      const page = await listOrganisations(services, query)
      return page && { rows: page.items.map(({ shown }) => shown), total: page.total, next: page.nextCursor }
    },
    columnsFor: (reader) => columns(reader, baseUrl),
    itemOf: organisationJson,
    entryOf,
  }
}

function columns({ language, t }: Reader, baseUrl: string): Column<Organisation>[] {
  const names = namesIn(language)
  return [
    { name: 'id', valueOf: ({ id }) => id },
    { name: 'name', valueOf: ({ name }) => name },
    { name: 'acronym', valueOf: ({ acronym }) => acronym },
    { name: 'kind', valueOf: ({ kind }) => kind },
    { name: 'kindName', valueOf: ({ kind }) => t(`accounts:kind.${kind}`) },
    { name: 'entityId', valueOf: ({ parentId }) => parentId },
    { name: 'countries', valueOf: countriesOf },
    { name: 'countryNames', valueOf: (one) => countriesOf(one).map(names.country) },
    { name: 'industry', valueOf: ({ profile }) => profile?.industry },
    { name: 'sdgs', valueOf: ({ mandate }) => mandate?.sdgs },
    { name: 'sdgNames', valueOf: ({ mandate }) => mandate?.sdgs.map((goal) => names.goal(goal).name) },
    { name: 'mandate', valueOf: ({ mandate }) => mandateIn(language, mandate?.text)?.text },
    { name: 'url', valueOf: (one) => baseUrl + paths.organisation(one) },
  ]
}

/** An organisation says nothing of when it changed, so its entry stays as it came. */
function entryOf(organisation: Organisation, { language, t }: Reader): Entry {
  const { id, name, kind, mandate, createdAt } = organisation
  const names = namesIn(language)
  const text = mandateIn(language, mandate?.text)
  const facts = [t(`accounts:kind.${kind}`), ...countriesOf(organisation).map(names.country)].join(' · ')
  return {
    ...{ key: `organisation:${id}`, path: paths.organisation(organisation), title: name, author: name },
    ...{ language: text?.language ?? language, published: createdAt, updated: createdAt },
    summary: text ? [text.text, facts] : [facts],
    categories: [],
  }
}

const countriesOf = ({ profile, countries }: Organisation): string[] =>
  profile?.country ? [profile.country] : countries

function mandateIn(language: string, texts: Record<string, string> = {}) {
  const found = [language, fallbackLanguage, ...Object.keys(texts)].find((code) => texts[code])
  return found ? { language: found, text: texts[found] ?? '' } : undefined
}
