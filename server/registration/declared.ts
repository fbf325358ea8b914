import { baseExclusions, overlays } from '../screening/rules/rule-set.ts'
import { ruleLanguage } from '../screening/rules/rule.ts'
import type { Choice } from '../web/forms.ts'

const exclusions = [...baseExclusions, ...[...overlays.values()].flatMap((overlay) => overlay.exclusions)]

/** What screening reads of a company's declarations: the topics of all exclusionary criteria, each once. */
export const declaredTopics: string[] = [...new Set(exclusions.map(({ topic }) => topic))]

/** The topics in the words of the rules that ask them. */
export function topicChoices(language: string): Choice[] {
  const spoken = ruleLanguage(language)
  return declaredTopics.map((value) => ({
    value,
    label: exclusions.find(({ topic }) => topic === value)?.subject[spoken] ?? value,
  }))
}

/** Every topic is answered: yes for those that apply, no for the others. */
export const declarationsOf = (applying: string[], globalCompact: boolean): Record<string, boolean> => ({
  ...Object.fromEntries(declaredTopics.map((topic) => [topic, applying.includes(topic)])),
  globalCompact,
})
