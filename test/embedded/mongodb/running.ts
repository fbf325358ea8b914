import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Db, MongoClient } from 'mongodb'
import { startMongo } from '../../../server/embedded/mongodb/index.ts'

export interface Running {
  uri: string
  folder: string
  client: MongoClient
  db: Db
  /** Stops the server and starts it again over the same folder. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** A server over a temporary folder, with a client. `expiryInterval`: milliseconds between two TTL sweeps. */
export async function run(expiryInterval?: number): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'concord-mongo-test-'))
  const options = expiryInterval === undefined ? { folder } : { folder, expiryInterval }
  const running = { folder } as Running & { stopServer(): Promise<void> }
  const begin = async () => {
    const mongo = await startMongo(options)
    running.uri = mongo.uri
    running.stopServer = mongo.stop
    running.client = new MongoClient(mongo.uri)
    running.db = running.client.db('test')
  }
  const end = async () => {
    await running.client.close()
    await running.stopServer()
  }
  running.restart = async () => {
    await end()
    await begin()
  }
  running.stop = async () => {
    await end()
    await rm(folder, { recursive: true, force: true })
  }
  await begin()
  return running
}
