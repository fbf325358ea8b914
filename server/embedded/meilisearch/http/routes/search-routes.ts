import { indexNotFound, MeilisearchError, notSupported } from '../../errors.ts'
import { isObject } from '../../json.ts'
import type { Json, JsonObject } from '../../json.ts'
import { searchFacet } from '../../search/facet-search.ts'
import { searchParameters } from '../../search/parameters.ts'
import { runSearch } from '../../search/run-search.ts'
import { invalidKey } from '../authorization.ts'
import { collectionOf, indexUid, objectBody, ok } from '../request.ts'
import type { ApiRequest, Reply } from '../request.ts'
import type { RouteEntry } from '../router.ts'

export const searchRoutes: RouteEntry[] = [
  ['POST', '/indexes/:uid/search', 'search', (request) => search(request, objectBody(request))],
  ['GET', '/indexes/:uid/search', 'search', (request) => search(request, queryBody(request.query))],
  [
    'POST',
    '/indexes/:uid/facet-search',
    'search',
    (request) => ok(searchFacet(collectionOf(request), objectBody(request))),
  ],
  ['POST', '/multi-search', 'search', multiSearch],
]

function search(request: ApiRequest, body: JsonObject): Reply {
  return ok(runSearch(request.engine.store, collectionOf(request), searchParameters(body)))
}

const lists = [
  'attributesToRetrieve',
  'attributesToCrop',
  'attributesToHighlight',
  'sort',
  'facets',
  'attributesToSearchOn',
  'locales',
]
const plain = ['q', 'highlightPreTag', 'highlightPostTag', 'cropMarker', 'matchingStrategy', 'filter']

/** The parameters of a GET search as the body of a POST; numbers and booleans are read where they are such. */
function queryBody(query: URLSearchParams): JsonObject {
  const entries = [...query].map(([name, text]): [string, Json] => {
    if (lists.includes(name)) return [name, text.split(',')]
    if (name === 'filter' && text.trim().startsWith('[')) return [name, jsonOr(text)]
    return [name, plain.includes(name) ? text : jsonOr(text)]
  })
  return Object.fromEntries(entries)
}

function jsonOr(text: string): Json {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function multiSearch(request: ApiRequest): Reply {
  const body = objectBody(request)
  if (body['federation'] != null) throw notSupported('Federated search')
  const unknown = Object.keys(body).find((name) => name !== 'queries' && name !== 'federation')
  if (unknown !== undefined) {
    throw new MeilisearchError(
      'bad_request',
      `Unknown field \`${unknown}\`: expected one of \`federation\`, \`queries\``,
    )
  }
  const queries = body['queries']
  if (queries === undefined) throw new MeilisearchError('bad_request', 'Missing field `queries`')
  if (!Array.isArray(queries))
    throw new MeilisearchError('bad_request', 'Invalid value type for `.queries`: expected an array')
  return ok({ results: queries.map((query, place) => runQuery(request, query, place)) })
}

function runQuery({ engine, mayUse }: ApiRequest, query: Json, place: number): Record<string, unknown> {
  if (!isObject(query))
    throw new MeilisearchError(
      'bad_request',
      `Invalid value type for \`.queries[${place}]\`: expected an object`,
    )
  const { indexUid: name, federationOptions, ...rest } = query
  if (federationOptions != null) throw notSupported('Federated search')
  if (name === undefined)
    throw new MeilisearchError(
      'missing_index_uid',
      `Missing field \`indexUid\` inside \`.queries[${place}]\``,
    )
  const uid = indexUid(name)
  if (!mayUse(uid)) throw invalidKey()
  const collection = engine.collections.get(uid)
  if (!collection) throw inQuery(place, indexNotFound(uid))
  return {
    indexUid: uid,
    ...attempted(place, () => runSearch(engine.store, collection, searchParameters(rest))),
  }
}

function attempted<Result>(place: number, act: () => Result): Result {
  try {
    return act()
  } catch (error) {
    throw error instanceof MeilisearchError ? inQuery(place, error) : error
  }
}

function inQuery(place: number, { code, message }: MeilisearchError): MeilisearchError {
  return new MeilisearchError(code, `Inside \`.queries[${place}]\`: ${message}`)
}
