import type { DemoNeed } from '../types.ts'
import { arabicNeeds } from './arabic.ts'
import { chineseNeeds } from './chinese.ts'
import { englishNeeds } from './english.ts'
import { frenchNeeds } from './french.ts'
import { russianNeeds } from './russian.ts'
import { spanishNeeds } from './spanish.ts'

export const demoNeeds: DemoNeed[] = [
  ...englishNeeds,
  ...frenchNeeds,
  ...spanishNeeds,
  ...arabicNeeds,
  ...russianNeeds,
  ...chineseNeeds,
]
