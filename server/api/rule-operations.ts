import { z } from 'zod'
import { rulesInForce } from '../screening/rules-in-force.ts'
import { RULES_VERSION } from '../screening/rules/rule-set.ts'
import { checks } from '../screening/screening.ts'
import { operation, type Operation } from './operation.ts'

const rule = z.object({
  id: z.string(),
  check: z.enum(checks),
  version: z.string(),
  source: z.string(),
  since: z.iso.date(),
  text: z.string(),
  remedy: z.string().optional(),
  overlay: z.string().optional(),
})

/** What screening goes by, for everybody. */
export const ruleOperations = (): Operation[] => [
  operation({
    method: 'get',
    path: '/rules',
    summary: 'The screening rules in force, in English, French or Arabic',
    access: 'public',
    query: z.object({ lang: z.string().optional() }).strict(),
    status: 200,
    answer: z.object({ version: z.string(), items: z.array(rule) }),
    async handle({ language, t }) {
      return { body: { version: RULES_VERSION, items: rulesInForce(language, t) } }
    },
  }),
]
