import { z } from 'zod'
import type { Clock } from '../connections/clock.ts'
import { deliveries } from '../notifications/alert-rule.ts'
import type { AlertRuleStore } from '../notifications/alert-rule-store.ts'
import type { Side } from '../postings/posting.ts'
import { newId } from '../records/new-id.ts'
import { CONTRIBUTION_TYPES } from '../vocabulary/contribution-types.ts'
import { isCountry } from '../vocabulary/places.ts'
import { notFoundProblem } from '../web/problem.ts'
import { operation, type Operation } from './operation.ts'

interface AlertRuleServices {
  alertRules: AlertRuleStore
  clock: Clock
}

const country = z.string().refine(isCountry, { error: 'postings:errors.country' })
const body = z.strictObject({
  name: z.string().trim().min(1).max(100),
  side: z.enum(['offers', 'needs']),
  q: z.string().trim().max(300).optional(),
  sdgs: z.array(z.int().min(1).max(17)).max(17).default([]),
  countries: z.array(country).max(250).default([]),
  contributionTypes: z.array(z.enum(CONTRIBUTION_TYPES)).max(9).default([]),
  minScore: z.int().min(0).max(100).optional(),
  delivery: z.enum(deliveries).default('live'),
})
const answer = body.extend({ id: z.string(), createdAt: z.iso.datetime() })

/** What a person wants to hear of, beyond the matches of the own needs. */
export const alertRuleOperations = ({ alertRules, clock }: AlertRuleServices): Operation[] => [
  operation({
    method: 'get',
    path: '/alert-rules',
    summary: "The account's alert rules",
    access: 'account',
    status: 200,
    answer: z.object({ items: z.array(answer) }),
    handle: async ({ me }) => ({ body: { items: (await alertRules.of(me.id)).map(shown) } }),
  }),
  operation({
    method: 'post',
    path: '/alert-rules',
    summary: 'A new alert rule',
    access: 'account',
    body,
    status: 201,
    answer,
    async handle({ me, body: { side, ...given }, idempotencyKey }) {
      const rule = { ...given, side: sideOf(side), id: newId(), accountId: me.id, createdAt: clock.now() }
      const stored = await alertRules.add(rule, idempotencyKey)
      return { headers: { Location: `/api/v1/alert-rules/${stored.id}` }, body: shown(stored) }
    },
  }),
  operation({
    method: 'delete',
    path: '/alert-rules/{id}',
    summary: 'Ends an alert rule',
    access: 'account',
    status: 204,
    async handle({ me, params }) {
      if (!(await alertRules.remove(me.id, params.id ?? ''))) throw notFoundProblem()
      return {}
    },
  }),
]

const sideOf = (side: 'offers' | 'needs'): Side => (side === 'offers' ? 'offer' : 'need')

const shown = <T extends { side: 'offer' | 'need'; accountId: string }>({
  accountId: _owner,
  side,
  ...rule
}: T) => ({
  ...rule,
  side: `${side}s`,
})
