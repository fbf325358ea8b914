import type { Config } from './config.ts'
import { systemClock } from './connections/clock.ts'
import { createLog } from './connections/log.ts'
import { connectMail } from './connections/mail.ts'
import { buildIndexes, connectMongo } from './connections/mongo.ts'
import { connectBell, noBell } from './connections/redis.ts'
import { connectSearch } from './connections/search.ts'
import { joinEmbedded, startEmbedded, type Embedded } from './embedded/start-embedded.ts'
import { createServices, type Services } from './services.ts'

export interface Connected {
  services: Services
  disconnect(): Promise<void>
}

/**
 * Connects to the servers that are configured and starts the embedded ones for the rest; with `join` it uses
 * those of a running server where there is one. `leaveIndexes` for commands that see to the search indexes themselves.
 */
export async function connect(
  config: Config,
  { join = false, leaveIndexes = false } = {},
): Promise<Connected> {
  const log = createLog(config.logLevel)
  const embedded = await embeddedFor(config, join)
  const connection = await connectMongo(config.mongodbUri ?? embedded?.mongodb ?? '')
  const searchServer = config.meiliHost
    ? connectSearch(config.meiliHost, config.meiliApiKey)
    : connectSearch(embedded?.meilisearch.host ?? '', embedded?.meilisearch.apiKey)
  const bell = config.redisUrl ? connectBell(config.redisUrl, log) : noBell
  const mailServer = config.smtpUrl ? connectMail(config.smtpUrl, config.mailFrom) : undefined
  const connections = { config, connection, searchServer, bell, mailServer, log, clock: systemClock() }
  const services = await createServices(connections)
  await buildIndexes(connection)
  if (!leaveIndexes) await services.indexing.start()
  return {
    services,
    async disconnect() {
      await services.indexing.stop()
      await bell.close()
      await connection.close()
      await embedded?.stop()
    },
  }
}

async function embeddedFor(config: Config, join: boolean): Promise<Embedded | undefined> {
  const wanted = { mongodb: !config.mongodbUri, meilisearch: !config.meiliHost }
  if (!wanted.mongodb && !wanted.meilisearch) return undefined
  const open = join ? joinEmbedded : startEmbedded
  return open(config.dataDir, config.meiliApiKey, wanted)
}
