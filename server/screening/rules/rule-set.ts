import { companyRules } from './company-rules.ts'
import { completeRules } from './complete-rules.ts'
import { distributionRules } from './distribution-rules.ts'
import { conductExclusions } from './exclusions/conduct.ts'
import { goodsExclusions } from './exclusions/goods.ts'
import { standingExclusions } from './exclusions/standing.ts'
import { weaponExclusions } from './exclusions/weapons.ts'
import { genuineRules } from './genuine-rules.ts'
import { goodsRules } from './goods-rules.ts'
import { unicef } from './overlays/unicef.ts'
import { exclusionRules, overlayRules, permittedRules } from './permitted-rules.ts'
import type { Exclusion, Overlay, Rule } from './rule.ts'

/** Names the rules as a whole: raise it with any change to them, and every offer is screened again. */
export const RULES_VERSION = '1'

/** What bars partnership with any entity. */
export const baseExclusions: readonly Exclusion[] = [
  ...standingExclusions,
  ...weaponExclusions,
  ...goodsExclusions,
  ...conductExclusions,
]

/** What single entities add, by the key in their mandate. */
export const overlays: ReadonlyMap<string, Overlay> = new Map(
  [unicef].map((overlay) => [overlay.key, overlay]),
)

export const allRules: readonly Rule[] = [
  ...completeRules,
  ...goodsRules,
  ...genuineRules,
  ...permittedRules,
  ...baseExclusions.flatMap(exclusionRules),
  ...[...overlays.values()].flatMap(({ exclusions }) => exclusions.flatMap(overlayRules)),
  ...companyRules,
  ...distributionRules,
]

const rulesById = new Map(allRules.map((rule) => [rule.id, rule]))

/** Throws a RangeError for an id that no rule bears. */
export function ruleOf(id: string): Rule {
  const rule = rulesById.get(id)
  if (!rule) throw new RangeError(`no rule is called ${id}`)
  return rule
}
