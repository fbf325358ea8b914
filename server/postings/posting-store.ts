import type { Model } from 'mongoose'
import type { Effect } from '../records/effect.ts'
import { isDuplicateKey } from '../records/duplicate-key.ts'
import { plain } from '../records/plain.ts'
import type { Posting, PostingContent } from './posting.ts'
import type { StoredPosting } from './posting-schema.ts'
import { listedPostings } from './listed-store.ts'
import { nextLookAt } from './look.ts'
import { postingImport } from './posting-import.ts'
import { postingLooks } from './posting-looks-work.ts'
import { postingStanding } from './posting-standing.ts'
import { postingWork } from './posting-work.ts'
import { setAndUnset } from '../records/set-and-unset.ts'
import { typedTexts } from './typed-store.ts'
import { laterThan } from './later-than.ts'

/** Fields that a change sets; `undefined` removes an optional one. */
export type Change<P extends Posting> = Partial<Omit<P, 'id' | 'side' | 'revision'>>

const batch = 500
const inPublic = { publishedAt: { $ne: null }, withdrawnAt: null }
const kept = { effects: 0, work: 0, requestKey: 0, typed: 0 } as const
const part = 50

/** What the offers' and the needs' store share. Every act is one document write that makes the posting due. */
export function postingStore<P extends Posting>(model: Model<StoredPosting>, side: P['side']) {
  const toPosting = (document: object): P => ({ ...plain<P>(document), side })

  return {
    ...postingWork(model, toPosting),
    ...postingStanding(model),
    ...postingLooks(model, toPosting),
    ...postingImport(model),
    ...listedPostings(model, toPosting),
    ...typedTexts(model, toPosting, kept),

    async find(id: string): Promise<P | null> {
      const found = await model.findOne({ _id: id }, kept).lean()
      return found && toPosting(found)
    },

    /** In the order of `ids`; unknown ids are left out. */
    async findMany(ids: string[]): Promise<P[]> {
      const found = await model.find({ _id: { $in: ids } }, kept).lean()
      const byId = new Map(found.map((document) => [document._id, toPosting(document)]))
      return ids.flatMap((id) => byId.get(id) ?? [])
    },

    /** All that are published and not withdrawn, a few hundred at a time, in the order of their ids. */
    async *published(): AsyncIterable<P[]> {
      for (let last = ''; ;) {
        const found = await model
          .find({ ...inPublic, _id: { $gt: last } }, kept)
          .sort({ _id: 1 })
          .limit(batch)
          .lean()
        if (found.length > 0) yield found.map(toPosting)
        if (found.length < batch) return
        last = found.at(-1)!._id
      }
    },

    async countPublished(): Promise<number> {
      return model.countDocuments(inPublic)
    },

    /** Newest first. */
    async ofOrganisations(organisationIds: string[], limit = 100): Promise<P[]> {
      const conditions = { organisationId: { $in: organisationIds } }
      const found = await model.find(conditions, kept).sort({ createdAt: -1 }).limit(limit).lean()
      return found.map(toPosting)
    },

    /** Published postings of these organisations that pass, newest first: read in parts until there are enough. */
    async newestOf(
      organisationIds: string[],
      passes: (posting: P) => boolean,
      limit = Infinity,
    ): Promise<P[]> {
      const theirs = {
        organisationId: { $in: organisationIds },
        publishedAt: { $ne: null },
        withdrawnAt: null,
      }
      const passed: P[] = []
      for (let skip = 0; passed.length < limit; skip += part) {
        const page = { sort: { createdAt: -1 }, skip, limit: part } as const
        const read = await model.find(theirs, kept, page).lean()
        passed.push(...read.map(toPosting).filter(passes))
        if (read.length < part) break
      }
      return passed.slice(0, limit)
    },

    /** Stores it, or gives back the one that the same organisation sent with the same `requestKey`. */
    async add(posting: P, effects: Effect[], requestKey?: string): Promise<P> {
      const { id, side: _side, ...fields } = posting
      const dueAt = posting.publishedAt ?? undefined
      const lookAt = nextLookAt(posting, posting.publishedAt ?? posting.createdAt)
      const work = { dueAt, waitingSince: dueAt, attempts: 0, quiet: false, lookAt }
      try {
        await model.create([{ _id: id, ...fields, requestKey, effects, work }])
        return posting
      } catch (error) {
        if (!requestKey || !isDuplicateKey(error)) throw error
        const first = { organisationId: posting.organisationId, requestKey }
        return toPosting(await model.findOne(first, kept).orFail().lean())
      }
    },

    /** Sets `change` if the posting is still as it was read; `null` if somebody else was quicker. */
    async change(read: P, change: Change<P>, effects: Effect[], now: Date): Promise<P | null> {
      return this.write(read, change, effects, now, 0)
    },

    /** A change of what people wrote: the revision rises, so that screening and matching look again. */
    async revise(read: P, content: PostingContent, effects: Effect[], now: Date): Promise<P | null> {
      return this.write(read, content as Change<P>, effects, now, 1)
    },

    async write(read: P, change: Change<P>, effects: Effect[], now: Date, step: 0 | 1): Promise<P | null> {
      const lookAt = nextLookAt({ ...read, ...change }, now)
      const { set, unset } = setAndUnset({ ...change, 'work.lookAt': lookAt })
      const asRead = { _id: read.id, revision: read.revision, updatedAt: read.updatedAt }
      const written = await model
        .findOneAndUpdate(
          asRead,
          {
            $set: {
              ...set,
              updatedAt: laterThan(read.updatedAt, now),
              'work.dueAt': now,
              'work.attempts': 0,
              'work.quiet': false,
            },
            $min: { 'work.waitingSince': now },
            $unset: { ...unset, 'work.token': 1 },
            $inc: { revision: step },
            $push: { effects: { $each: effects } },
          },
          { returnDocument: 'after', projection: kept },
        )
        .lean()
      return written && toPosting(written)
    },
  }
}
