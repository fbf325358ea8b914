import type { TFunction } from 'i18next'
import {
  ruleLanguage,
  type Exclusion,
  type Overlay,
  type Rule,
  type RuleLanguage,
  type Texts,
} from './rules/rule.ts'
import { allRules, baseExclusions, overlays } from './rules/rule-set.ts'
import type { Check } from './screening.ts'

/** A screening rule as everybody may read it: what it asks for, never a case. */
export interface RuleInForce {
  id: string
  check: Check
  version: string
  source: string
  /** day from which it applies, ISO 8601 */
  since: string
  text: string
  /** what a company can do where the rule speaks */
  remedy?: string
  /** key of the entity's own rules that it belongs to; it bars that entity alone */
  overlay?: string
}

interface Belonging {
  exclusion: Exclusion
  overlay?: string
}

const question = '.question'
const belongings = new Map<string, Belonging>([
  ...baseExclusions.map((exclusion) => [exclusion.id, { exclusion }] as const),
  ...[...overlays.values()].flatMap(belongingsOf),
])

/** Every rule in the order in which screening asks them, in the reader's language where it is en, fr or ar. */
export function rulesInForce(language: string, t: TFunction): RuleInForce[] {
  const spoken = ruleLanguage(language)
  return allRules.map((rule) => {
    const { id, check, version, source, since, remedy } = rule
    const belonging = belongings.get(id.replace(question, ''))
    return {
      ...{ id, check, version, source, since },
      text: belonging
        ? exclusionText(id, belonging.exclusion, spoken, t)
        : withoutFacts(asRead(rule), spoken),
      ...(remedy && { remedy: withoutFacts(remedy, spoken) }),
      ...(belonging?.overlay && { overlay: belonging.overlay }),
    }
  })
}

function belongingsOf({ key, exclusions }: Overlay) {
  return exclusions.map((exclusion) => [exclusion.id, { exclusion, overlay: key }] as const)
}

const asRead = ({ neutral, text }: Rule): Texts => (neutral === 'same' ? text : neutral)

function exclusionText(id: string, exclusion: Exclusion, language: RuleLanguage, t: TFunction): string {
  const { subject, threshold } = exclusion
  const kind = id.endsWith(question) ? 'asks' : threshold > 0 ? 'bars-above' : 'bars'
  return t(`screening:in-force.${kind}`, { subject: subject[language], threshold })
}

/** The facts of a case stand between braces: here there is none. */
const withoutFacts = (texts: Texts, language: RuleLanguage): string =>
  texts[language].replaceAll(/\{\{\w+\}\}/g, '…').replaceAll(/ ?\((?:… ?)+\)/g, '')
