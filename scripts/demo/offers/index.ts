import type { DemoOffer } from '../types.ts'
import { englishOffers } from './english.ts'

export const demoOffers: DemoOffer[] = [...englishOffers]
