import { MeilisearchError, notSupported } from '../errors.ts'
import { isObject } from '../json.ts'
import type { Json, JsonObject } from '../json.ts'
import { jsonBody, parseJson, wrongContentType } from './request.ts'
import type { ApiRequest } from './request.ts'

/** The documents of a request: an array, one object, or one object a line. */
export function documentsBody(request: ApiRequest): JsonObject[] {
  if (request.contentType.startsWith('text/csv')) throw notSupported('Adding documents as CSV')
  if (request.contentType.startsWith('application/x-ndjson')) return checked(linesOf(request.body))
  if (request.contentType !== '' && !request.contentType.startsWith('application/json')) {
    throw wrongContentType(request.contentType, ['application/json', 'application/x-ndjson', 'text/csv'])
  }
  const body = jsonBody(request)
  return checked(Array.isArray(body) ? body : [body])
}

function linesOf(body: Buffer): Json[] {
  if (body.length === 0) throw new MeilisearchError('missing_payload', 'A ndjson payload is missing.')
  const lines = body.toString().split('\n')
  return lines.filter((line) => line.trim() !== '').map(parseJson)
}

function checked(values: Json[]): JsonObject[] {
  if (values.every(isObject)) return values
  throw new MeilisearchError(
    'malformed_payload',
    'The json payload provided is malformed. `A document is not an object`.',
  )
}
