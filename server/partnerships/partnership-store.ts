import { Schema, type Connection } from 'mongoose'
import { dueWork, dueWorkFields, dueWorkIndexes, workFrom } from '../records/due-work.ts'
import { plain, plainOrNull } from '../records/plain.ts'
import { listedPartnerships } from './listed-store.ts'
import type { Partnership } from './partnership.ts'

type Stored = Omit<Partnership, 'id'> & { _id: string; work: object }

const optional = { type: String, default: undefined }
const partner = { name: String, organisationId: optional }

const latest = { from: -1, _id: -1 } as const

const schema: Schema<Stored> = new Schema(
  {
    _id: String,
    title: String,
    description: String,
    language: String,
    company: { type: partner, _id: false },
    entities: [{ ...partner, _id: false }],
    countries: [String],
    regions: [String],
    sdgs: [Number],
    contributionTypes: [String],
    model: String,
    from: Number,
    until: { type: Number, default: undefined },
    results: optional,
    sources: [{ title: String, url: optional, _id: false }],
    origin: { type: { offerId: String, needId: String }, default: undefined, _id: false },
    createdAt: Date,
    ...dueWorkFields,
  },
  { versionKey: false, collection: 'partnerships' },
)
schema.index({ 'company.organisationId': 1 })
schema.index({ 'entities.organisationId': 1 })
schema.index(latest)
for (const keys of dueWorkIndexes) schema.index(keys)

const kept = { work: 0 } as const

export type PartnershipStore = ReturnType<typeof partnershipStore>

/** The public record of partnerships. */
export function partnershipStore(connection: Connection) {
  const partnerships = connection.model('Partnership', schema)
  const read = (document: object): Partnership => plain<Partnership>(document)

  return {
    work: dueWork(connection, 'partnerships'),
    ...listedPartnerships(partnerships, kept),

    async find(id: string): Promise<Partnership | null> {
      return plainOrNull<Partnership>(await partnerships.findOne({ _id: id }, kept).lean())
    },

    /** In the order of `ids`; unknown ids are left out. */
    async findMany(ids: string[]): Promise<Partnership[]> {
      const found = await partnerships.find({ _id: { $in: ids } }, kept).lean()
      const byId = new Map(found.map((document) => [document._id, read(document)]))
      return ids.flatMap((id) => byId.get(id) ?? [])
    },

    /** Those in which an organisation takes part, the latest begun first. */
    async of(organisationId: string, limit = 50): Promise<Partnership[]> {
      const theirs = {
        $or: [{ 'company.organisationId': organisationId }, { 'entities.organisationId': organisationId }],
      }
      return (await partnerships.find(theirs, kept).sort(latest).limit(limit).lean()).map(read)
    },

    /** Which of these companies take part in any. */
    async companiesAmong(ids: string[]): Promise<Set<string>> {
      const theirs = { 'company.organisationId': { $in: ids } }
      return new Set<string>(await partnerships.distinct('company.organisationId', theirs))
    },

    /** All of them, in parts. */
    async *inParts(size = 200): AsyncGenerator<Partnership[]> {
      for (let after = ''; ;) {
        const part = await partnerships
          .find({ _id: { $gt: after } }, kept)
          .sort({ _id: 1 })
          .limit(size)
          .lean()
        if (part.length === 0) return
        yield part.map(read)
        after = part.at(-1)?._id ?? ''
      }
    },

    count: (): Promise<number> => partnerships.countDocuments({}),

    /** Adds it unless it is there already, by id. */
    async add({ id, ...fields }: Partnership, now: Date): Promise<void> {
      await partnerships.updateOne(
        { _id: id },
        { $setOnInsert: { ...fields, work: workFrom(now) } },
        { upsert: true },
      )
    },
  }
}
