import { MeilisearchError } from '../errors.ts'
import type { Json, JsonObject } from '../json.ts'
import { listed, snakeCase, unknownField } from '../misfits.ts'
import { refuseLeftOut } from './left-out.ts'
import type { MatchingStrategy } from './levels.ts'
import { count, filter, flag, languages, oneOf, readText, share, text, texts } from './parameter-kinds.ts'
import type { Kind } from './parameter-kinds.ts'

/** A search request, checked and complete. */
export type SearchParameters = {
  q: string | null
  offset: number
  limit: number
  page: number | null
  hitsPerPage: number | null
  attributesToRetrieve: string[]
  retrieveVectors: boolean
  attributesToCrop: string[] | null
  cropLength: number
  attributesToHighlight: string[] | null
  showMatchesPosition: boolean
  showRankingScore: boolean
  showRankingScoreDetails: boolean
  filter: Json
  sort: string[] | null
  distinct: string | null
  facets: string[] | null
  highlightPreTag: string
  highlightPostTag: string
  cropMarker: string
  matchingStrategy: MatchingStrategy
  attributesToSearchOn: string[] | null
  rankingScoreThreshold: number | null
  locales: string[] | null
}

const defaults: SearchParameters = {
  q: null,
  offset: 0,
  limit: 20,
  page: null,
  hitsPerPage: null,
  attributesToRetrieve: ['*'],
  retrieveVectors: false,
  attributesToCrop: null,
  cropLength: 10,
  attributesToHighlight: null,
  showMatchesPosition: false,
  showRankingScore: false,
  showRankingScoreDetails: false,
  filter: null,
  sort: null,
  distinct: null,
  facets: null,
  highlightPreTag: '<em>',
  highlightPostTag: '</em>',
  cropMarker: '…',
  matchingStrategy: 'last',
  attributesToSearchOn: null,
  rankingScoreThreshold: null,
  locales: null,
}

const strategies: MatchingStrategy[] = ['last', 'all', 'frequency']

const kinds: Record<keyof SearchParameters, Kind> = {
  q: text,
  offset: count,
  limit: count,
  page: count,
  hitsPerPage: count,
  attributesToRetrieve: texts,
  retrieveVectors: flag,
  attributesToCrop: texts,
  cropLength: count,
  attributesToHighlight: texts,
  showMatchesPosition: flag,
  showRankingScore: flag,
  showRankingScoreDetails: flag,
  filter,
  sort: texts,
  distinct: text,
  facets: texts,
  highlightPreTag: text,
  highlightPostTag: text,
  cropMarker: text,
  matchingStrategy: oneOf(strategies),
  attributesToSearchOn: texts,
  rankingScoreThreshold: share('rankingScoreThreshold'),
  locales: languages,
}

const names = Object.keys(kinds)

/** Checks a request body, or the part of one that stands at `path`; `null` stands for the default. */
export function searchParameters(body: JsonObject, path = ''): SearchParameters {
  const rest = refuseLeftOut(body)
  const given = Object.entries(rest).filter(([name, value]) => isGiven(name, value, path))
  return { ...defaults, ...Object.fromEntries(given) }
}

function isGiven(name: string, value: Json, path: string): boolean {
  const kind = kindOf(name)
  if (!kind) throw new MeilisearchError('bad_request', unknownField(path, name, names))
  const misfit = value === null ? undefined : kind.misfit(value, `${path}.${name}`)
  if (misfit !== undefined) throw new MeilisearchError(codeOf(name), misfit)
  return value !== null
}

/** The parameters of a GET search as the body of a POST. */
export function bodyOfQuery(query: URLSearchParams): JsonObject {
  return Object.fromEntries([...query].map(([name, written]) => [name, readParameter(name, written)]))
}

function readParameter(name: string, written: string): Json {
  const kind = kindOf(name)
  if (!kind) {
    const message = `Unknown parameter \`${name}\`: expected one of ${listed(names)}`
    throw new MeilisearchError('bad_request', message)
  }
  if (name === 'matchingStrategy' && !strategies.includes(written as MatchingStrategy)) {
    const message = `Unknown value \`${written}\` for parameter \`${name}\`: expected one of ${listed(strategies)}`
    throw new MeilisearchError(codeOf(name), message)
  }
  return readText(kind, name, written, codeOf(name))
}

function kindOf(name: string): Kind | undefined {
  return Object.hasOwn(kinds, name) ? kinds[name as keyof SearchParameters] : undefined
}

function codeOf(name: string): string {
  return `invalid_search_${snakeCase(name)}`
}
