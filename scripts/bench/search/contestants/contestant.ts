import type { BenchPosting } from '../postings.ts'
import type { Question } from '../questions.ts'

/** A search engine that is measured on typed questions. */
export interface Contestant {
  add(postings: BenchPosting[]): Promise<void>
  /** The ids of the first hits; all that match are counted by five facets. */
  ask(question: Question): Promise<string[]>
}

/** How many hits an answer shows. */
export const shown = 20
