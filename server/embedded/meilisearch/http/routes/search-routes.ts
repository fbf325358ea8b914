import type { Json, JsonObject } from '../../json.ts'
import { searchFacet } from '../../search/facet-search.ts'
import { bodyOfQuery, searchParameters } from '../../search/parameters.ts'
import { runSearch } from '../../search/run-search.ts'
import { combinedFilter } from '../combined-filter.ts'
import { multiSearch } from '../multi-search.ts'
import { collectionOf, objectBody, ok } from '../request.ts'
import type { ApiRequest, Reply } from '../request.ts'
import type { RouteEntry } from '../router.ts'

export const searchRoutes: RouteEntry[] = [
  ['POST', '/indexes/:uid/search', 'search', (request) => search(request, objectBody(request))],
  ['GET', '/indexes/:uid/search', 'search', (request) => search(request, bodyOfQuery(request.query))],
  ['POST', '/indexes/:uid/facet-search', 'search', facetSearch],
  ['POST', '/multi-search', 'search', multiSearch],
]

function search(request: ApiRequest, body: JsonObject): Reply {
  const parameters = searchParameters(body)
  const filter = permitted(request, parameters.filter)
  return ok(runSearch(request.engine.store, collectionOf(request), { ...parameters, filter }))
}

function facetSearch(request: ApiRequest): Reply {
  const body = objectBody(request)
  return ok(searchFacet(collectionOf(request), body, (filter) => permitted(request, filter)))
}

function permitted({ permission, params }: ApiRequest, filter: Json): Json {
  return combinedFilter(permission.filterFor(params[0]!), filter)
}
