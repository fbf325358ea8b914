import type { DemoNeed } from '../types.ts'
import { arabicRecoveryNeeds } from './arabic/recovery.ts'
import { arabicReliefNeeds } from './arabic/relief.ts'
import { chineseNeeds } from './chinese.ts'
import { englishClimateAndNatureNeeds } from './english/climate-and-nature.ts'
import { englishHealthAndWaterNeeds } from './english/health-and-water.ts'
import { englishReliefNeeds } from './english/relief.ts'
import { englishRightsAndCitiesNeeds } from './english/rights-and-cities.ts'
import { englishSchoolsAndSkillsNeeds } from './english/schools-and-skills.ts'
import { englishWorkAndTradeNeeds } from './english/work-and-trade.ts'
import { frenchHealthAndWomenNeeds } from './french/health-and-women.ts'
import { frenchLandAndWorkNeeds } from './french/land-and-work.ts'
import { frenchReliefNeeds } from './french/relief.ts'
import { russianNeeds } from './russian.ts'
import { spanishLandAndWorkNeeds } from './spanish/land-and-work.ts'
import { spanishPeopleNeeds } from './spanish/people.ts'

export const demoNeeds: DemoNeed[] = [
  ...englishReliefNeeds,
  ...englishHealthAndWaterNeeds,
  ...englishSchoolsAndSkillsNeeds,
  ...englishWorkAndTradeNeeds,
  ...englishClimateAndNatureNeeds,
  ...englishRightsAndCitiesNeeds,
  ...frenchReliefNeeds,
  ...frenchHealthAndWomenNeeds,
  ...frenchLandAndWorkNeeds,
  ...spanishPeopleNeeds,
  ...spanishLandAndWorkNeeds,
  ...arabicReliefNeeds,
  ...arabicRecoveryNeeds,
  ...chineseNeeds,
  ...russianNeeds,
]
