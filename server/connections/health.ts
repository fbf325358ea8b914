import type { Meilisearch } from 'meilisearch'
import type { Connection } from 'mongoose'

export interface Health {
  /** start-up work is done */
  started: boolean
  /** what does not answer; empty when all is well */
  away(): Promise<('database' | 'search')[]>
}

/** `isUp` says whether the search server can be worked with, which takes more than an answer from it. */
export function createHealth(connection: Connection, search: Meilisearch, isUp: () => boolean): Health {
  return {
    started: false,
    async away() {
      const [database, searching] = await Promise.allSettled([
        connection.db?.command({ ping: 1 }),
        search.health(),
      ])
      const parts = [
        database.status === 'rejected' && ('database' as const),
        (searching.status === 'rejected' || !isUp()) && ('search' as const),
      ]
      return parts.filter((part) => part !== false)
    },
  }
}
