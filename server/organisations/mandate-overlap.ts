import type { Mandate, Organisation } from './organisation.ts'

/** What a mandate is about. */
export type Field = Pick<Mandate, 'sdgs' | 'concepts'>

/** Two entities whose mandates meet: what both are there for, and what is each one's own. */
export interface Overlap {
  entities: [Organisation, Organisation]
  both: Field
  /** in the order of the entities */
  own: [Field, Field]
}

export function overlapOf(one: Organisation, other: Organisation): Overlap {
  const [first, second] = [fieldOf(one), fieldOf(other)]
  return {
    entities: [one, other],
    both: { sdgs: common(first.sdgs, second.sdgs), concepts: common(first.concepts, second.concepts) },
    own: [beyond(first, second), beyond(second, first)],
  }
}

/** The pairs that share topics, those with the largest part of their topics in common first. */
export function closestPairs(entities: Organisation[], most: number): Overlap[] {
  return entities
    .flatMap((one, index) => entities.slice(index + 1).map((other) => overlapOf(one, other)))
    .filter(({ both }) => both.concepts.length > 0)
    .sort((a, b) => closeness(b) - closeness(a) || nameOf(a).localeCompare(nameOf(b)))
    .slice(0, most)
}

const fieldOf = ({ mandate }: Organisation): Field => mandate ?? { sdgs: [], concepts: [] }

const beyond = (one: Field, other: Field): Field => ({
  sdgs: without(one.sdgs, other.sdgs),
  concepts: without(one.concepts, other.concepts),
})

/** Of all topics of the two, how many are common: 0 to 1. */
function closeness({ both, own }: Overlap): number {
  const all = both.concepts.length + own[0].concepts.length + own[1].concepts.length
  return both.concepts.length / all
}

const nameOf = ({ entities }: Overlap): string => entities.map(({ name }) => name).join()
const common = <T>(some: T[], others: T[]): T[] => some.filter((one) => others.includes(one))
const without = <T>(some: T[], others: T[]): T[] => some.filter((one) => !others.includes(one))
