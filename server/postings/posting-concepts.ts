import { findConcepts } from '../vocabulary/concepts/find-concepts.ts'
import type { PostingContent } from './posting.ts'

/** The title says what a posting is about; the description also what surrounds it. */
const titleWeight = 3
/** Beyond this many characters a description repeats itself, and reading it would only cost time. */
export const longestDescription = 4_000

/** Concept ids with how often the text names them, the title counting threefold; most often named first. */
export function weighConcepts(
  posting: Pick<PostingContent, 'title' | 'description' | 'language'>,
): Map<string, number> {
  const weights = new Map<string, number>()
  const add = (text: string, weight: number) => {
    for (const { id, count } of findConcepts(text, posting.language))
      weights.set(id, (weights.get(id) ?? 0) + weight * count)
  }
  add(posting.title, titleWeight)
  add(posting.description.slice(0, longestDescription), 1)
  return new Map([...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)))
}
