import type { Settings } from 'meilisearch'

/** What an index holds; `id` is the primary key of every index. */
export interface IndexEntry {
  id: string
}

/** What the index does not know yet. */
export interface Waiting {
  records: number
  /** when the first of them changed; `null` where none waits */
  since: Date | null
}

/**
 * A kind of search index: what it is told, and how it follows from records in the database. What belongs into it
 * must follow from the records alone, never from the clock: queries ask themselves whether the time is up.
 */
export interface IndexKind {
  uid: string
  /** all of them, from `search-config/` */
  settings: Settings
  /** of the documents' shape; an index of a lower version is built anew */
  version: number
  /** everything that belongs into the index, a few hundred at a time */
  documents(): AsyncIterable<IndexEntry[]>
  /** those of the records that belong into the index */
  documentsOf(ids: string[]): Promise<IndexEntry[]>
  /** how many records belong into it; need only be exact while none waits */
  held(): Promise<number>
  /** ids of records that were written to the index at or after `moment`, or may be being written now */
  touchedSince(moment: Date): Promise<string[]>
  /** has these records indexed anew; returns the ids of those that can be */
  markDue(ids: string[], now: Date): Promise<string[]>
  /** has what failed and rests indexed now, because the search server is back */
  hurry(now: Date): Promise<void>
  waiting(): Promise<Waiting>
}
