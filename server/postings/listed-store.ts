import type { Model, QueryFilter } from 'mongoose'
import { countriesIn, regionsOf } from '../vocabulary/places.ts'
import type { Posting } from './posting.ts'
import type { PostingQuery } from './posting-query.ts'
import type { StoredPosting } from './posting-schema.ts'

/** A place in the order of posting; `createdAt` in milliseconds. */
export interface NewestPlace {
  createdAt: number
  id: string
}

interface Stretch {
  /** without it from the very newest */
  behind?: NewestPlace
  limit: number
  now: Date
}

type Conditions = QueryFilter<StoredPosting>

const kept = { effects: 0, work: 0, requestKey: 0, typed: 0 }

/** A listing without the search server. */
export function listedPostings<P extends Posting>(
  model: Model<StoredPosting>,
  toPosting: (document: object) => P,
) {
  return {
    /**
     * What was published and not withdrawn and fits the choices of a listing, newest first; words are looked for in
     * titles alone. Whether it may be listed is for the caller to say.
     */
    async newest(query: PostingQuery, { behind, limit, now }: Stretch): Promise<P[]> {
      const place = behind ? [isBehind(behind)] : []
      const conditions = { $and: [published, ...stateOf(query, now), ...choicesOf(query), ...place] }
      const found = await model.find(conditions, kept).sort({ createdAt: -1, _id: -1 }).limit(limit).lean()
      return found.map(toPosting)
    },
  }
}

const published: Conditions = { publishedAt: { $ne: null }, withdrawnAt: null }

function isBehind({ createdAt, id }: NewestPlace): Conditions {
  const moment = new Date(createdAt)
  return { $or: [{ createdAt: { $lt: moment } }, { createdAt: moment, _id: { $lt: id } }] }
}

function choicesOf({
  q,
  type,
  sdg,
  language,
  organisation,
  country,
  region,
  group,
}: PostingQuery): Conditions[] {
  const places = [country, region.flatMap(countriesIn), group.flatMap(countriesIn)]
  return [
    ...anyOf('contributionTypes', type),
    ...anyOf('sdgs', sdg),
    ...anyOf('language', language),
    ...anyOf('organisationId', organisation),
    ...places.filter((countries) => countries.length > 0).map(reachesAnyOf),
    ...wordsOf(q).map((word) => ({ title: { $regex: escaped(word), $options: 'i' } })),
  ]
}

/** As far as the state shows in the record; several at once are left to the caller. */
function stateOf({ status }: PostingQuery, now: Date): Conditions[] {
  if (status.length > 1) return []
  if (status[0] === 'met') return [{ $or: [{ metAt: { $ne: null } }, { metElsewhereAt: { $ne: null } }] }]
  const isOver = { $lte: now }
  if (status[0] !== 'expired') return [{ availableUntil: { $not: isOver } } as Conditions]
  return [{ $or: [{ availableUntil: isOver }, { availableUntil: null }] } as Conditions]
}

const anyOf = (field: string, values: readonly (string | number)[]): Conditions[] =>
  values.length > 0 ? [{ [field]: { $in: values } }] : []

/** Names one of the countries or a region that one lies in, or is for everywhere. */
function reachesAnyOf(countries: string[]): Conditions {
  const regions = [...new Set(countries.flatMap(regionsOf))]
  const anywhere = { countries: { $size: 0 }, regions: { $size: 0 } }
  return { $or: [{ countries: { $in: countries } }, { regions: { $in: regions } }, anywhere] } as Conditions
}

const wordsOf = (q: string): string[] => q.split(/\s+/).filter(Boolean).slice(0, 10)

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
