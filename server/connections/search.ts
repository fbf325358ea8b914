import { Meilisearch } from 'meilisearch'

/** Keys for what the application does all day; one that is left out stays as it is. */
export interface SearchKeys {
  searching?: string
  writing?: string
}

/** The search server, real or embedded, in three roles. */
export interface SearchServer {
  /** asks the indexes: pages, matching */
  searching: Meilisearch
  /** adds and deletes documents and waits for it */
  writing: Meilisearch
  /** with the configured key: indexes, settings, keys */
  admin: Meilisearch
  useKeys(keys: SearchKeys): void
}

/** Every role begins with the configured key; see `indexing/keys.ts` for the narrower ones. */
export function connectSearch(host: string, apiKey?: string): SearchServer {
  const clientWith = (key?: string) => new Meilisearch({ host, apiKey: key, timeout: 20_000 })
  const searching = exchangeable(clientWith(apiKey))
  const writing = exchangeable(clientWith(apiKey))
  return {
    searching: searching.client,
    writing: writing.client,
    admin: clientWith(apiKey),
    useKeys(keys) {
      if (keys.searching) searching.exchange(clientWith(keys.searching))
      if (keys.writing) writing.exchange(clientWith(keys.writing))
    },
  }
}

/** A client takes its key once and for all, keys change: whoever holds this one always speaks through the latest. */
function exchangeable(first: Meilisearch) {
  let current = first
  const client = new Proxy(first, {
    get(_, name) {
      const value: unknown = Reflect.get(current, name)
      return typeof value === 'function' ? value.bind(current) : value
    },
  })
  return {
    client,
    exchange(next: Meilisearch) {
      current = next
    },
  }
}
