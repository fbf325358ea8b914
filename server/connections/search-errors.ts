import { MeilisearchApiError, MeilisearchError } from 'meilisearch'

/** Known not to answer; asked again by whoever watches it only, so that nobody waits for it in vain. */
export class SearchAway extends MeilisearchError {
  constructor() {
    super('The search server is away')
  }
}

/** No answer, or one that says that the server itself fails; what it refuses is a fault of ours and none of these. */
export function isAway(error: unknown): boolean {
  if (error instanceof MeilisearchApiError) return error.response.status >= 500
  return error instanceof MeilisearchError
}

/** There is no index of that name. */
export const isNoIndex = (error: unknown): boolean =>
  error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found'
