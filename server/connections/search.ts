import { Meilisearch } from 'meilisearch'

/** The client of the search server, real or embedded. */
export const connectSearch = (host: string, apiKey?: string): Meilisearch =>
  new Meilisearch({ host, apiKey, timeout: 20_000 })
