import { randomUUID } from 'node:crypto'
import type { Engine } from '../../engine.ts'
import { MeilisearchError } from '../../errors.ts'
import { keyView, secretOf } from '../../keys/api-key.ts'
import type { ApiKey } from '../../keys/api-key.ts'
import { newKey, patchedKey } from '../../keys/check-key.ts'
import { countParameter, objectBody, ok } from '../request.ts'
import type { ApiRequest, Reply } from '../request.ts'
import type { RouteEntry } from '../router.ts'

export const keyRoutes: RouteEntry[] = [
  ['GET', '/keys', 'keys.get', list],
  ['POST', '/keys', 'keys.create', create],
  ['GET', '/keys/:key', 'keys.get', (request) => ok(keyView(keyOf(request), request.engine.masterKey))],
  ['PATCH', '/keys/:key', 'keys.update', update],
  ['DELETE', '/keys/:key', 'keys.delete', remove],
]

function list({ engine, query }: ApiRequest): Reply {
  const offset = countParameter(query, 'offset', 0, 'invalid_api_key_offset')
  const limit = countParameter(query, 'limit', 20, 'invalid_api_key_limit')
  const keys = allKeys(engine).sort((one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt))
  const results = keys.slice(offset, offset + limit).map((key) => keyView(key, engine.masterKey))
  return ok({ results, offset, limit, total: keys.length })
}

function allKeys({ store }: Engine): ApiKey[] {
  return [...store.keys.getRange()].map(({ value }) => value)
}

/** A key by its uid or its secret. */
function keyOf({ engine, params }: ApiRequest): ApiKey {
  const name = params[0]!
  const key = allKeys(engine).find(({ uid }) => uid === name || secretOf(uid, engine.masterKey) === name)
  if (key) return key
  throw new MeilisearchError('api_key_not_found', `API key \`${name}\` not found.`)
}

async function create(request: ApiRequest): Promise<Reply> {
  const { engine } = request
  const key = newKey(objectBody(request), randomUUID(), new Date().toISOString())
  if (engine.store.keys.get(key.uid)) {
    throw new MeilisearchError(
      'api_key_already_exists',
      `\`uid\` field value \`${key.uid}\` is already an existing API key.`,
    )
  }
  await engine.store.write(() => engine.store.keys.putSync(key.uid, key))
  return { status: 201, body: keyView(key, engine.masterKey) }
}

async function update(request: ApiRequest): Promise<Reply> {
  const { engine } = request
  const key = patchedKey(keyOf(request), objectBody(request), new Date().toISOString())
  await engine.store.write(() => engine.store.keys.putSync(key.uid, key))
  return ok(keyView(key, engine.masterKey))
}

async function remove(request: ApiRequest): Promise<Reply> {
  const { uid } = keyOf(request)
  await request.engine.store.write(() => request.engine.store.keys.removeSync(uid))
  return { status: 204 }
}
