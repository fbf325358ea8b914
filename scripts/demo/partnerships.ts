import { businessPartnerships } from './partnerships/business.ts'
import { healthAndWaterPartnerships } from './partnerships/health-and-water.ts'
import { refugeAndLearningPartnerships } from './partnerships/refuge-and-learning.ts'
import { reliefPartnerships } from './partnerships/relief.ts'
import type { DemoPartnership } from './types.ts'

/**
 * Partnerships that took place, as facts from public reports in our own words. The companies are no users of the demo,
 * so they stand here by name alone.
 */
export const demoPartnerships: DemoPartnership[] = [
  ...reliefPartnerships,
  ...healthAndWaterPartnerships,
  ...businessPartnerships,
  ...refugeAndLearningPartnerships,
]
