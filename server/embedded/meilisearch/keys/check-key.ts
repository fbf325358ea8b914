import { MeilisearchError } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import { snakeCase, unknownField, unknownValue, wrongType, wrongValue } from '../misfits.ts'
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

const creatable = ['description', 'name', 'uid', 'actions', 'indexes', 'expiresAt']
const patchable = ['description', 'name']

/** A key from what a request asks for. */
export function newKey(body: JsonObject, uid: string, now: string): ApiKey {
  for (const name of Object.keys(body)) if (!creatable.includes(name)) throw unknown(name, creatable)
  for (const name of ['actions', 'indexes', 'expiresAt']) {
    if (body[name] === undefined)
      throw new MeilisearchError(`missing_api_key_${snakeCase(name)}`, `Missing field \`${name}\``)
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
    if (!Object.hasOwn(key, name) && name !== 'key') throw unknown(name, patchable)
    throw new MeilisearchError(
      `immutable_api_key_${snakeCase(name)}`,
      `Immutable field \`${name}\`: expected one of \`description\`, \`name\``,
    )
  }
  const name = 'name' in body ? textIn(body, 'name') : key.name
  const description = 'description' in body ? textIn(body, 'description') : key.description
  return { ...key, name, description, updatedAt: now }
}

function unknown(name: string, known: string[]): MeilisearchError {
  return new MeilisearchError('bad_request', unknownField('', name, known))
}

function invalid(name: string, message: string): MeilisearchError {
  return new MeilisearchError(`invalid_api_key_${snakeCase(name)}`, message)
}

function uidIn({ uid }: JsonObject): string | undefined {
  if (uid === undefined || uid === null) return undefined
  if (typeof uid !== 'string') throw invalid('uid', wrongType('.uid', 'a string', uid))
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(uid)) return uid
  throw invalid('uid', wrongValue('.uid', `\`${uid}\` is not a valid UUID`))
}

function textIn(body: JsonObject, name: string): string | null {
  const value = body[name] ?? null
  if (value === null || typeof value === 'string') return value
  throw invalid(name, wrongType(`.${name}`, 'a string', value))
}

function textsIn(body: JsonObject, name: string): string[] {
  const value = body[name]!
  if (!Array.isArray(value)) throw invalid(name, wrongType(`.${name}`, 'an array', value))
  const wrong = value.findIndex((item) => typeof item !== 'string')
  if (wrong === -1) return value as string[]
  throw invalid(name, wrongType(`.${name}[${wrong}]`, 'a string', value[wrong]!))
}

function actionsIn(body: JsonObject): string[] {
  const wanted = textsIn(body, 'actions')
  const wrong = wanted.findIndex((action) => !actions.includes(action))
  if (wrong === -1) return wanted
  throw invalid('actions', unknownValue(`.actions[${wrong}]`, wanted[wrong]!, actions))
}

const patternRule =
  'Index uid patterns can be an integer or a string containing only alphanumeric characters, hyphens (-), underscores (_), and optionally end with a star (*).'

function indexesIn(body: JsonObject): string[] {
  const indexes = textsIn(body, 'indexes')
  const wrong = indexes.findIndex((uid) => !/^([a-zA-Z0-9_-]+\*?|\*)$/.test(uid))
  if (wrong === -1) return indexes
  const reason = `\`${indexes[wrong]}\` is not a valid index uid pattern. ${patternRule}`
  throw invalid('indexes', wrongValue(`.indexes[${wrong}]`, reason))
}

const timeRule =
  "It should follow the RFC 3339 format to represents a date or datetime in the future or specified as a null value. e.g. 'YYYY-MM-DD' or 'YYYY-MM-DD HH:MM:SS'."

function expiryIn({ expiresAt }: JsonObject, now: string): string | null {
  if (expiresAt === null) return null
  if (typeof expiresAt !== 'string')
    throw invalid('expiresAt', wrongType('.expiresAt', 'a string', expiresAt!))
  const moment = Date.parse(expiresAt)
  if (moment > Date.parse(now)) return new Date(moment).toISOString()
  throw invalid('expiresAt', wrongValue('.expiresAt', `\`${expiresAt}\` is not a valid date. ${timeRule}\n`))
}
