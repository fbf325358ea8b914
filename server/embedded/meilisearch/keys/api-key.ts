import { createHmac, randomUUID } from 'node:crypto'

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
  const { name, description, uid, ...rest } = key
  return { name, description, key: secretOf(uid, masterKey), uid, ...rest }
}

/** Whether the key may do `action` (`documents.add`) on the index, or at all where no index is named. */
export function allows(key: ApiKey, action: string, index: string | undefined, now: number): boolean {
  if (key.expiresAt !== null && Date.parse(key.expiresAt) <= now) return false
  const group = `${action.split('.')[0]}.*`
  const mayAct = key.actions.some((granted) => granted === '*' || granted === action || granted === group)
  return mayAct && (index === undefined || key.indexes.some((pattern) => matches(pattern, index)))
}

/** An index pattern ends in a star or is a plain name. */
function matches(pattern: string, index: string): boolean {
  return pattern.endsWith('*') ? index.startsWith(pattern.slice(0, -1)) : pattern === index
}

/** The keys that a new server makes. */
export function defaultKeys(now: string): ApiKey[] {
  const make = (name: string, description: string, actions: string[]): ApiKey => {
    const [indexes, uid] = [['*'], randomUUID()]
    return { uid, name, description, actions, indexes, expiresAt: null, createdAt: now, updatedAt: now }
  }
  const search = make('Default Search API Key', 'Use it to search from the frontend', ['search'])
  return [search, make('Default Admin API Key', 'Use it for anything that is not a search operation', ['*'])]
}
