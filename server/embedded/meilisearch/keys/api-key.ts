import { createHmac, randomUUID } from 'node:crypto'
import { matchesPattern } from './tenant-token.ts'

export type ApiKey = {
  uid: string
  name: string | null
  description: string | null
  actions: string[]
  indexes: string[]
  expiresAt: string | null
  createdAt: string
  updatedAt: string
}

/** The secret of a key follows from its uid and the master key, so that it need not be kept. */
export function secretOf(uid: string, masterKey: string): string {
  return createHmac('sha256', masterKey).update(uid).digest('hex')
}

export function keyView(key: ApiKey, masterKey: string): Record<string, unknown> {
  const { name, description, uid, expiresAt, ...rest } = key
  const secret = secretOf(uid, masterKey)
  return { name, description, key: secret, uid, ...rest, expiresAt: expiresAt && withoutZeros(expiresAt) }
}

/** Without a fraction of a second that says nothing, as the original writes times. */
function withoutZeros(time: string): string {
  return time.replace(/\.000Z$/, 'Z')
}

/** Whether the key may do `action` (`documents.add`) on the indexes that it covers. */
export function allows({ actions, expiresAt }: ApiKey, action: string, now: number): boolean {
  if (expiresAt !== null && Date.parse(expiresAt) <= now) return false
  const [area, verb] = action.split('.')
  return actions.some(
    (granted) =>
      granted === '*' ||
      granted === action ||
      granted === `${area}.*` ||
      (granted === '*.get' && verb === 'get' && area !== 'keys'),
  )
}

export function covers({ indexes }: ApiKey, index: string): boolean {
  return indexes.some((pattern) => matchesPattern(pattern, index))
}

/** The keys that a new server makes. */
export function defaultKeys(now: string): ApiKey[] {
  return usualKeys.map(([name, description, actions]) => {
    const uid = randomUUID()
    return {
      uid,
      name,
      description,
      actions,
      indexes: ['*'],
      expiresAt: null,
      createdAt: now,
      updatedAt: now,
    }
  })
}

const usualKeys: [name: string, description: string, actions: string[]][] = [
  ['Default Search API Key', 'Use it to search from the frontend', ['search']],
  [
    'Default Admin API Key',
    'Use it for anything that is not a search operation. Caution! Do not expose it on a public frontend',
    ['*'],
  ],
  [
    'Default Read-Only Admin API Key',
    'Use it to read information across the whole database. Caution! Do not expose this key on a public frontend',
    ['*.get', 'keys.get'],
  ],
  ['Default Chat API Key', 'Use it to chat and search from the frontend', ['search', 'chatCompletions']],
]
