import { inTurn, perSecond, scattered } from './in-flight.ts'
import { lanesTo, messageOf } from './messages.ts'
import { idOf, posting, type Postings } from './postings.ts'
import { rawInserts, type RawStore } from './raw-store.ts'

const width = 50
const rounds = 5
const inRound = 2_000
const kinds = 3
const measured = rounds * inRound * kinds
const batch = 1_000

/** Loads all but the last postings, many at a time, into both; gives how many a second Mongoose loaded. */
export async function load(postings: Postings, raw: RawStore, documents: number): Promise<number> {
  await postings.createIndexes()
  const batches = (documents - measured) / batch
  const rate = await perSecond(batches, 1, (turn) => postings.insertMany(postingsFrom(turn * batch)))
  rawInserts(raw, 0, documents - measured, batch)
  return rate * batch
}

const postingsFrom = (start: number) => Array.from({ length: batch }, (_, step) => posting(start + step))

/** Inserts a second, one document each: through Mongoose, through the driver, through neither, and raw batches. */
export async function inserts(uri: string, postings: Postings, raw: RawStore, documents: number) {
  const lanes = await lanesTo(uri, width)
  const first = (round: number, kind: number) => documents - measured + (round * kinds + kind) * inRound
  const each = (from: number, act: (number: number) => Promise<unknown>) =>
    perSecond(inRound, width, (turn) => act(from + turn))
  const rates = await inTurn(rounds, {
    mongoose: (round) => each(first(round, 0), (number) => postings.create(posting(number))),
    driver: (round) => each(first(round, 1), (number) => postings.collection.insertOne(posting(number))),
    messages: (round) => each(first(round, 2), (number) => lanes.ask(insertMessage(number))),
    raw: async (round) => rawInserts(raw, first(round, 0), kinds * inRound, width),
  })
  lanes.close()
  return rates
}

const insertMessage = (number: number) => messageOf({ insert: 'postings', documents: [posting(number)] })

/** Changes of one document each a second, found by id. */
export const updates = (postings: Postings, documents: number): Promise<number> =>
  perSecond(rounds * inRound, width, (turn) =>
    postings.updateOne({ _id: idOf(scattered(turn, documents)) }, { $inc: { revision: 1 } }),
  )
