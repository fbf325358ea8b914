import { MeilisearchError } from '../../errors.ts'
import { isObject, isStringArray } from '../../json.ts'
import type { Json, JsonObject } from '../../json.ts'
import { listed, missingField, unknownField, wrongType } from '../../misfits.ts'
import type { IndexRecord } from '../../index/index-record.ts'
import type { Swap } from '../../tasks/task.ts'
import { invalidKey } from '../authorization.ts'
import { enqueued } from '../enqueue.ts'
import {
  checkParameters,
  collectionOf,
  countParameter,
  indexUid,
  indexUidAt,
  jsonBody,
  objectBody,
  ok,
} from '../request.ts'
import type { ApiRequest, Reply } from '../request.ts'
import type { RouteEntry } from '../router.ts'

export const indexRoutes: RouteEntry[] = [
  ['GET', '/indexes', 'indexes.get', list],
  ['POST', '/indexes', 'indexes.create', create],
  ['GET', '/indexes/:uid', 'indexes.get', (request) => ok(view(collectionOf(request).record))],
  ['PATCH', '/indexes/:uid', 'indexes.update', update],
  ['DELETE', '/indexes/:uid', 'indexes.delete', remove],
  ['POST', '/swap-indexes', 'indexes.swap', swap],
]

function view({ uid, createdAt, updatedAt, primaryKey }: IndexRecord) {
  return { uid, createdAt, updatedAt, primaryKey }
}

function list({ engine, query, permission }: ApiRequest): Reply {
  checkParameters(query, ['offset', 'limit'])
  const offset = countParameter(query, 'offset', 0, 'invalid_index_offset')
  const limit = countParameter(query, 'limit', 20, 'invalid_index_limit')
  const uids = [...engine.collections.keys()].filter(permission.covers).sort()
  const results = uids.slice(offset, offset + limit).map((uid) => view(engine.collections.get(uid)!.record))
  return ok({ results, offset, limit, total: uids.length })
}

function create(request: ApiRequest): Promise<Reply> {
  const body = objectBody(request)
  checkFields(body, ['uid', 'primaryKey'])
  if (body['uid'] === undefined) throw new MeilisearchError('missing_index_uid', 'Missing field `uid`')
  const uid = indexUidAt('.uid', body['uid'])
  if (!request.permission.covers(uid)) throw invalidKey()
  const primaryKey = primaryKeyIn(body)
  return enqueued(request, {
    work: { type: 'indexCreation', primaryKey },
    indexUid: uid,
    details: { primaryKey },
  })
}

function update(request: ApiRequest): Promise<Reply> {
  const body = objectBody(request)
  const fixed = ['createdAt', 'updatedAt'].find((name) => Object.hasOwn(body, name))
  if (fixed) {
    const code = `immutable_index_${fixed.replace('At', '_at')}`
    throw new MeilisearchError(code, `Immutable field \`${fixed}\`: expected one of \`uid\`, \`primaryKey\``)
  }
  checkFields(body, ['uid', 'primaryKey'])
  const [primaryKey, newUid] = [
    primaryKeyIn(body),
    body['uid'] == null ? null : indexUidAt('.uid', body['uid']),
  ]
  const details: JsonObject =
    newUid === null ? { primaryKey } : { primaryKey, oldIndexUid: request.params[0]!, newIndexUid: newUid }
  return enqueued(request, {
    work: { type: 'indexUpdate', primaryKey, newUid },
    indexUid: indexUid(request.params[0]),
    details,
  })
}

function remove(request: ApiRequest): Promise<Reply> {
  return enqueued(request, {
    work: { type: 'indexDeletion' },
    indexUid: indexUid(request.params[0]),
    details: { deletedDocuments: null },
  })
}

function primaryKeyIn(body: JsonObject): string | null {
  const primaryKey = body['primaryKey'] ?? null
  if (primaryKey === null || typeof primaryKey === 'string') return primaryKey
  throw new MeilisearchError('invalid_index_primary_key', wrongType('.primaryKey', 'a string', primaryKey))
}

function checkFields(body: JsonObject, known: string[]): void {
  const unknown = Object.keys(body).find((name) => !known.includes(name))
  if (unknown !== undefined) throw new MeilisearchError('bad_request', unknownField('', unknown, known))
}

function swap(request: ApiRequest): Promise<Reply> {
  const body = jsonBody(request)
  if (!Array.isArray(body)) throw new MeilisearchError('bad_request', wrongType('', 'an array', body))
  const swaps = body.map(readSwap)
  const names = swaps.flatMap(({ indexes }) => indexes)
  refuseDuplicates(names)
  if (!names.every((name) => request.permission.covers(name))) throw invalidKey()
  const details = { swaps: swaps.map(({ indexes, rename }) => ({ indexes, rename })) }
  return enqueued(request, { work: { type: 'indexSwap', swaps }, indexUid: null, details })
}

function refuseDuplicates(names: string[]): void {
  const twice = [...new Set(names.filter((name, place) => names.indexOf(name) !== place))]
  if (twice.length === 0) return
  const message = `Indexes must be declared only once during a swap. ${listed(twice)} ${twice.length === 1 ? 'was' : 'were'} specified several times.`
  throw new MeilisearchError('invalid_swap_duplicate_index_found', message)
}

function readSwap(value: Json, place: number): Swap {
  const path = `[${place}]`
  if (!isObject(value)) throw new MeilisearchError('bad_request', wrongType(path, 'an object', value))
  checkFields(value, ['indexes', 'rename'])
  const { indexes, rename } = value
  if (indexes === undefined) throw new MeilisearchError('missing_swap_indexes', missingField(path, 'indexes'))
  if (!isStringArray(indexes))
    throw new MeilisearchError('invalid_swap_indexes', wrongType(`${path}.indexes`, 'an array', indexes))
  if (indexes.length !== 2) {
    const names = indexes.map((uid) => `"${uid}"`).join(', ')
    const message = `Two indexes must be given for each swap. The list \`[${names}]\` contains ${indexes.length} indexes.`
    throw new MeilisearchError('invalid_swap_indexes', message)
  }
  return { indexes: [indexUid(indexes[0]), indexUid(indexes[1])], rename: rename === true }
}
