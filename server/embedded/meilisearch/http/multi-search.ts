import type { Collection } from '../engine.ts'
import { indexNotFound, MeilisearchError } from '../errors.ts'
import { isObject } from '../json.ts'
import type { Json, JsonObject } from '../json.ts'
import { missingField, unknownField, wrongType } from '../misfits.ts'
import { federatedSearch } from '../search/federated/federated-search.ts'
import { federationIn, weightIn } from '../search/federated/federation.ts'
import { searchParameters } from '../search/parameters.ts'
import type { SearchParameters } from '../search/parameters.ts'
import { runSearch } from '../search/run-search.ts'
import { invalidKey } from './authorization.ts'
import { combinedFilter } from './combined-filter.ts'
import { indexUidAt, objectBody, ok } from './request.ts'
import type { ApiRequest, Reply } from './request.ts'

/** One query of a multi-search, checked but not run. */
type Query = { uid: string; parameters: SearchParameters; weight: number }

/** Answers each query by itself, or all together where a federation is asked for. */
export function multiSearch(request: ApiRequest): Reply {
  const body = objectBody(request)
  const queries = queriesIn(body)
  const federation = federationIn(body['federation'] ?? null)
  const read = queries.map((query, place) => readQuery(query, place, federation !== undefined))
  if (federation) {
    const prepared = read.map((query, place) => ({ ...query, ...within(place, () => admit(request, query)) }))
    return ok(federatedSearch(request.engine, federation, prepared, within))
  }
  return ok({ results: read.map((query, place) => within(place, () => answer(request, query))) })
}

function queriesIn(body: JsonObject): Json[] {
  const known = ['queries', 'federation']
  const unknown = Object.keys(body).find((name) => !known.includes(name))
  if (unknown !== undefined) throw new MeilisearchError('bad_request', unknownField('', unknown, known))
  const queries = body['queries']
  if (queries === undefined) throw new MeilisearchError('bad_request', missingField('', 'queries'))
  if (!Array.isArray(queries))
    throw new MeilisearchError('bad_request', wrongType('.queries', 'an array', queries))
  return queries
}

function readQuery(query: Json, place: number, isFederated: boolean): Query {
  const path = `.queries[${place}]`
  if (!isObject(query)) throw new MeilisearchError('bad_request', wrongType(path, 'an object', query))
  const { indexUid: name, federationOptions, ...rest } = query
  const uid = uidIn(name, path)
  if (!isFederated && federationOptions != null) throw notFederated(place)
  const weight = weightIn(federationOptions ?? null, `${path}.federationOptions`)
  const parameters = searchParameters(rest, path)
  if (isFederated) refusePaging(rest, parameters, uid, place)
  return { uid, parameters, weight }
}

function uidIn(name: Json | undefined, path: string): string {
  if (name === undefined) throw new MeilisearchError('missing_index_uid', missingField(path, 'indexUid'))
  return indexUidAt(`${path}.indexUid`, name)
}

function notFederated(place: number): MeilisearchError {
  const hint = `Hint: remove \`federationOptions\` from query #${place} or add \`federation\` to the request.`
  const message = `Using \`federationOptions\` is not allowed in a non-federated search.\n - ${hint}`
  return new MeilisearchError('invalid_multi_search_federation_options', message)
}

/** Paging and facets are asked of the federation as a whole. */
function refusePaging(query: JsonObject, { facets }: SearchParameters, uid: string, place: number): void {
  const name = ['limit', 'offset', 'page', 'hitsPerPage'].find((each) => query[each] != null)
  const start = `Inside \`.queries[${place}]\`: Using`
  const remove = (what: string) =>
    `\n - Hint: remove \`${what}\` from query #${place} or remove \`federation\` from the request`
  if (name !== undefined) {
    const hint = 'Hint: pass `federation.limit` and `federation.offset` for pagination in federated search'
    const message = `${start} pagination options is not allowed in federated queries.${remove(name)}\n - ${hint}`
    throw new MeilisearchError('invalid_multi_search_query_pagination', message)
  }
  if (facets === null) return
  const hint = `Hint: pass \`federation.facetsByIndex.${uid}: ${JSON.stringify(facets)}\` for facets in federated search`
  const message = `${start} facet options is not allowed in federated queries.${remove('facets')}\n - ${hint}`
  throw new MeilisearchError('invalid_multi_search_query_facets', message)
}

/** The index of a query and what its caller may see of it. */
function admit({ engine, permission }: ApiRequest, { uid, parameters }: Query) {
  if (!permission.covers(uid)) throw invalidKey()
  const collection: Collection | undefined = engine.collections.get(uid)
  if (!collection) throw indexNotFound(uid)
  const filter = combinedFilter(permission.filterFor(uid), parameters.filter)
  return { collection, parameters: { ...parameters, filter } }
}

function answer(request: ApiRequest, query: Query): Record<string, unknown> {
  const { collection, parameters } = admit(request, query)
  return { indexUid: query.uid, ...runSearch(request.engine.store, collection, parameters) }
}

/** Errors of what is done for a query name the query. */
function within<Result>(place: number, act: () => Result): Result {
  try {
    return act()
  } catch (error) {
    if (!(error instanceof MeilisearchError)) throw error
    throw new MeilisearchError(error.code, `Inside \`.queries[${place}]\`: ${error.message}`)
  }
}
