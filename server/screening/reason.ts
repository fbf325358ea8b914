import { ruleOf } from './rules/rule-set.ts'
import type { Reason } from './screening.ts'

/**
 * A reason under a rule. `matters` names the facts that tell one such reason from another: they enter the key,
 * by which a person's decision says what it settled. Figures that may shift without a new case stay out of it.
 */
export function reasonOf(ruleId: string, facts: Reason['facts'] = {}, matters: string[] = []): Reason {
  const { id, version, source } = ruleOf(ruleId)
  const key = [id, ...matters.map((fact) => `${fact}=${facts[fact] ?? ''}`)].join('|')
  return { rule: id, version, source, facts, key }
}
