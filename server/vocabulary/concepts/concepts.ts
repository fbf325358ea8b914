import { createHash } from 'node:crypto'
import type { Language } from '../languages.ts'
import type { Concept } from './concept.ts'
import children from '../data/concepts/children-and-education.json' with { type: 'json' }
import cities from '../data/concepts/cities-and-industry.json' with { type: 'json' }
import climate from '../data/concepts/climate-and-nature.json' with { type: 'json' }
import digital from '../data/concepts/digital.json' with { type: 'json' }
import economy from '../data/concepts/economy.json' with { type: 'json' }
import energy from '../data/concepts/energy.json' with { type: 'json' }
import food from '../data/concepts/food.json' with { type: 'json' }
import governance from '../data/concepts/governance.json' with { type: 'json' }
import health from '../data/concepts/health.json' with { type: 'json' }
import humanitarian from '../data/concepts/humanitarian.json' with { type: 'json' }
import people from '../data/concepts/people.json' with { type: 'json' }
import water from '../data/concepts/water.json' with { type: 'json' }

/** To be raised when concepts are found in another way; a change of the data shows by itself. */
const METHOD = 1

const themes: readonly (readonly Concept[])[] = [
  health,
  water,
  food,
  energy,
  climate,
  children,
  people,
  humanitarian,
  economy,
  digital,
  governance,
  cities,
]
const concepts = themes.flat()
const conceptsById = new Map(concepts.map((concept) => [concept.id, concept] as const))

/** Differs wherever the same text could yield other concepts, so that what was derived can be derived anew. */
export const VOCABULARY_VERSION = `${METHOD}-${digest(concepts)}`

export function allConcepts(): readonly Concept[] {
  return concepts
}

export function isConcept(id: string): boolean {
  return conceptsById.has(id)
}

/** The concept's name in the language; the id itself where it is unknown, as after a change of vocabulary. */
export function conceptLabel(id: string, language: Language): string {
  return conceptsById.get(id)?.labels[language] ?? id
}

/** Goals, 1 to 17, that the subject mostly serves; [] for an unknown concept. */
export function relatedSdgs(id: string): readonly number[] {
  return conceptsById.get(id)?.sdgs ?? []
}

/** The wider subjects, nearest first; [] at the top and for an unknown concept. */
export function broaderOf(id: string): string[] {
  const broader = conceptsById.get(id)?.broader
  return broader === undefined ? [] : [broader, ...broaderOf(broader)]
}

/** Subjects that terms of this one contain without being about them, as a wind farm is about no farming. */
export function hiddenBy(id: string): readonly string[] {
  return conceptsById.get(id)?.hides ?? []
}

function digest(data: unknown): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 12)
}
