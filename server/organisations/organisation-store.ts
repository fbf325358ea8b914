import { Schema, type Connection } from 'mongoose'
import { effect, effectFields, type Effect } from '../records/effect.ts'
import { plain, plainOrNull } from '../records/plain.ts'
import type { Organisation } from './organisation.ts'

const optional = { type: String, default: undefined }
const mixed = { type: {}, default: undefined }

interface Stored extends Omit<Organisation, 'id'> {
  _id: string
  effects: Effect[]
}

const schema: Schema<Stored> = new Schema(
  {
    _id: String,
    kind: String,
    name: String,
    acronym: optional,
    description: optional,
    profile: mixed,
    mandate: mixed,
    parentId: optional,
    countries: [String],
    version: Number,
    source: { type: { format: String, key: String }, default: undefined, _id: false },
    createdAt: Date,
    ...effectFields,
  },
  { versionKey: false, collection: 'organisations', minimize: false },
)
schema.index({ kind: 1, name: 1 })
schema.index({ parentId: 1 })
schema.index({ 'effects.at': 1 })
schema.index(
  { 'source.format': 1, 'source.key': 1 },
  { unique: true, partialFilterExpression: { 'source.key': { $exists: true } } },
)

const rememberedMilliseconds = 5_000

export type OrganisationStore = ReturnType<typeof organisationStore>

export function organisationStore(connection: Connection) {
  const organisations = connection.model('Organisation', schema)
  const kept = { effects: 0 }
  let unSide: { organisations: Organisation[]; readAt: number } | undefined
  const toOrganisation = (document: object): Organisation => plain<Organisation>(document)

  return {
    async find(id: string): Promise<Organisation | null> {
      return plainOrNull<Organisation>(await organisations.findOne({ _id: id }, kept).lean())
    },

    async findMany(ids: string[]): Promise<Organisation[]> {
      const found = await organisations.find({ _id: { $in: ids } }, kept).lean()
      return found.map(toOrganisation)
    },

    /**
     * All UN entities and their offices: what screening routes among. Each offer asks, so they are remembered for
     * five seconds, or until one is added or changed here.
     */
    async unSide(): Promise<Organisation[]> {
      if (unSide && Date.now() - unSide.readAt < rememberedMilliseconds) return unSide.organisations
      const found = await organisations.find({ kind: { $in: ['entity', 'office'] } }, kept).lean()
      unSide = { organisations: found.map(toOrganisation), readAt: Date.now() }
      return unSide.organisations
    },

    async officesOf(entityIds: string[]): Promise<Organisation[]> {
      const found = await organisations.find({ parentId: { $in: entityIds } }, kept).lean()
      return found.map(toOrganisation)
    },

    /** Adds it unless it is there already, by id. */
    async add({ id, ...fields }: Organisation): Promise<void> {
      await organisations.updateOne(
        { _id: id },
        { $setOnInsert: { ...fields, effects: [] } },
        { upsert: true },
      )
      unSide = undefined
    },

    /** What the import knows an organisation by; `null` where it was not imported yet. */
    async fromSource(format: string, key: string): Promise<Organisation | null> {
      const found = await organisations.findOne({ 'source.format': format, 'source.key': key }, kept).lean()
      return plainOrNull<Organisation>(found)
    },

    async named(kind: Organisation['kind'], name: string): Promise<Organisation | null> {
      return plainOrNull<Organisation>(await organisations.findOne({ kind, name }, kept).lean())
    },

    /** A change that screening, matching or routing depends on: the offers of the organisation become due. */
    async change(read: Organisation, change: Partial<Organisation>, effects: Effect[], now: Date) {
      const due = effect('organisation-changed', { organisationId: read.id }, now)
      const written = await organisations
        .findOneAndUpdate(
          { _id: read.id, version: read.version },
          { $set: change, $inc: { version: 1 }, $push: { effects: { $each: [...effects, due] } } },
          { returnDocument: 'after', projection: kept },
        )
        .lean()
      unSide = undefined
      return plainOrNull<Organisation>(written)
    },
  }
}
