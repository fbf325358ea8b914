import { MeilisearchError, notSupported } from '../errors.ts'
import { isStringArray } from '../json.ts'
import type { Json, JsonObject } from '../json.ts'
import type { MatchingStrategy } from './levels.ts'

/** A search request, checked and complete. */
export type SearchParameters = {
  q: string | null
  offset: number
  limit: number
  page: number | null
  hitsPerPage: number | null
  attributesToRetrieve: string[]
  attributesToCrop: string[] | null
  cropLength: number
  attributesToHighlight: string[] | null
  showMatchesPosition: boolean
  showRankingScore: boolean
  filter: Json
  sort: string[] | null
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
  attributesToCrop: null,
  cropLength: 10,
  attributesToHighlight: null,
  showMatchesPosition: false,
  showRankingScore: false,
  filter: null,
  sort: null,
  facets: null,
  highlightPreTag: '<em>',
  highlightPostTag: '</em>',
  cropMarker: '…',
  matchingStrategy: 'last',
  attributesToSearchOn: null,
  rankingScoreThreshold: null,
  locales: null,
}

type Kind = { fits(value: Json): boolean; expected: string }

const text: Kind = { fits: (value) => typeof value === 'string', expected: 'a string' }
const texts: Kind = { fits: isStringArray, expected: 'an array' }
const flag: Kind = { fits: (value) => typeof value === 'boolean', expected: 'a boolean' }
const count: Kind = {
  fits: (value) => Number.isInteger(value) && (value as number) >= 0,
  expected: 'a positive integer',
}
const share: Kind = {
  fits: (value) => typeof value === 'number' && value >= 0 && value <= 1,
  expected: 'a number between `0.0` and `1.0`',
}
const strategy: Kind = {
  fits: (value) => ['last', 'all', 'frequency'].includes(value as string),
  expected: 'one of `last`, `all`, `frequency`',
}

const kinds: { [Name in keyof SearchParameters]: Kind } = {
  q: text,
  offset: count,
  limit: count,
  page: count,
  hitsPerPage: count,
  attributesToRetrieve: texts,
  attributesToCrop: texts,
  cropLength: count,
  attributesToHighlight: texts,
  showMatchesPosition: flag,
  showRankingScore: flag,
  filter: { fits: () => true, expected: 'a filter' },
  sort: texts,
  facets: texts,
  highlightPreTag: text,
  highlightPostTag: text,
  cropMarker: text,
  matchingStrategy: strategy,
  attributesToSearchOn: texts,
  rankingScoreThreshold: share,
  locales: texts,
}

/** What the original knows too; allowed only when it asks for nothing. */
const unsupported = [
  'vector',
  'media',
  'hybrid',
  'personalize',
  'retrieveVectors',
  'showRankingScoreDetails',
  'showPerformanceDetails',
  'distinct',
]

const names = Object.keys(kinds)

/** Checks a request body; `null` stands for the default. */
export function searchParameters(body: JsonObject): SearchParameters {
  const given = Object.entries(body).filter(([name, value]) => checkParameter(name, value))
  return { ...defaults, ...Object.fromEntries(given) }
}

/** Whether the parameter counts. */
function checkParameter(name: string, value: Json): boolean {
  if (unsupported.includes(name)) {
    if (value === null || value === false) return false
    throw notSupported(`The search parameter \`${name}\``)
  }
  const kind = Object.hasOwn(kinds, name) ? kinds[name as keyof SearchParameters] : undefined
  if (!kind) throw unknownField(name)
  if (value === null) return false
  if (kind.fits(value)) return true
  const code = `invalid_search_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
  throw new MeilisearchError(
    code,
    `Invalid value type for \`.${name}\`: expected ${kind.expected}, but found ${described(value)}`,
  )
}

function unknownField(name: string): MeilisearchError {
  const expected = [...names, ...unsupported].map((known) => `\`${known}\``).join(', ')
  return new MeilisearchError('bad_request', `Unknown field \`${name}\`: expected one of ${expected}`)
}

function described(value: Json): string {
  const shown = `\`${JSON.stringify(value)}\``
  if (Array.isArray(value)) return `an array: ${shown}`
  if (typeof value === 'number')
    return `${Number.isInteger(value) ? (value < 0 ? 'a negative integer' : 'a positive integer') : 'a number'}: ${shown}`
  return `${{ string: 'a string', boolean: 'a boolean', object: 'an object' }[typeof value as string] ?? 'a value'}: ${shown}`
}
