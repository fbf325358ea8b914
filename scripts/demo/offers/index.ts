import type { DemoOffer } from '../types.ts'
import { citiesSeasAndForestsOffers } from './cities-seas-and-forests.ts'
import { contohPalmOffers } from './contoh-palm.ts'
import { draftOffers } from './drafts.ts'
import { energyAndClimateOffers } from './energy-and-climate.ts'
import { exampleSolarOffers } from './example-solar.ts'
import { exempleEauOffers } from './exemple-eau.ts'
import { foodAndFarmingOffers } from './food-and-farming.ts'
import { healthOffers } from './health.ts'
import { inventedLeafOffers } from './invented-leaf.ts'
import { moneyAndVoicesOffers } from './money-and-voices.ts'
import { muestraAlimentosOffers } from './muestra-alimentos.ts'
import { namouthajLearningOffers } from './namouthaj-learning.ts'
import { networksAndDataOffers } from './networks-and-data.ts'
import { obrazetsLogisticsOffers } from './obrazets-logistics.ts'
import { paradeigmaShippingOffers } from './paradeigma-shipping.ts'
import { questionsForPeople } from './questions-for-people.ts'
import { schoolsAndSkillsOffers } from './schools-and-skills.ts'
import { sentBack } from './sent-back.ts'
import { shelterAndTransportOffers } from './shelter-and-transport.ts'
import { shiliColdChainOffers } from './shili-cold-chain.ts'
import { specimenPharmaOffers } from './specimen-pharma.ts'
import { waterOffers } from './water.ts'

/** Those of the ten companies that were there first, then the others by what they are about. */
export const demoOffers: DemoOffer[] = [
  ...exampleSolarOffers,
  ...shiliColdChainOffers,
  ...exempleEauOffers,
  ...muestraAlimentosOffers,
  ...namouthajLearningOffers,
  ...obrazetsLogisticsOffers,
  ...specimenPharmaOffers,
  ...contohPalmOffers,
  ...inventedLeafOffers,
  ...paradeigmaShippingOffers,
  ...healthOffers,
  ...waterOffers,
  ...foodAndFarmingOffers,
  ...schoolsAndSkillsOffers,
  ...energyAndClimateOffers,
  ...shelterAndTransportOffers,
  ...networksAndDataOffers,
  ...citiesSeasAndForestsOffers,
  ...moneyAndVoicesOffers,
  ...questionsForPeople,
  ...sentBack,
  ...draftOffers,
]
