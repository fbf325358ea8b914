import { createHash } from 'node:crypto'
import { MeilisearchApiError, type Key, type Meilisearch } from 'meilisearch'
import type { Clock } from '../connections/clock.ts'
import type { Log } from '../connections/log.ts'
import type { SearchServer } from '../connections/search.ts'
import type { IndexKind } from './index-kind.ts'

/** A key is used for a quarter of a year and lasts for two, so that processes change over in their own time. */
const periodMilliseconds = 90 * 24 * 60 * 60_000

const purposes = {
  searching: ['search'],
  writing: ['documents.add', 'documents.delete', 'tasks.get'],
} as const
type Purpose = keyof typeof purposes

/** Servers whose configured key may make no others. */
const given = new WeakSet<SearchServer>()

/**
 * Has pages and processing use keys that can do no more than they need, on our indexes only, made with the
 * configured key or found again. Where that key may not make any, it is used for everything, and the log says so once.
 */
export async function useNarrowKeys(
  server: SearchServer,
  kinds: Pick<IndexKind, 'uid'>[],
  { clock, log }: { clock: Clock; log: Log },
): Promise<void> {
  if (given.has(server)) return
  const period = Math.floor(clock.now().getTime() / periodMilliseconds)
  const uids = kinds.map(({ uid }) => uid).sort()
  const keyFor = (purpose: Purpose) => ensureKey(server.admin, purpose, uids, period)
  try {
    server.useKeys({ searching: await keyFor('searching'), writing: await keyFor('writing') })
  } catch (error) {
    if (!mayNot(error)) throw error
    given.add(server)
    log.warn('the configured key of the search server may not make others and is used for everything')
  }
}

async function ensureKey(
  admin: Meilisearch,
  purpose: Purpose,
  indexes: string[],
  period: number,
): Promise<string> {
  const uid = uidOf(`concord ${purpose} ${purposes[purpose].join()} ${indexes.join()} ${period}`)
  const found = await findKey(admin, uid)
  if (found) return found.key
  const wanted = {
    uid,
    name: `Concord, ${purpose}`,
    description: `Made by Concord for ${purpose}; a new one is made for every quarter of a year`,
    actions: [...purposes[purpose]],
    indexes,
    expiresAt: new Date((period + 2) * periodMilliseconds),
  }
  try {
    return (await admin.createKey(wanted)).key
  } catch (error) {
    const made = codeOf(error) === 'api_key_already_exists' ? await findKey(admin, uid) : null
    if (!made) throw error
    return made.key
  }
}

async function findKey(admin: Meilisearch, uid: string): Promise<Key | null> {
  try {
    return await admin.getKey(uid)
  } catch (error) {
    if (codeOf(error) === 'api_key_not_found') return null
    throw error
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof MeilisearchApiError ? error.cause?.code : undefined

/** The key is no master key and lacks the right, or the server runs without one. */
const mayNot = (error: unknown): boolean =>
  ['invalid_api_key', 'missing_master_key', 'missing_authorization_header'].includes(codeOf(error) ?? '')

/** The same UUID (of version 4's shape, as the server wants it) for the same text, so that a key is found again. */
function uidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) % 4]
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
