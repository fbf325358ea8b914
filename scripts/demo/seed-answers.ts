import { createHash } from 'node:crypto'
import { endedAt, notNowReasons, type Answer, type Said } from '../../server/answers/answer.ts'
import type { Services } from '../../server/services.ts'
import { demoId } from './demo-id.ts'
import { demoCounterparts, demoGuides, emailOf } from './people.ts'

const day = 86_400_000
/** Of entities, between the slowest and the most reliable, how many of a hundred offers they answer. */
const leastAnswered = 62
const mostAnswered = 97
/** Most answers come within as many days. */
const usualDays = 11
const latestDays = 19
const interestedOfHundred = 18
/** What was asked so recently waits on the desks of the demo. */
const stillOpenDays = 9

type Stored = Omit<Answer, 'id'> & { _id: string }

/** A number from 0 to 99 that is the same for the same words, so that seeding again answers alike. */
const drawn = (...words: string[]): number =>
  createHash('sha256').update(words.join(':')).digest().readUInt16BE(0) % 100

/**
 * What focal points said during the year, so that entities have a record of answers. Only what nobody has answered is
 * touched; nobody is told of an answer that lies in the past.
 */
export async function seedAnswers({ connection, organisations }: Services, now: Date): Promise<void> {
  const answers = connection.collection<Stored>('answers')
  const named = new Map((await organisations.unSide()).map(({ id, name }) => [id, name]))
  const writes = (await answers.find({ word: null }).toArray()).flatMap((answer) => {
    const word = wordFor(answer, named.get(answer.organisationId) ?? '', now)
    return word ? { updateOne: { filter: { _id: answer._id, word: null }, update: { $set: { word } } } } : []
  })
  if (writes.length > 0) await answers.bulkWrite(writes, { ordered: false })
}

function wordFor(answer: Stored, organisation: string, now: Date): Answer['word'] {
  const { offerId, organisationId, askedAt } = answer
  const reliability = leastAnswered + (drawn(organisationId) * (mostAnswered - leastAnswered)) / 100
  if (drawn('answered', offerId, organisationId) >= reliability) return null
  const at = new Date(askedAt.getTime() + daysTaken(offerId, organisationId) * day)
  const ended = endedAt(answer)
  const isTooRecent = now.getTime() - askedAt.getTime() < stillOpenDays * day
  if (isTooRecent || at >= now || (ended && at >= ended)) return null
  return { ...saidAbout(offerId, organisationId), at, by: focalPoint(organisationId, organisation) }
}

/** Entities differ in pace: a brisk one takes a third of the time of a slow one. */
function daysTaken(offerId: string, organisationId: string): number {
  const pace = (50 + drawn('pace', organisationId)) / 150
  const share = drawn('days', offerId, organisationId) / 100
  return 0.3 + pace * (share > 0.9 ? latestDays : share * usualDays)
}

function saidAbout(offerId: string, organisationId: string): Said {
  if (drawn('kind', offerId, organisationId) < interestedOfHundred) return { kind: 'interested' }
  const place = drawn('reason', offerId, organisationId) % notNowReasons.length
  return { kind: 'not-now', reason: notNowReasons[place] ?? 'other' }
}

function focalPoint(organisationId: string, organisation: string) {
  const people = [...demoGuides, ...demoCounterparts]
  const person = people.find((one) => demoId(one.organisation) === organisationId)
  const accountId = person ? demoId(emailOf(person)) : demoId(`focal-point:${organisationId}`)
  return { accountId, name: person?.name ?? 'Focal Point', organisation }
}
