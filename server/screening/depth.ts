import { baseExclusions, ruleOf } from './rules/rule-set.ts'
import type { Depth, Desk, Finding, Level } from './screening.ts'

/** How deep due diligence goes at each level, and who decides (UNDP policy of October 2023). */
const byLevel: Readonly<Record<Level, { depth: Depth; desk: Desk }>> = {
  low: { depth: 'basic', desk: 'country-office' },
  moderate: { depth: 'standard', desk: 'country-office' },
  substantial: { depth: 'enhanced', desk: 'region' },
  high: { depth: 'enhanced', desk: 'headquarters' },
}

/**
 * A name hit or an exclusion on declared facts concerns all entities alike, so headquarters decides it; the latter
 * also makes the level high, whatever the industry.
 */
export function depthAndDesk(level: Level, findings: Finding[]): { level: Level; depth: Depth; desk: Desk } {
  const held = findings.filter(({ verdict }) => verdict === 'held').flatMap(({ reasons }) => reasons)
  if (held.some(({ rule }) => isExclusion(rule))) return { level: 'high', ...byLevel.high }
  const isNameHit = held.some(({ rule }) => ruleOf(rule).check === 'not-sanctioned')
  return { level, ...byLevel[isNameHit ? 'high' : level] }
}

const isExclusion = (rule: string): boolean => baseExclusions.some(({ id }) => id === rule)
