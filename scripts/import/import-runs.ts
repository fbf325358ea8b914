import type { Connection } from 'mongoose'
import { newId } from '../../server/records/new-id.ts'

/** One import of a format, from its first line until everybody concerned has been told. */
export interface ImportRun {
  id: string
  startedAt: Date
}

interface Stored {
  _id: string
  format: string
  startedAt: Date
  finishedAt: Date | null
}

/** Remembers imports, so that what a crash cut off is taken up under the same name and moment. */
export function importRuns(connection: Connection) {
  const runs = connection.collection<Stored>('imports')
  return {
    async begin(format: string, now: Date): Promise<ImportRun> {
      const unfinished = await runs.findOne({ format, finishedAt: null })
      if (unfinished) return { id: unfinished._id, startedAt: unfinished.startedAt }
      const run = { _id: newId(), format, startedAt: now, finishedAt: null }
      await runs.insertOne(run)
      return { id: run._id, startedAt: now }
    },

    async finish({ id }: ImportRun, now: Date): Promise<void> {
      await runs.updateOne({ _id: id }, { $set: { finishedAt: now } })
    },
  }
}
