import { MeilisearchError } from '../errors.ts'
import { isStringArray } from '../json.ts'
import type { Json, JsonObject } from '../json.ts'
import type { ApiKey } from './api-key.ts'

const areas: Record<string, string[]> = {
  documents: ['add', 'get', 'delete'],
  indexes: ['create', 'get', 'update', 'delete', 'swap'],
  tasks: ['cancel', 'delete', 'get'],
  settings: ['get', 'update'],
  stats: ['get'],
  metrics: ['get'],
  dumps: ['create'],
  snapshots: ['create'],
  keys: ['create', 'get', 'update', 'delete'],
  chatsSettings: ['get', 'update'],
  experimental: ['get', 'update'],
  network: ['get', 'update'],
  webhooks: ['get', 'create', 'update', 'delete'],
  chats: ['get', 'delete'],
}

const actions = [
  ...['*', '*.get', 'search', 'version', 'chatCompletions'],
  ...Object.entries(areas).flatMap(([area, verbs]) => [
    `${area}.*`,
    ...verbs.map((verb) => `${area}.${verb}`),
  ]),
]

const creatable = ['uid', 'name', 'description', 'actions', 'indexes', 'expiresAt']
const patchable = ['name', 'description']

/** A key from what a request asks for. */
export function newKey(body: JsonObject, uid: string, now: string): ApiKey {
  for (const name of Object.keys(body)) if (!creatable.includes(name)) throw unknownField(name, creatable)
  for (const name of ['actions', 'indexes', 'expiresAt']) {
    if (body[name] === undefined)
      throw new MeilisearchError(`missing_api_key_${snake(name)}`, `Missing field \`${name}\``)
  }
  return {
    uid: uidIn(body) ?? uid,
    name: textIn(body, 'name'),
    description: textIn(body, 'description'),
    actions: actionsIn(body),
    indexes: indexesIn(body),
    expiresAt: expiryIn(body, now),
    createdAt: now,
    updatedAt: now,
  }
}

/** Only name and description of a key can be changed. */
export function patchedKey(key: ApiKey, body: JsonObject, now: string): ApiKey {
  for (const name of Object.keys(body)) {
    if (patchable.includes(name)) continue
    if (!Object.hasOwn(key, name) && name !== 'key') throw unknownField(name, patchable)
    throw new MeilisearchError(
      `immutable_api_key_${snake(name)}`,
      `Immutable field \`${name}\`: expected one of \`description\`, \`name\``,
    )
  }
  const name = 'name' in body ? textIn(body, 'name') : key.name
  const description = 'description' in body ? textIn(body, 'description') : key.description
  return { ...key, name, description, updatedAt: now }
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function unknownField(name: string, known: string[]): MeilisearchError {
  const expected = known.map((each) => `\`${each}\``).join(', ')
  return new MeilisearchError('bad_request', `Unknown field \`${name}\`: expected one of ${expected}`)
}

function invalid(name: string, value: Json | undefined, expected: string): MeilisearchError {
  const message = `Invalid value at \`.${name}\`: expected ${expected}, but found: \`${JSON.stringify(value)}\``
  return new MeilisearchError(`invalid_api_key_${snake(name)}`, message)
}

function uidIn({ uid }: JsonObject): string | undefined {
  if (uid === undefined || uid === null) return undefined
  if (typeof uid === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(uid)) return uid
  throw invalid('uid', uid, 'a valid UUID')
}

function textIn(body: JsonObject, name: string): string | null {
  const value = body[name] ?? null
  if (value === null || typeof value === 'string') return value
  throw invalid(name, value, 'a string')
}

function actionsIn({ actions: wanted }: JsonObject): string[] {
  if (isStringArray(wanted) && wanted.every((action) => actions.includes(action))) return wanted
  throw invalid('actions', wanted, `some of ${actions.map((action) => `\`${action}\``).join(', ')}`)
}

function indexesIn({ indexes }: JsonObject): string[] {
  const isPattern = (uid: string) => /^([a-zA-Z0-9_-]+\*?|\*)$/.test(uid)
  if (isStringArray(indexes) && indexes.every(isPattern)) return indexes
  throw invalid('indexes', indexes, 'index uids or patterns that end in a star')
}

function expiryIn({ expiresAt }: JsonObject, now: string): string | null {
  if (expiresAt === null) return null
  const moment = typeof expiresAt === 'string' ? Date.parse(expiresAt) : NaN
  if (moment > Date.parse(now)) return new Date(moment).toISOString()
  throw invalid(
    'expiresAt',
    expiresAt,
    'a date-time in the future, in the YYYY-MM-DD or RFC 3339 format, or null',
  )
}
