import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { deserialize } from 'bson'
import { inTurn, perSecond, scattered } from './in-flight.ts'
import { openLanes, type Lanes } from './lanes.ts'
import { lanesTo, messageOf, messagePreamble } from './messages.ts'
import { idOf, referenceOf, type Postings } from './postings.ts'

const width = 50
const rounds = 5
const inRound = 4_000

/** What is read, and by which ways. */
export interface ReadPlaces {
  postings: Postings
  uri: string
  /** a copy of the documents without a server above it, and where its echo shall listen */
  echo: { folder: string; path: string }
}

/**
 * Reads a second of documents chosen as if at random: through Mongoose, in messages without a driver, and by the
 * yardstick, which is an `lmdb` get, an echo over a socket and one decode.
 */
export async function readRates({ postings, uri, echo }: ReadPlaces, documents: number) {
  const number = (turn: number) => scattered(turn, documents)
  const worker = new Worker(new URL('./echo-thread.mjs', import.meta.url), { workerData: echo })
  await once(worker, 'message')
  const [messages, echoes] = [await lanesTo(uri, width), await openLanes(echo.path, width)]
  const rates = await inTurn(rounds, {
    id: () => reads((turn) => postings.findById(idOf(number(turn))).lean()),
    unique: () => reads((turn) => postings.findOne({ reference: referenceOf(number(turn)) }).lean()),
    sorted: () => reads(() => postings.find({ status: 'held' }).sort({ createdAt: -1 }).limit(20).lean(), 10),
    messages: () => reads(async (turn) => decoded(messages, findMessage(number(turn)), messagePreamble)),
    echo: () => reads(async (turn) => decoded(echoes, Buffer.from(idOf(number(turn)).id), 0)),
  })
  messages.close()
  echoes.close()
  await worker.terminate()
  return rates
}

const reads = (act: (turn: number) => Promise<unknown>, less = 1) => perSecond(inRound / less, width, act)

const decoded = async (lanes: Lanes, question: Buffer, skipped: number) =>
  deserialize((await lanes.ask(question)).subarray(skipped))

const findMessage = (number: number) =>
  messageOf({ find: 'postings', filter: { _id: idOf(number) }, limit: 1, singleBatch: true })
