import type { Collection, Engine } from '../engine.ts'
import { indexNotFound, MeilisearchError } from '../errors.ts'
import { isObject } from '../json.ts'
import { listed, wrongType, wrongValue } from '../misfits.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Permission } from './authorization.ts'

/** A request that was matched to its route. `params` are the variable parts of its path. */
export type ApiRequest = {
  engine: Engine
  params: string[]
  query: URLSearchParams
  body: Buffer
  contentType: string
  permission: Permission
}

export type Reply = { status: number; body?: unknown }
export type Handler = (request: ApiRequest) => Reply | Promise<Reply>

export function ok(body: unknown): Reply {
  return { status: 200, body }
}

/** The index that the path names. */
export function collectionOf({ engine, params }: ApiRequest): Collection {
  const uid = indexUid(params[0]!)
  const collection = engine.collections.get(uid)
  if (!collection) throw indexNotFound(uid)
  return collection
}

export function indexUid(uid: unknown): string {
  if (typeof uid === 'string' && /^[a-zA-Z0-9_-]{1,512}$/.test(uid)) return uid
  const rule =
    'Index uid can be an integer or a string containing only alphanumeric characters, hyphens (-) and underscores (_), and can not be more than 512 bytes.'
  throw new MeilisearchError('invalid_index_uid', `\`${String(uid)}\` is not a valid index uid. ${rule}`)
}

/** An index uid inside a body, which an error names the place of. */
export function indexUidAt(path: string, uid: Json): string {
  if (typeof uid !== 'string')
    throw new MeilisearchError('invalid_index_uid', wrongType(path, 'a string', uid))
  try {
    return indexUid(uid)
  } catch (error) {
    if (!(error instanceof MeilisearchError)) throw error
    throw new MeilisearchError(error.code, wrongValue(path, error.message))
  }
}

export function jsonBody(request: ApiRequest): Json {
  if (request.contentType === '') throw missingContentType(['application/json'])
  if (!request.contentType.startsWith('application/json'))
    throw wrongContentType(request.contentType, ['application/json'])
  if (request.body.length === 0) throw new MeilisearchError('missing_payload', 'A json payload is missing.')
  return parseJson(request.body.toString())
}

export function missingContentType(accepted: string[]): MeilisearchError {
  const message = `A Content-Type header is missing. Accepted values for the Content-Type header are: ${listed(accepted)}`
  return new MeilisearchError('missing_content_type', message)
}

export function wrongContentType(found: string, accepted: string[]): MeilisearchError {
  const message = `The Content-Type \`${found}\` is invalid. Accepted values for the Content-Type header are: ${listed(accepted)}`
  return new MeilisearchError('invalid_content_type', message)
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new MeilisearchError('malformed_payload', `The json payload provided is malformed. \`${reason}\`.`)
  }
}

export function objectBody(request: ApiRequest): JsonObject {
  const body = jsonBody(request)
  if (isObject(body)) return body
  throw new MeilisearchError('bad_request', wrongType('', 'an object', body))
}

/** A count from the query string. */
export function countParameter(query: URLSearchParams, name: string, fallback: number, code: string): number {
  const text = query.get(name)
  if (text === null) return fallback
  if (/^\d+$/.test(text)) return Number(text)
  throw new MeilisearchError(
    code,
    `Invalid value in parameter \`${name}\`: could not parse \`${text}\` as a positive integer`,
  )
}

export function flagParameter(query: URLSearchParams, name: string, code: string): boolean {
  const text = query.get(name) ?? 'false'
  if (text === 'true' || text === 'false') return text === 'true'
  const reason = `could not parse \`${text}\` as a boolean, expected either \`true\` or \`false\``
  throw new MeilisearchError(code, `Invalid value in parameter \`${name}\`: ${reason}`)
}

/** The parts of a comma-separated parameter; null where it is absent. */
export function listParameter(query: URLSearchParams, name: string): string[] | null {
  const text = query.get(name)
  return text === null ? null : text.split(',').map((part) => part.trim())
}

/** Refuses query parameters that the route does not know. */
export function checkParameters(query: URLSearchParams, known: string[]): void {
  for (const name of query.keys()) {
    if (known.includes(name)) continue
    const message = `Unknown parameter \`${name}\`: expected one of ${listed(known)}`
    throw new MeilisearchError('bad_request', message)
  }
}
