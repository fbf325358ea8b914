import { isGeneral, isSetting, isWide } from './broad-concepts.ts'
import { isCommon, isFieldWord } from './common-words.ts'

/** How much a shared stem or concept tells, 0 (in every posting) to 1 (in hardly any). */
export interface Rarity {
  ofStem(stem: string): number
  ofConcept(concept: string): number
}

/** How often something stands in a collection; `undefined` where nobody asked yet. */
export interface Frequencies {
  documents: number
  ofStem(stem: string): number | undefined
  ofConcept(concept: string): number | undefined
}

const telling = 0.6
const common = 0.15
const field = 0.35
const tellingConcept = 1
const wide = 0.5
const setting = 0.35
const general = 0.2
/** From about this many postings on, their own figures count more than what we suppose. */
const trustedSize = 500

/** What is supposed of words and concepts as long as no collection says otherwise. */
export const supposedRarity: Rarity = {
  ofStem: (stem) => (isCommon(stem) ? common : isFieldWord(stem) ? field : telling),
  ofConcept: (concept) => {
    if (isGeneral(concept)) return general
    if (isSetting(concept)) return setting
    return isWide(concept) ? wide : tellingConcept
  },
}

/**
 * Inverse document frequency, scaled to 0..1, its root taken so that what stands in every twentieth posting still
 * tells something, and mixed with what is supposed, the more of it the smaller the collection: among ten postings a
 * word that stands in two is not therefore common. What is supposed to tell little never tells more.
 */
export function rarityFrom(frequencies: Frequencies): Rarity {
  const { documents } = frequencies
  const trust = documents / (documents + trustedSize)
  const mix = (frequency: number | undefined, supposed: number, plain: number) => {
    if (frequency === undefined || documents === 0) return supposed
    const mixed = trust * inverse(frequency, documents) + (1 - trust) * supposed
    return supposed < plain ? Math.min(supposed, mixed) : mixed
  }
  return {
    ofStem: (stem) => mix(frequencies.ofStem(stem), supposedRarity.ofStem(stem), telling),
    ofConcept: (concept) =>
      mix(frequencies.ofConcept(concept), supposedRarity.ofConcept(concept), tellingConcept),
  }
}

const inverse = (frequency: number, documents: number): number =>
  Math.min(1, Math.sqrt(Math.log(1 + documents / (1 + frequency)) / Math.log(1 + documents)))
