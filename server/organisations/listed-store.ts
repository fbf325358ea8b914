import type { Model, QueryFilter } from 'mongoose'
import { plain } from '../records/plain.ts'
import { patternsOf, type StoredPlace } from '../search/stored-page.ts'
import { allDivisions, isWithin } from '../vocabulary/industries.ts'
import { countriesIn } from '../vocabulary/places.ts'
import type { OrganisationQuery } from './organisation-query.ts'
import type { Organisation } from './organisation.ts'

/**
 * Organisations that the index lists and that fit the choices, by name, without the search server: words are looked
 * for in names alone, places and goals in the record itself. Whether each may be shown is for the caller to say.
 */
export function listedOrganisations<T>(model: Model<T>, kept: Record<string, 0>) {
  return {
    async byName(
      query: OrganisationQuery,
      /** unix seconds */
      now: number,
      behind: StoredPlace | undefined,
      limit: number,
    ): Promise<Organisation[]> {
      const conditions = [
        { listedUntil: { $gt: now } },
        ...choicesOf(query),
        ...(behind ? [isBehind(behind)] : []),
      ]
      const found = await model
        .find({ $and: conditions } as QueryFilter<T>, kept)
        .sort({ name: 1, _id: 1 })
        .limit(limit)
        .lean()
      return found.map((document) => plain<Organisation>(document))
    },
  }
}

const isBehind = ({ value, id }: StoredPlace) => ({
  $or: [{ name: { $gt: value } }, { name: value, _id: { $gt: id } }],
})

function choicesOf({ q, kind, sdg, topic, country, region, group, industry }: OrganisationQuery): object[] {
  const places = [country, region.flatMap(countriesIn), group.flatMap(countriesIn)]
  return [
    ...anyOf('kind', kind),
    ...anyOf('mandate.sdgs', sdg),
    ...anyOf('mandate.concepts', topic),
    ...places
      .filter((countries) => countries.length > 0)
      .map((countries) => ({
        $or: [{ countries: { $in: countries } }, { 'profile.country': { $in: countries } }],
      })),
    ...(industry.length > 0 ? [{ 'profile.industry': { $regex: beginningOf(industry) } }] : []),
    ...patternsOf(q).map((pattern) => ({ $or: [{ name: pattern }, { acronym: pattern }] })),
  ]
}

const beginningOf = (industries: string[]): string =>
  `^(${allDivisions()
    .filter((division) => industries.some((industry) => isWithin(division, industry)))
    .join('|')})`

const anyOf = (field: string, values: readonly (string | number)[]): object[] =>
  values.length > 0 ? [{ [field]: { $in: values } }] : []
