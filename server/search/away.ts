import { MeilisearchApiError, MeilisearchError } from 'meilisearch'

/** The answer, or `null` where the search server gives none. */
export async function unlessAway<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch((error: unknown) => {
    if (isAway(error)) return null
    throw error
  })
}

/** No answer, a failing server or indexes not made yet; a request that it refuses is a fault of ours and stays one. */
function isAway(error: unknown): boolean {
  if (!(error instanceof MeilisearchApiError)) return error instanceof MeilisearchError
  return error.response.status >= 500 || error.cause?.code === 'index_not_found'
}
