import { createHash, timingSafeEqual } from 'node:crypto'
import type { Engine } from '../engine.ts'
import { MeilisearchError } from '../errors.ts'
import { allows, secretOf } from '../keys/api-key.ts'

/** Whether the caller may use an index; `undefined` stands for no index in particular. */
export type Permission = (index: string | undefined) => boolean

/** Finds what the caller's key permits for an action; refuses callers that it permits nothing. */
export function authorize(engine: Engine, header: string | undefined, action: string): Permission {
  const secret = /^Bearer (.+)$/.exec(header ?? '')?.[1]
  if (secret === undefined) {
    const message = 'The Authorization header is missing. It must use the bearer authorization method.'
    throw new MeilisearchError('missing_authorization_header', message)
  }
  if (isSame(secret, engine.masterKey)) return () => true
  for (const { value: key } of engine.store.keys.getRange()) {
    if (!isSame(secret, secretOf(key.uid, engine.masterKey))) continue
    if (!allows(key, action, undefined, Date.now())) break
    return (index) => allows(key, action, index, Date.now())
  }
  throw invalidKey()
}

export function invalidKey(): MeilisearchError {
  return new MeilisearchError('invalid_api_key', 'The provided API key is invalid.')
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
