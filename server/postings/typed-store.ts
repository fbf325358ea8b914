import type { Model } from 'mongoose'
import { emptyContent } from './posting-acts.ts'
import type { Posting, PostingContent } from './posting.ts'
import type { StoredPosting } from './posting-schema.ts'
import { laterThan } from './later-than.ts'
import { setAndUnset } from '../records/set-and-unset.ts'
import type { Typed } from './typed.ts'

/** What was typed and not published, kept beside the posting; it changes nothing that others see. */
export function typedTexts<P extends Posting>(
  model: Model<StoredPosting>,
  toPosting: (document: object) => P,
  kept: Record<string, 0>,
) {
  const seenAs = (version: string) => (version ? { 'typed.version': version } : { typed: null })
  return {
    async typedOf(id: string): Promise<Typed | null> {
      return (await model.findOne({ _id: id }, { typed: 1 }).lean())?.typed ?? null
    },

    /** The draft that began with this form, as long as it is one. */
    async draftOf(organisationId: string, requestKey: string): Promise<P | null> {
      const began = { organisationId, requestKey, publishedAt: null, withdrawnAt: null }
      const found = await model.findOne(began, kept).lean()
      return found && toPosting(found)
    },

    /**
     * `false` where the posting was published, changed or withdrawn since it was read, or its typed text is another
     * than the one of version `seen` ('' for none). A draft then also says as much of it as `content` does.
     */
    async keepTyped(read: Posting, seen: string, typed: Typed, content: PostingContent): Promise<boolean> {
      const { id, revision, publishedAt, updatedAt } = read
      const asRead = { _id: id, revision, publishedAt, withdrawnAt: null, ...seenAs(seen) }
      const draft = { ...emptyContent, ...content, updatedAt: laterThan(updatedAt, typed.at) }
      const { set, unset } = setAndUnset({ ...(publishedAt ? {} : draft), typed })
      const result = await model.updateOne(asRead, { $set: set, $unset: unset })
      return result.matchedCount === 1
    },

    /** Forgets what was typed, unless it is another text by now; `false` then. */
    async dropTyped(id: string, version: string): Promise<boolean> {
      const result = await model.updateOne({ _id: id, 'typed.version': version }, { $unset: { typed: 1 } })
      return result.matchedCount === 1
    },
  }
}
