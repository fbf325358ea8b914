import type { Request } from 'express'
import type { Organisation } from '../organisations/organisation.ts'
import { paths } from '../paths.ts'
import { rulesInForce, type RuleInForce } from '../screening/rules-in-force.ts'
import { checks } from '../screening/screening.ts'

type Reader = Pick<Request, 'language' | 't'>

/** The rules of all entities, check by check in their order. */
export function checksWithRules({ language, t }: Reader) {
  const rules = rulesInForce(language, t).filter(({ overlay }) => !overlay)
  return checks.map((check) => ({
    id: check,
    name: t(`screening:check.${check}.name`),
    question: t(`screening:check.${check}.question`),
    rules: withQuestions(rules.filter((rule) => rule.check === check)),
  }))
}

/** What single entities add, under the name of each; one that no entity of the register has adopted is not in force. */
export function overlaysWithRules(unSide: Organisation[], { language, t }: Reader) {
  const rules = rulesInForce(language, t)
  return unSide
    .filter(({ kind, mandate }) => kind === 'entity' && mandate?.overlay)
    .map((entity) => ({
      name: entity.name,
      href: paths.organisation(entity),
      rules: withQuestions(rules.filter(({ overlay }) => overlay === entity.mandate?.overlay)),
    }))
}

/** What is excluded stands with the question that a text raises about it; what to do there goes without saying. */
function withQuestions(rules: RuleInForce[]) {
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  return rules
    .filter(({ id }) => !isQuestionOfAnother(id, byId))
    .map(({ since, remedy, ...rule }) => {
      const question = byId.get(`${rule.id}.question`)
      return { ...rule, question, since: new Date(since), remedy: question ? undefined : remedy }
    })
}

const isQuestionOfAnother = (id: string, rules: ReadonlyMap<string, RuleInForce>): boolean =>
  id.endsWith('.question') && rules.has(id.slice(0, -'.question'.length))
