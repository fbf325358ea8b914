import type { Offer } from '../offers/offer.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { endOf } from '../postings/posting-end.ts'
import { newId } from '../records/new-id.ts'
import { expandPlaces } from '../vocabulary/places.ts'
import { endedAt, nextReminder, question, serves, type Answer } from './answer.ts'

/** An answer as it is stored; `remindAt` is the moment at which the sweep looks at it next. */
export type StoredQuestion = Answer & { remindAt: Date }

/**
 * What is to be asked, asked anew or no longer asked of the entities that a cleared offer is routed to, given what
 * was asked before. An entity is asked once, whatever revisions follow; one whose question ended before it was due
 * gets a whole term when the offer is back. Nothing that was answered changes.
 */
export function questionsFor(
  offer: Offer,
  unSide: Organisation[],
  known: Answer[],
  now: Date,
): { asked: StoredQuestion[]; changed: StoredQuestion[] } {
  const speakers = speakersOf(offer, unSide)
  const until = endOf(offer) ?? null
  const before = new Map(known.map((answer) => [answer.organisationId, answer]))
  const asked = [...speakers]
    .filter(([organisationId]) => !before.has(organisationId))
    .map(([organisationId, theirs]) => newQuestion(offer.id, organisationId, theirs, until, now))
  const changed = known
    .filter(({ word }) => !word)
    .flatMap((answer) => changedQuestion(answer, speakers.get(answer.organisationId), until, now) ?? [])
  return { asked, changed }
}

/** A question to somebody whom the routes did not name, but another entity did. */
export function passedQuestion(
  offer: Offer,
  to: Organisation,
  offices: Organisation[],
  passedOn: Answer['passedOn'],
  now: Date,
): StoredQuestion {
  const places = new Set(expandPlaces(offer))
  const serving = offices.filter(({ countries }) => serves(countries, places, offer))
  const speakers = [to.id, ...serving.map(({ id }) => id)]
  return { ...newQuestion(offer.id, to.id, speakers, endOf(offer) ?? null, now), passedOn }
}

function newQuestion(
  offerId: string,
  organisationId: string,
  speakers: string[],
  until: Date | null,
  now: Date,
): StoredQuestion {
  const { dueAt, ...asked } = question(now)
  const remindAt = nextReminder(dueAt, now)
  return { id: newId(), offerId, organisationId, speakers, ...asked, dueAt, remindAt, until }
}

/** Entities and own offices that the offer is routed to, each with those who may answer for it. */
function speakersOf(offer: Offer, unSide: Organisation[]): Map<string, string[]> {
  const parentOf = new Map(unSide.map(({ id, parentId }) => [id, parentId]))
  const speakers = new Map<string, string[]>()
  for (const { organisationId } of offer.screening?.routes ?? []) {
    const asked = parentOf.get(organisationId) ?? organisationId
    speakers.set(asked, [...new Set([...(speakers.get(asked) ?? [asked]), organisationId])])
  }
  return speakers
}

function changedQuestion(
  answer: Answer,
  routed: string[] | undefined,
  until: Date | null,
  now: Date,
): StoredQuestion | null {
  if (!routed && !answer.passedOn) return answer.closedAt ? null : ended(answer, now)
  const speakers = routed ?? answer.speakers
  const over = endedAt(answer)
  const stopped = over !== null && over <= now
  if (stopped && over <= answer.dueAt) {
    const { dueAt } = question(now)
    return { ...answer, speakers, until, dueAt, closedAt: null, remindAt: nextReminder(dueAt, now) }
  }
  const same = speakers.join() === answer.speakers.join() && until?.getTime() === answer.until?.getTime()
  if (same && !answer.closedAt) return null
  return { ...answer, speakers, until, closedAt: null, remindAt: nextReminder(answer.dueAt, now) }
}

const ended = (answer: Answer, now: Date): StoredQuestion => ({ ...answer, closedAt: now, remindAt: now })
