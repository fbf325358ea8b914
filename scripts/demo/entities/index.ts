import type { DemoEntity } from '../types.ts'
import { economyEntities } from './economy.ts'
import { natureEntities } from './nature.ts'
import { peopleEntities } from './people.ts'
import { reliefEntities } from './relief.ts'
import { workAndLearningEntities } from './work-and-learning.ts'

/** Forty entities of the United Nations system: names and acronyms are official, mandates are in our own words. */
export const demoEntities: DemoEntity[] = [
  ...peopleEntities,
  ...reliefEntities,
  ...economyEntities,
  ...natureEntities,
  ...workAndLearningEntities,
]
