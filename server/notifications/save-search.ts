import { createHash } from 'node:crypto'
import { newId } from '../records/new-id.ts'
import { conflict } from '../web/problem.ts'
import type { AlertRule, Delivery } from './alert-rule.ts'
import type { AlertRuleStore } from './alert-rule-store.ts'
import { ruleSearchOf, searchKey, type SavedSearch } from './saved-search.ts'

/** Every posting that comes is held against all of them. */
export const mostRules = 100

/** Throws where the account has as many rules as anybody may. */
export async function admitRule(accountId: string, alertRules: Pick<AlertRuleStore, 'of'>): Promise<void> {
  const { length } = await alertRules.of(accountId)
  if (length >= mostRules) throw conflict(`An account may have ${mostRules} alert rules; delete one first.`)
}

/** The account's rule that asks for just this, with no score to reach. */
export function ruleFor({ side, query }: SavedSearch, rules: AlertRule[]): AlertRule | undefined {
  const key = searchKey(side, ruleSearchOf(query))
  return rules.find((rule) => !rule.minScore && searchKey(rule.side, rule) === key)
}

interface Wish {
  accountId: string
  name: string
  delivery: Delivery
}

/** Keeps a search as a rule, once: the same search again, even at the same moment, gives the rule that is there. */
export async function saveSearch(
  { side, query }: SavedSearch,
  wish: Wish,
  alertRules: AlertRuleStore,
  now: Date,
): Promise<{ rule: AlertRule; isNew: boolean }> {
  const known = ruleFor({ side, query }, await alertRules.of(wish.accountId))
  if (known) return { rule: known, isNew: false }
  await admitRule(wish.accountId, alertRules)
  const search = ruleSearchOf(query)
  const digest = createHash('sha256').update(searchKey(side, search)).digest('base64url')
  const id = newId()
  const rule = await alertRules.add({ ...search, ...wish, id, side, createdAt: now }, `search:${digest}`)
  return { rule, isNew: rule.id === id }
}
