import { createHmac, timingSafeEqual } from 'node:crypto'
import { isObject, isStringArray } from '../json.ts'
import type { Json, JsonObject } from '../json.ts'

/** What a tenant token says of itself. `rules` are index patterns, each with a filter or null. */
export type TenantToken = { keyUid: string; expires: number | null; rules: SearchRule[] }
export type SearchRule = { pattern: string; filter: Json }

const algorithms: Record<string, string> = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' }

/** Reads a JSON Web Token without checking its signature; undefined where it is none of ours. */
export function readToken(text: string): TenantToken | undefined {
  const [, payload, signature] = text.split('.')
  const claims = signature === undefined ? undefined : decoded(payload!)
  if (!claims) return undefined
  const { apiKeyUid, exp, searchRules } = claims
  const rules = rulesIn(searchRules)
  if (typeof apiKeyUid !== 'string' || rules === undefined) return undefined
  return { keyUid: apiKeyUid, expires: typeof exp === 'number' ? exp : null, rules }
}

function decoded(part: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString())
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function rulesIn(rules: Json | undefined): SearchRule[] | undefined {
  if (isStringArray(rules)) return rules.map((pattern) => ({ pattern, filter: null }))
  if (!isObject(rules)) return undefined
  return Object.entries(rules).map(([pattern, rule]) => ({
    pattern,
    filter: isObject(rule) ? (rule['filter'] ?? null) : null,
  }))
}

/** Whether the token was signed with this secret. */
export function isSignedWith(text: string, secret: string): boolean {
  const [header, payload, signature] = text.split('.')
  const algorithm = algorithms[String(decoded(header!)?.['alg'])]
  if (algorithm === undefined) return false
  const expected = createHmac(algorithm, secret).update(`${header}.${payload}`).digest()
  const given = Buffer.from(signature!, 'base64url')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** The rule for an index: a name goes before a pattern, a longer pattern before a shorter. */
export function ruleFor({ rules }: TenantToken, index: string): SearchRule | undefined {
  return rules
    .filter(({ pattern }) => matchesPattern(pattern, index))
    .sort((one, other) => weight(other.pattern) - weight(one.pattern))[0]
}

function weight(pattern: string): number {
  return pattern.endsWith('*') ? pattern.length : Infinity
}

/** An index pattern ends in a star or is a plain name. */
export function matchesPattern(pattern: string, index: string): boolean {
  return pattern.endsWith('*') ? index.startsWith(pattern.slice(0, -1)) : pattern === index
}
