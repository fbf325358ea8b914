import { Schema, type Connection } from 'mongoose'
import { isDuplicateKey } from '../records/duplicate-key.ts'
import { plain } from '../records/plain.ts'
import type { AlertRule, Delivery } from './alert-rule.ts'

type Stored = Omit<AlertRule, 'id'> & { _id: string; requestKey?: string }

const optional = { type: String, default: undefined }
const schema: Schema<Stored> = new Schema(
  {
    _id: String,
    accountId: String,
    name: String,
    side: String,
    q: optional,
    sdgs: [Number],
    countries: [String],
    regions: [String],
    groups: [String],
    contributionTypes: [String],
    languages: [String],
    organisations: [String],
    minScore: Number,
    delivery: String,
    createdAt: Date,
    requestKey: optional,
  },
  { versionKey: false, collection: 'alertRules' },
)
schema.index({ accountId: 1, createdAt: 1 })
schema.index({ side: 1, delivery: 1 })
schema.index(
  { accountId: 1, requestKey: 1 },
  { unique: true, partialFilterExpression: { requestKey: { $exists: true } } },
)

/** What a rule from before these lists existed asks of them. */
const nothing = { regions: [], groups: [], languages: [], organisations: [] }

export type AlertRuleStore = ReturnType<typeof alertRuleStore>

export function alertRuleStore(connection: Connection) {
  const rules = connection.model('AlertRule', schema)
  const kept = { requestKey: 0 }
  const toRule = (document: object): AlertRule => ({ ...nothing, ...plain<AlertRule>(document) })
  const found = async (conditions: object): Promise<AlertRule[]> =>
    (await rules.find(conditions, kept).sort({ createdAt: 1 }).lean()).map(toRule)

  return {
    of: (accountId: string) => found({ accountId }),
    ofPeople: (accountIds: string[], side: AlertRule['side']) =>
      found({ accountId: { $in: accountIds }, side }),
    live: (side: AlertRule['side']) => found({ side, delivery: 'live' }),

    /** Stores it, or gives back the one that the same account sent with the same `requestKey`. */
    async add({ id, ...rule }: AlertRule, requestKey?: string): Promise<AlertRule> {
      try {
        await rules.create([{ _id: id, ...rule, requestKey }])
        return { id, ...rule }
      } catch (error) {
        if (!requestKey || !isDuplicateKey(error)) throw error
        return toRule(await rules.findOne({ accountId: rule.accountId, requestKey }, kept).orFail().lean())
      }
    },

    /** `false` where the account has no such rule. */
    async setDelivery(accountId: string, id: string, delivery: Delivery): Promise<boolean> {
      return (await rules.updateOne({ _id: id, accountId }, { $set: { delivery } })).matchedCount === 1
    },

    /** `false` where the account has no such rule. */
    async remove(accountId: string, id: string): Promise<boolean> {
      return (await rules.deleteOne({ _id: id, accountId })).deletedCount === 1
    },
  }
}
