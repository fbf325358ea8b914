import { Meilisearch } from 'meilisearch'

/** Keys for what the application does all day; the configured one does what none is given for. */
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
  /** while it is known to be away, nobody waits for an answer to a search for longer than a second */
  beAway(away: boolean): void
}

const patientMilliseconds = 20_000
const impatientMilliseconds = 1_000

/** Every role begins with the configured key; see `indexing/keys.ts` for the narrower ones. */
export function connectSearch(host: string, apiKey?: string): SearchServer {
  const clientWith = (key = apiKey, timeout = patientMilliseconds) =>
    new Meilisearch({ host, apiKey: key, timeout })
  const searching = exchangeable(clientWith())
  const writing = exchangeable(clientWith())
  let keys: SearchKeys = {}
  let timeout = patientMilliseconds
  const exchange = () => {
    searching.exchange(clientWith(keys.searching, timeout))
    writing.exchange(clientWith(keys.writing))
  }
  return {
    searching: searching.client,
    writing: writing.client,
    admin: clientWith(),
    useKeys(wanted) {
      keys = wanted
      exchange()
    },
    beAway(away) {
      timeout = away ? impatientMilliseconds : patientMilliseconds
      exchange()
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
