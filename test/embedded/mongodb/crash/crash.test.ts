import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Collection, MongoClient } from 'mongodb'
import { checkFolder } from '../../../../server/embedded/mongodb/operations/check-folder.ts'
import { addressOf, kill, spawnServer } from '../serving.ts'
import { compare } from './verdict.ts'
import { type Crate, createLedger, keepWriting } from './writers.ts'

/** `CRASH_KILLS=200` for a long run. */
const kills = Number(process.env.CRASH_KILLS ?? 8)
const connections = 4
const writersEach = 3

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-mongo-test-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

/** Some die before they are up. */
async function serve(): Promise<{ server: ChildProcess; uri: string }> {
  const server = spawnServer(folder)
  if (Math.random() < 0.1) {
    await wait(Math.random() * 800)
    await kill(server)
    return serve()
  }
  return { server, uri: await addressOf(server) }
}

const cratesOf = (client: MongoClient): Collection<Crate> => client.db('store').collection<Crate>('crates')

test(
  `${kills} kills amid writes lose nothing that was acknowledged and tear nothing`,
  async () => {
    const ledger = createLedger()
    let checked = 0
    for (let killed = 0; killed <= kills; killed++) {
      const { server, uri } = await serve()
      const clients = Array.from(
        { length: connections },
        () => new MongoClient(uri, { serverSelectionTimeoutMS: 500 }),
      )
      const crates = cratesOf(clients[0] as MongoClient)
      await crates.createIndexes([
        { key: { code: 1 }, unique: true },
        { key: { tags: 1, version: -1 } },
        { key: { tags: 1 } },
      ])
      const report = await checkFolder(folder, () => undefined)
      const faults = compare(await crates.find().toArray(), ledger)
      expect({ killed, faults, damages: report.faults }).toEqual({ killed, faults: [], damages: [] })
      checked += report.documents
      const writers = clients.flatMap((client, at) =>
        Array.from({ length: writersEach }, (_, writer) =>
          keepWriting(cratesOf(client), `w${at}${writer}`, ledger),
        ),
      )
      await wait(10 + Math.random() * 290)
      await kill(server)
      await Promise.all(writers)
      await Promise.all(clients.map((client) => client.close()))
    }
    if (process.env.CRASH_KILLS)
      process.stderr.write(
        `${kills} kills, ${ledger.writes} writes acknowledged, ${checked} documents checked\n`,
      )
    expect(ledger.writes).toBeGreaterThan(kills * 20)
  },
  60_000 + kills * 5_000,
)
