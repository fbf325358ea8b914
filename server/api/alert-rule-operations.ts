import { z } from 'zod'
import { mayHearOf } from '../accounts/permission.ts'
import type { Clock } from '../connections/clock.ts'
import { deliveries } from '../notifications/alert-rule.ts'
import type { AlertRuleStore } from '../notifications/alert-rule-store.ts'
import { admitRule } from '../notifications/save-search.ts'
import type { Side } from '../postings/posting.ts'
import { newId } from '../records/new-id.ts'
import { CONTRIBUTION_TYPES } from '../vocabulary/contribution-types.ts'
import { isLanguageCode } from '../vocabulary/languages.ts'
import { GROUPS, isCountry, isRegion } from '../vocabulary/places.ts'
import { forbidden, notFoundProblem } from '../web/problem.ts'
import { operation, type Operation } from './operation.ts'

interface AlertRuleServices {
  alertRules: AlertRuleStore
  clock: Clock
}

const country = z.string().refine(isCountry, { error: 'postings:errors.country' })
const region = z.string().refine(isRegion, { error: 'postings:errors.region' })
const language = z.string().refine(isLanguageCode, { error: 'form.errors.choice' })
const list = <T extends z.ZodType>(item: T, most: number) => z.array(item).max(most).default([])
const body = z.strictObject({
  name: z.string().trim().min(1).max(100),
  side: z.enum(['offers', 'needs']),
  q: z.string().trim().max(300).optional(),
  sdgs: list(z.int().min(1).max(17), 17),
  countries: list(country, 250),
  regions: list(region, 40),
  groups: list(z.enum(GROUPS), 3),
  contributionTypes: list(z.enum(CONTRIBUTION_TYPES), 9),
  languages: list(language, 50),
  organisations: list(z.string().regex(/^[\w-]{1,60}$/), 50),
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
    summary: 'A new alert rule; companies hear of needs, the UN side of offers and needs',
    access: 'account',
    body,
    status: 201,
    answer,
    async handle({ me, body: { side, ...given }, idempotencyKey }) {
      if (!mayHearOf(me, sideOf(side))) throw forbidden()
      await admitRule(me.id, alertRules)
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
