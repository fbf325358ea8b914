import type { Labels, Language } from './languages.ts'
import labels from './data/contribution-types.json' with { type: 'json' }

/** What a company can bring, or a UN entity ask for. */
export const CONTRIBUTION_TYPES = [
  'cash',
  'in-kind-goods',
  'in-kind-services',
  'expertise',
  'personnel',
  'technology',
  'advocacy',
  'cause-marketing',
  'access',
] as const
export type ContributionType = (typeof CONTRIBUTION_TYPES)[number]

const labelsByType: Readonly<Record<ContributionType, Labels>> = labels

export function isContributionType(code: string): code is ContributionType {
  return (CONTRIBUTION_TYPES as readonly string[]).includes(code)
}

export function labelOf(type: ContributionType, language: Language): string {
  return labelsByType[type][language]
}
