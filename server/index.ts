import { readConfig } from './config.ts'
import { explain } from './explain.ts'

try {
  const config = readConfig(process.env)
  const { start } = await import('./start.ts')
  await start(config)
} catch (error) {
  console.error(explain(error))
  process.exit(1)
}
