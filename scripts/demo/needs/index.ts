import type { DemoNeed } from '../types.ts'
import { englishNeeds } from './english.ts'

export const demoNeeds: DemoNeed[] = [...englishNeeds]
