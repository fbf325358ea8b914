import { randomBytes } from 'node:crypto'
import { accessSync, constants, mkdirSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FolderInUse, lockFolder } from './lock.ts'
import { startMeilisearch } from './meilisearch/index.ts'
import { startMongo } from './mongodb/index.ts'

/** How to reach a running embedded database and search; also what `embedded.json` holds. */
export interface EmbeddedAddresses {
  mongodb: string
  meilisearch: { host: string; apiKey: string }
}

export interface Embedded extends EmbeddedAddresses {
  stop(): Promise<void>
}

/** Which of the two are wanted; a part that is a real server elsewhere is not started. */
export interface Wanted {
  mongodb: boolean
  meilisearch: boolean
}

const both: Wanted = { mongodb: true, meilisearch: true }

/**
 * Starts the stand-ins over `dataDir` and writes how to reach them to `dataDir/embedded.json` (mode 0600).
 * Throws `FolderInUse` where another process runs them already.
 */
export async function startEmbedded(dataDir: string, apiKey?: string, wanted = both): Promise<Embedded> {
  mkdirSync(dataDir, { recursive: true })
  accessSync(dataDir, constants.R_OK | constants.W_OK)
  const lock = await lockFolder(dataDir)
  const key = apiKey ?? randomBytes(24).toString('base64url')
  const [mongo, search] = await Promise.all([
    wanted.mongodb ? startMongo({ folder: join(dataDir, 'mongodb') }) : notStarted,
    wanted.meilisearch ? startMeilisearch({ folder: join(dataDir, 'meilisearch'), apiKey: key }) : notStarted,
  ])
  const addresses = { mongodb: mongo.uri, meilisearch: { host: search.host, apiKey: key } }
  await publish(dataDir, addresses)
  return {
    ...addresses,
    async stop() {
      await rm(join(dataDir, 'embedded.json'), { force: true })
      await Promise.all([mongo.stop(), search.stop()])
      await lock.release()
    },
  }
}

const notStarted = { uri: '', host: '', stop: async () => {} }

/**
 * Starts them or, where another process did, connects to that one's (`stop` then leaves them running).
 * For commands that work beside a running server or alone.
 */
export async function joinEmbedded(dataDir: string, apiKey?: string): Promise<Embedded> {
  try {
    return await startEmbedded(dataDir, apiKey)
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error
    return { ...(await published(dataDir)), stop: async () => {} }
  }
}

/** Waits up to ten seconds: whoever holds the lock writes the addresses a moment later. */
async function published(dataDir: string, triesLeft = 50): Promise<EmbeddedAddresses> {
  try {
    return JSON.parse(await readFile(join(dataDir, 'embedded.json'), 'utf8')) as EmbeddedAddresses
  } catch (error) {
    if (triesLeft === 0) throw error
    await new Promise((done) => setTimeout(done, 200))
    return published(dataDir, triesLeft - 1)
  }
}

async function publish(dataDir: string, addresses: EmbeddedAddresses): Promise<void> {
  const path = join(dataDir, 'embedded.json')
  await writeFile(`${path}.new`, JSON.stringify(addresses), { mode: 0o600 })
  await rename(`${path}.new`, path)
}
