import { join } from 'node:path'
import mongoose from 'mongoose'
import { openCatalog } from '../../../server/embedded/mongodb/collections/catalog.ts'
import { startMongo } from '../../../server/embedded/mongodb/index.ts'
import { openStore } from '../../../server/embedded/mongodb/storage/store.ts'
import { rounded, timed } from '../figures.ts'
import { mixedLoad, ownMemory } from './memory.ts'
import { postingsOn, type Postings } from './postings.ts'
import { openRaw, type RawStore } from './raw-store.ts'
import { readRates } from './reads.ts'
import { scanTimes } from './scan.ts'
import { inserts, load, updates } from './writes.ts'

/** Prints the embedded database's figures as one JSON line. Arguments: an empty folder, minutes of mixed load. */
const [folder = '', minutes = '1'] = process.argv.slice(2)
const documents = 100_000
const places = { mongo: join(folder, 'mongodb'), raw: join(folder, 'raw'), socket: join(folder, 'echo.sock') }
const say = (line: string) => process.stderr.write(`${line}\n`)

async function writeFigures(uri: string, postings: Postings, raw: RawStore) {
  say(`loading ${documents} documents`)
  const loaded = await load(postings, raw, documents)
  const memory = ownMemory()
  say('inserting')
  const rates = await inserts(uri, postings, raw, documents)
  return {
    insertRatio: rounded(rates.mongoose / rates.raw),
    insertDriverRatio: rounded(rates.driver / rates.raw),
    insertServerRatio: rounded(rates.messages / rates.raw),
    insertsPerSecond: rounded(rates.mongoose, 0),
    rawInsertsPerSecond: rounded(rates.raw, 0),
    loadedPerSecond: rounded(loaded, 0),
    updatesPerSecond: rounded(await updates(postings, documents), 0),
    memoryLoadedMegabytes: rounded(memory, 0),
  }
}

async function readFigures(uri: string, postings: Postings) {
  say('reading')
  const echo = { folder: places.raw, path: places.socket }
  const rates = await readRates({ postings, uri, echo }, documents)
  return {
    findByIdRatio: rounded(rates.id / rates.echo),
    findUniqueRatio: rounded(rates.unique / rates.echo),
    findServerRatio: rounded(rates.messages / rates.echo),
    findSortedRatio: rounded((rates.sorted * 20) / rates.echo),
    findByIdPerSecond: rounded(rates.id, 0),
    rawReadsPerSecond: rounded(rates.echo, 0),
  }
}

async function scanFigures(postings: Postings, raw: RawStore) {
  say('scanning')
  const { scan, raw: yardstick, stall } = await scanTimes(postings, raw)
  return {
    scanRatio: rounded(scan / yardstick),
    scanMilliseconds: rounded(scan, 0),
    stallMilliseconds: rounded(stall, 0),
  }
}

async function memoryFigures(postings: Postings) {
  say(`mixed load for ${minutes} min`)
  const { operations, early, late } = await mixedLoad(postings, documents, Number(minutes))
  return {
    mixedMinutes: Number(minutes),
    mixedOperations: operations,
    memoryEarlyMegabytes: rounded(early, 0),
    memoryLateMegabytes: rounded(late, 0),
  }
}

/** Milliseconds until the store and its catalog are open, once the server has left the folder. */
async function openingTime(): Promise<number> {
  let store: ReturnType<typeof openStore> | undefined
  const milliseconds = await timed(async () => {
    store = openStore(places.mongo, '')
    openCatalog(store)
  })
  await store?.close()
  return milliseconds
}

async function measure() {
  const mongo = await startMongo({ folder: places.mongo })
  const connection = await mongoose.createConnection(mongo.uri, { dbName: 'bench' }).asPromise()
  const postings = postingsOn(connection)
  const raw = openRaw(places.raw)
  const figures = {
    ...(await writeFigures(mongo.uri, postings, raw)),
    ...(await readFigures(mongo.uri, postings)),
    ...(await scanFigures(postings, raw)),
    ...(await memoryFigures(postings)),
  }
  await connection.close()
  await mongo.stop()
  await raw.close()
  return { ...figures, openMilliseconds: rounded(await openingTime(), 0) }
}

console.log(JSON.stringify(await measure()))
process.exit()
