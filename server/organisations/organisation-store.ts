import { Schema, type Connection } from 'mongoose'
import { effect, effectFields, type Effect } from '../records/effect.ts'
import { dueWork, dueWorkFields, dueWorkIndexes, workFrom } from '../records/due-work.ts'
import { plain, plainOrNull } from '../records/plain.ts'
import { setAndUnset } from '../records/set-and-unset.ts'
import { listedOrganisations } from './listed-store.ts'
import { searchedOrganisations } from './searched-store.ts'
import type { Organisation } from './organisation.ts'

const optional = { type: String, default: undefined }
const mixed = { type: {}, default: undefined }

interface Stored extends Omit<Organisation, 'id'> {
  _id: string
  effects: Effect[]
  work: object
}

const schema: Schema<Stored> = new Schema(
  {
    _id: String,
    kind: String,
    name: String,
    acronym: optional,
    description: optional,
    website: optional,
    contact: optional,
    profile: mixed,
    mandate: mixed,
    parentId: optional,
    countries: [String],
    version: Number,
    peopleVersion: Number,
    source: { type: { format: String, key: String }, default: undefined, _id: false },
    createdAt: Date,
    deactivatedAt: { type: Date, default: undefined },
    /** see `organisation.ts` */
    listedUntil: { type: Number, default: undefined },
    ...dueWorkFields,
    ...effectFields,
  },
  { versionKey: false, collection: 'organisations', minimize: false },
)
schema.index({ kind: 1, name: 1 })
schema.index({ parentId: 1 })
schema.index({ 'effects.at': 1 })
for (const keys of dueWorkIndexes) schema.index(keys)
schema.index(
  { 'source.format': 1, 'source.key': 1 },
  { unique: true, partialFilterExpression: { 'source.key': { $exists: true } } },
)

const rememberedMilliseconds = 5_000

export type OrganisationStore = ReturnType<typeof organisationStore>

export function organisationStore(connection: Connection) {
  const organisations = connection.model('Organisation', schema)
  const kept = { effects: 0, work: 0 } as const
  let unSide: { organisations: Organisation[]; readAt: number } | undefined
  const toOrganisation = (document: object): Organisation => plain<Organisation>(document)

  return {
    work: dueWork(connection, 'organisations'),
    ...listedOrganisations(organisations, kept),
    ...searchedOrganisations(organisations, kept),

    async find(id: string): Promise<Organisation | null> {
      return plainOrNull<Organisation>(await organisations.findOne({ _id: id }, kept).lean())
    },

    async findMany(ids: string[]): Promise<Organisation[]> {
      const found = await organisations.find({ _id: { $in: ids } }, kept).lean()
      return found.map(toOrganisation)
    },

    /**
     * All active UN entities and their offices: what screening routes among. Each offer asks, so they are remembered for
     * five seconds, or until one is added or changed here.
     */
    async unSide(): Promise<Organisation[]> {
      if (unSide && Date.now() - unSide.readAt < rememberedMilliseconds) return unSide.organisations
      const active = { kind: { $in: ['entity' as const, 'office' as const] }, deactivatedAt: null }
      const found = await organisations.find(active, kept).lean()
      unSide = { organisations: found.map(toOrganisation), readAt: Date.now() }
      return unSide.organisations
    },

    async officesOf(entityIds: string[]): Promise<Organisation[]> {
      const found = await organisations.find({ parentId: { $in: entityIds } }, kept).lean()
      return found.map(toOrganisation)
    },

    /** Adds it unless it is there already, by id. */
    async add({ id, ...fields }: Organisation, acts: Effect[] = []): Promise<void> {
      const { parentId, createdAt } = fields
      const added = parentId ? [effect('organisation-added', { organisationId: id }, createdAt)] : []
      const effects = [...acts, ...added]
      await organisations.updateOne(
        { _id: id },
        { $setOnInsert: { ...fields, effects, work: workFrom(createdAt) } },
        { upsert: true },
      )
      unSide = undefined
    },

    /** All of them, in parts. */
    async *inParts(size = 200): AsyncGenerator<Organisation[]> {
      for (let after = ''; ;) {
        const part = await organisations
          .find({ _id: { $gt: after } }, kept)
          .sort({ _id: 1 })
          .limit(size)
          .lean()
        if (part.length === 0) return
        yield part.map(toOrganisation)
        after = part.at(-1)?._id ?? ''
      }
    },

    /** Those that are in the search index, or wait to be. */
    async countListed(): Promise<number> {
      return organisations.countDocuments({ listedUntil: { $exists: true } })
    },

    /** An entity's search entry names the places of its offices, an office's names its entity. */
    async markFamilyDue(id: string, now: Date): Promise<void> {
      const organisation = await this.find(id)
      const offices = await organisations.find({ parentId: id }, { _id: 1 }).lean()
      const family = [id, organisation?.parentId ?? [], offices.map(({ _id }) => _id)].flat()
      await this.work.markDue(family, now)
    },

    /** Names of all companies, own and former, and their countries. */
    async companyNames(): Promise<Pick<Organisation, 'id' | 'name' | 'profile'>[]> {
      const named = { name: 1, 'profile.formerNames': 1, 'profile.country': 1 } as const
      const found = await organisations.find({ kind: 'company' }, named).lean()
      return found.map((one) => plain<Organisation>(one))
    },

    /** Before its people are changed: of two who read them at once only one goes on. */
    async claimPeople({ id, peopleVersion }: Organisation): Promise<boolean> {
      const asRead = { _id: id, peopleVersion: peopleVersion ?? { $exists: false } }
      return (await organisations.updateOne(asRead, { $inc: { peopleVersion: 1 } })).matchedCount === 1
    },

    /** What the import knows an organisation by; `null` where it was not imported yet. */
    async fromSource(format: string, key: string): Promise<Organisation | null> {
      const found = await organisations.findOne({ 'source.format': format, 'source.key': key }, kept).lean()
      return plainOrNull<Organisation>(found)
    },

    async named(kind: Organisation['kind'], name: string): Promise<Organisation | null> {
      return plainOrNull<Organisation>(await organisations.findOne({ kind, name }, kept).lean())
    },

    /** A change that screening, matching or routing depends on: the offers of the organisation become due. `undefined` takes a field away. */
    async change(read: Organisation, change: Partial<Organisation>, effects: Effect[], now: Date) {
      const due = effect('organisation-changed', { organisationId: read.id }, now)
      const { set, unset } = setAndUnset(change)
      const written = await organisations
        .findOneAndUpdate(
          { _id: read.id, version: read.version },
          {
            ...{ $set: set, $unset: unset, $inc: { version: 1 } },
            $push: { effects: { $each: [...effects, due] } },
          },
          { returnDocument: 'after', projection: kept },
        )
        .lean()
      unSide = undefined
      return plainOrNull<Organisation>(written)
    },
  }
}
