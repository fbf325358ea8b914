import { readConfig } from '../server/config.ts'
import { startEmbedded } from '../server/embedded/start-embedded.ts'
import { explain } from '../server/explain.ts'

/** Runs the embedded database and search alone, for a database shell or another tool, until a signal comes. */
async function main(): Promise<void> {
  const { dataDir, meiliApiKey } = readConfig(process.env)
  const { mongodb, meilisearch, stop } = await startEmbedded(dataDir, meiliApiKey)
  console.log(JSON.stringify({ mongodb, meilisearch }))
  let stopping = false
  const finish = async () => {
    if (stopping) process.exit(1)
    stopping = true
    await stop()
    process.exit(0)
  }
  process.on('SIGINT', finish)
  process.on('SIGTERM', finish)
}

main().catch((error: unknown) => {
  console.error(explain(error))
  process.exit(1)
})
