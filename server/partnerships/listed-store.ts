import type { Model, QueryFilter } from 'mongoose'
import { plain } from '../records/plain.ts'
import { patternsOf, type StoredPlace } from '../search/stored-page.ts'
import { countriesIn, regionsOf } from '../vocabulary/places.ts'
import type { PartnershipQuery } from './partnership-query.ts'
import type { Partnership } from './partnership.ts'

/** Partnerships that fit the choices, the latest begun first, without the search server: words are looked for in titles alone. */
export function listedPartnerships<T>(model: Model<T>, kept: Record<string, 0>) {
  return {
    async latest(
      query: PartnershipQuery,
      behind: StoredPlace | undefined,
      limit: number,
    ): Promise<Partnership[]> {
      const conditions = [...choicesOf(query), ...(behind ? [isBehind(behind)] : [])]
      const found = await model
        .find((conditions.length > 0 ? { $and: conditions } : {}) as QueryFilter<T>, kept)
        .sort({ from: -1, _id: -1 })
        .limit(limit)
        .lean()
      return found.map((document) => plain<Partnership>(document))
    },
  }
}

const isBehind = ({ value, id }: StoredPlace) => ({
  $or: [{ from: { $lt: Number(value) } }, { from: Number(value), _id: { $lt: id } }],
})

function choicesOf({
  q,
  model,
  type,
  sdg,
  country,
  region,
  group,
  organisation,
}: PartnershipQuery): object[] {
  const places = [country, region.flatMap(countriesIn), group.flatMap(countriesIn)]
  return [
    ...anyOf(['model'], model),
    ...anyOf(['contributionTypes'], type),
    ...anyOf(['sdgs'], sdg),
    ...anyOf(['company.organisationId', 'entities.organisationId'], organisation),
    ...places.filter((countries) => countries.length > 0).map(reachesAnyOf),
    ...patternsOf(q).map((title) => ({ title })),
  ]
}

/** Names one of the countries or a region that one lies in, or is worldwide. */
const reachesAnyOf = (countries: string[]) => ({
  $or: [
    { countries: { $in: countries } },
    { regions: { $in: [...new Set(countries.flatMap(regionsOf))] } },
    { countries: { $size: 0 }, regions: { $size: 0 } },
  ],
})

const anyOf = (fields: string[], values: readonly (string | number)[]): object[] =>
  values.length > 0 ? [{ $or: fields.map((field) => ({ [field]: { $in: values } })) }] : []
