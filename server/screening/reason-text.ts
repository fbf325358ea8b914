import { isContributionType, labelOf } from '../vocabulary/contribution-types.ts'
import { industryName, isIndustry } from '../vocabulary/industries.ts'
import { factWords } from './rules/fact-words.ts'
import { ruleLanguage } from './rules/rule.ts'
import type { RuleLanguage, Texts } from './rules/rule.ts'
import { ruleOf } from './rules/rule-set.ts'
import { riskSectors } from './rules/risk-sectors.ts'
import type { Reason } from './screening.ts'

export type Audience = 'company' | 'staff'

const listSeparators: Record<RuleLanguage, string> = { en: ', ', fr: ', ', ar: '، ' }

/**
 * The sentences of a reason: for staff the rule with its facts, for the company the neutral wording and what it
 * can do. A language other than en, fr, ar reads English.
 */
export function reasonText(reason: Reason, audience: Audience, language: string): string {
  const rule = ruleOf(reason.rule)
  const wording = audience === 'company' && rule.neutral !== 'same' ? rule.neutral : rule.text
  const remedy = audience === 'company' ? rule.remedy : undefined
  const spoken = ruleLanguage(language)
  return [wording, remedy]
    .filter((texts): texts is Texts => texts !== undefined)
    .map((texts) => fill(texts[spoken], reason.facts, spoken))
    .join(' ')
}

function fill(text: string, facts: Reason['facts'], language: RuleLanguage): string {
  return text
    .replace(/\{\{(\w+)\}\}/g, (_, fact: string) => spell(fact, String(facts[fact] ?? ''), language))
    .trim()
}

function spell(fact: string, value: string, language: RuleLanguage): string {
  if (fact === 'types') return spellTypes(value, language)
  if (fact === 'sector') return riskSectors.find(({ id }) => id === value)?.name[language] ?? value
  if (fact === 'industry') return isIndustry(value) ? `${value} ${industryName(value)}` : value
  return factWords[fact]?.[value]?.[language] ?? value
}

function spellTypes(codes: string, language: RuleLanguage): string {
  const labels = codes.split(', ').map((code) => (isContributionType(code) ? labelOf(code, language) : code))
  return labels.join(listSeparators[language])
}
