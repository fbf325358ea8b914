import type { Model } from 'mongoose'
import { isDuplicateKey } from '../records/duplicate-key.ts'
import type { PostingContent, Source } from './posting.ts'
import { emptyContent } from './posting-acts.ts'
import type { StoredPosting } from './posting-schema.ts'
import { setAndUnset } from '../records/set-and-unset.ts'

/** A posting as an import brings it; its id follows from its source, so that bringing it again adds none. */
export interface ImportedPosting extends PostingContent {
  id: string
  organisationId: string
  source: Source
  /** also the moment of publication */
  createdAt: Date
  /** needs only */
  metAt?: Date | null
}

/** After so many failed runs of its steps a posting is not waited for. */
const hopelessAttempts = 5

/** Bulk writes for imports. Each document is written whole, so that a crash in between only leaves some for later. */
export function postingImport(model: Model<StoredPosting>) {
  async function insert(postings: ImportedPosting[], now: Date): Promise<void> {
    if (postings.length === 0) return
    await model.insertMany(
      postings.map((posting) => toStored(posting, now)),
      { ordered: false },
    )
  }

  async function replace(postings: ImportedPosting[], now: Date): Promise<void> {
    if (postings.length === 0) return
    await model.bulkWrite(
      postings.map((posting) => toUpdate(posting, now)),
      { ordered: false },
    )
  }

  return {
    /**
     * Stores the postings, which become due quietly, and returns how many were new or had another digest than
     * before; the rest stay as they are, also where a person has edited them since.
     */
    async bring(postings: ImportedPosting[], now: Date): Promise<number> {
      const ids = postings.map(({ id }) => id)
      const known = await model.find({ _id: { $in: ids } }, { source: 1 }).lean()
      const digests = new Map(known.map(({ _id, source }) => [_id, source?.digest]))
      const fresh = postings.filter(({ id }) => !digests.has(id))
      const changed = postings.filter(
        ({ id, source }) => digests.has(id) && digests.get(id) !== source.digest,
      )
      await insert(fresh, now).catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error
      })
      await replace(changed, now)
      return fresh.length + changed.length
    },

    /** Imported postings that still wait for their processing. */
    async waiting(): Promise<number> {
      const due = { 'work.quiet': true, 'work.dueAt': { $gt: new Date(0) } }
      return model.countDocuments({ ...due, 'work.attempts': { $lt: hopelessAttempts } })
    },
  }
}

const quietly = (now: Date) => ({ dueAt: now, waitingSince: now, attempts: 0, quiet: true })

function toStored({ id, ...posting }: ImportedPosting, now: Date) {
  const moments = { updatedAt: now, publishedAt: posting.createdAt, withdrawnAt: null }
  return { _id: id, ...posting, ...moments, revision: 1, effects: [], work: quietly(now) }
}

function toUpdate({ id, createdAt: _, ...posting }: ImportedPosting, now: Date) {
  const { set, unset } = setAndUnset({ ...emptyContent, ...posting })
  const { dueAt, waitingSince, attempts, quiet } = quietly(now)
  const work = { 'work.dueAt': dueAt, 'work.attempts': attempts, 'work.quiet': quiet }
  return {
    updateOne: {
      filter: { _id: id },
      update: {
        $set: { ...set, ...work, updatedAt: now },
        $min: { 'work.waitingSince': waitingSince },
        $unset: { ...unset, 'work.token': 1 },
        $inc: { revision: 1 },
      },
    },
  }
}
