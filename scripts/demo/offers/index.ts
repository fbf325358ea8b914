import type { DemoOffer } from '../types.ts'
import { contohPalmOffers } from './contoh-palm.ts'
import { exampleSolarOffers } from './example-solar.ts'
import { exempleEauOffers } from './exemple-eau.ts'
import { inventedLeafOffers } from './invented-leaf.ts'
import { muestraAlimentosOffers } from './muestra-alimentos.ts'
import { namouthajLearningOffers } from './namouthaj-learning.ts'
import { obrazetsLogisticsOffers } from './obrazets-logistics.ts'
import { paradeigmaShippingOffers } from './paradeigma-shipping.ts'
import { shiliColdChainOffers } from './shili-cold-chain.ts'
import { specimenPharmaOffers } from './specimen-pharma.ts'

/** In the order to post them: a near-duplicate comes after the offer that it repeats. */
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
]
