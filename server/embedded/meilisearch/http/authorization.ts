import { createHash, timingSafeEqual } from 'node:crypto'
import type { Engine } from '../engine.ts'
import { MeilisearchError } from '../errors.ts'
import type { Json } from '../json.ts'
import { allows, covers, secretOf } from '../keys/api-key.ts'
import type { ApiKey } from '../keys/api-key.ts'
import { isSignedWith, readToken, ruleFor } from '../keys/tenant-token.ts'
import type { TenantToken } from '../keys/tenant-token.ts'

/** What the caller may do. */
export type Permission = {
  /** Whether the caller may use an index. */
  covers(index: string): boolean
  /** Throws where the caller may not use an index, saying why. */
  check(index: string): void
  /** What every search of the caller in an index must satisfy, null for nothing. */
  filterFor(index: string): Json
}

export const everything: Permission = { covers: () => true, check: () => undefined, filterFor: () => null }

/** Finds what the caller's key or tenant token permits for an action; refuses callers that it permits nothing. */
export function authorize(engine: Engine, header: string | undefined, action: string): Permission {
  const secret = /^Bearer (.+)$/.exec(header ?? '')?.[1]
  if (secret === undefined) {
    const message = 'The Authorization header is missing. It must use the bearer authorization method.'
    throw new MeilisearchError('missing_authorization_header', message)
  }
  if (isSame(secret, engine.masterKey)) return everything
  const token = action === 'search' ? readToken(secret) : undefined
  const key = token ? keyOfToken(engine, secret, token) : keyOfSecret(engine, secret)
  if (!key || !allows(key, action, Date.now())) throw invalidKey()
  const check = token ? tokenCheck(key, token) : keyCheck(key)
  return {
    check,
    covers: (index) => covers(key, index) && (!token || ruleFor(token, index) !== undefined),
    filterFor: (index) => (token && ruleFor(token, index)?.filter) ?? null,
  }
}

function keyOfSecret({ store, masterKey }: Engine, secret: string): ApiKey | undefined {
  return [...store.keys.getRange()].find(({ value }) => isSame(secret, secretOf(value.uid, masterKey)))?.value
}

function keyOfToken(
  { store, masterKey }: Engine,
  text: string,
  { keyUid, expires }: TenantToken,
): ApiKey | undefined {
  const key = store.keys.get(keyUid)
  if (!key) return undefined
  if (!isSignedWith(text, secretOf(keyUid, masterKey))) {
    throw invalidKey('Could not decode tenant token, InvalidSignature.')
  }
  const now = Math.floor(Date.now() / 1000)
  if (expires !== null && now > expires) {
    throw invalidKey(`Tenant token expired. Was valid up to \`${expires}\` and we're now \`${now}\`.`)
  }
  return key
}

function keyCheck(key: ApiKey) {
  return (index: string) => {
    if (covers(key, index)) return
    const allowed = quoted(key.indexes)
    throw invalidKey(`The API key cannot acces the index \`${index}\`, authorized indexes are ${allowed}.`)
  }
}

/** What the key behind a token covers is not told. */
function tokenCheck(key: ApiKey, token: TenantToken) {
  return (index: string) => {
    if (!ruleFor(token, index)) {
      const allowed = quoted(token.rules.map(({ pattern }) => pattern))
      throw invalidKey(
        `The provided tenant token cannot acces the index \`${index}\`, allowed indexes are ${allowed}.`,
      )
    }
    if (covers(key, index)) return
    throw invalidKey(`The API key used to generate this tenant token cannot acces the index \`${index}\`.`)
  }
}

function quoted(patterns: string[]): string {
  return `[${patterns.map((pattern) => `"${pattern}"`).join(', ')}]`
}

export function invalidKey(message = 'The provided API key is invalid.'): MeilisearchError {
  return new MeilisearchError('invalid_api_key', message)
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
