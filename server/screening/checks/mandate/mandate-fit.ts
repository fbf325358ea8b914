import type { Offer } from '../../../offers/offer.ts'
import type { Organisation } from '../../../organisations/organisation.ts'
import { findConcepts } from '../../../vocabulary/concepts/find-concepts.ts'
import { goalOfTarget } from '../../../vocabulary/sdgs.ts'

/** What an offer is about: the goals stated, also by target, and the concepts of its text. */
export interface Subject {
  sdgs: ReadonlySet<number>
  concepts: ReadonlySet<string>
}

/** Relevance and routing ask for the subject of the same offer. */
const subjects = new WeakMap<Offer, Subject>()

export function subjectOf(offer: Offer): Subject {
  const known = subjects.get(offer)
  if (known) return known
  const subject = readSubject(offer)
  subjects.set(offer, subject)
  return subject
}

function readSubject({ title, description, language, sdgs, sdgTargets }: Offer): Subject {
  const goals = sdgTargets.map(goalOfTarget).filter((goal) => goal !== undefined)
  const concepts = findConcepts(`${title}\n${description}`, language).map(({ id }) => id)
  return { sdgs: new Set([...sdgs, ...goals]), concepts: new Set(concepts) }
}

/** Whether the entity's mandate names a goal or concept of the subject. */
export function namesSubject({ mandate }: Organisation, { sdgs, concepts }: Subject): boolean {
  if (!mandate) return false
  return (
    mandate.sdgs.some((goal) => sdgs.has(goal)) || mandate.concepts.some((concept) => concepts.has(concept))
  )
}

/** Whether the entity takes one of the kinds of contribution; an empty list takes every kind. */
export function takesKind(
  { mandate }: Organisation,
  { contributionTypes }: Pick<Offer, 'contributionTypes'>,
): boolean {
  const taken = mandate?.contributionTypes ?? []
  return taken.length === 0 || contributionTypes.some((type) => taken.includes(type))
}

/**
 * Whether the entity is to hear of something of this kind and subject; what names no subject is for every entity
 * that takes its kind.
 */
export const fitsMandate = (
  entity: Organisation,
  kind: Pick<Offer, 'contributionTypes'>,
  subject: Subject,
): boolean => takesKind(entity, kind) && (isUnnamed(subject) || namesSubject(entity, subject))

const isUnnamed = ({ sdgs, concepts }: Subject): boolean => sdgs.size === 0 && concepts.size === 0
