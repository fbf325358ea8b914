import type { Document } from 'mongodb'
import type { Connection } from 'mongoose'
import type { Answer } from '../answers/answer.ts'
import type { Need } from '../needs/need.ts'
import { plain } from '../records/plain.ts'
import { answerMilestones, matchMilestones } from './milestone-pipelines.ts'
import type { CountedOffer, Milestones } from './offer-fate.ts'
import type { Span } from './period.ts'

/** Of a need what the figures read: all but its text, as its state may follow from any of the rest. */
export type CountedNeed = Omit<Need, 'title' | 'description'>

/** Of an answer what the figures read. */
export type CountedAnswer = Pick<
  Answer,
  'organisationId' | 'askedAt' | 'dueAt' | 'until' | 'closedAt' | 'word'
>

interface Stored {
  _id: string
}

const text = { title: 0, description: 0, effects: 0, work: 0 }
const ofOffers = {
  ...text,
  'screening.suggestions': 0,
  'screening.routes': 0,
  'screening.findings.reasons.facts': 0,
}
const ofAnswers = {
  organisationId: 1,
  askedAt: 1,
  dueAt: 1,
  until: 1,
  closedAt: 1,
  'word.at': 1,
  'word.kind': 1,
}

/** Many small documents at once: what is read of each is little. */
const batchSize = 2_000

export type FiguresStore = ReturnType<typeof figuresStore>

/** What the figures are counted from, read one by one, so that no collection is held in memory. */
export function figuresStore(connection: Connection) {
  const publishedIn = ({ from, until }: Span) => ({
    publishedAt: { $ne: null, ...(from && { $gte: from }), $lte: until },
  })

  async function* read<T>(collection: string, conditions: object, projection: object): AsyncGenerator<T> {
    const options = { projection, batchSize }
    const found = connection.collection<Stored>(collection).find(conditions, options)
    for await (const document of found) yield plain(document) as T
  }

  return {
    offers: (span: Span) => read<CountedOffer>('offers', publishedIn(span), ofOffers),
    async *needs(span: Span): AsyncGenerator<CountedNeed> {
      for await (const need of read<CountedNeed>('needs', publishedIn(span), text))
        yield { ...need, side: 'need' }
    },

    /** Asked within a span, of whichever organisation. */
    answers: ({ from, until }: Span) =>
      read<CountedAnswer>('answers', { askedAt: { ...(from && { $gte: from }), $lte: until } }, ofAnswers),

    /** By offer, when the UN side first did something about it. */
    async milestones(): Promise<Map<string, Milestones>> {
      const grouped = (collection: string, pipeline: object[]) =>
        connection
          .collection<Stored>(collection)
          .aggregate<Milestones & Stored>(pipeline as Document[])
          .toArray()
      const matches = await grouped('matches', matchMilestones)
      const milestones = new Map(matches.map(({ _id, ...moments }) => [_id, moments as Milestones]))
      for (const { _id, answeredAt } of await grouped('answers', answerMilestones)) {
        const known = milestones.get(_id)
        milestones.set(_id, { ...known, answeredAt: earlier(known?.answeredAt, answeredAt) })
      }
      return milestones
    },
  }
}

const earlier = (one?: Date | null, other?: Date | null): Date | undefined =>
  one && other ? (one < other ? one : other) : (one ?? other ?? undefined)
