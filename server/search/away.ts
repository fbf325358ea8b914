import { isAway, isNoIndex } from '../connections/search-errors.ts'

/** The answer, or `null` where the search server gives none or has no such index yet. */
export async function unlessAway<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch((error: unknown) => {
    if (isAway(error) || isNoIndex(error)) return null
    throw error
  })
}
