import { start } from './start.ts'
import { explain } from './explain.ts'

try {
  await start(process.env)
} catch (error) {
  console.error(explain(error))
  process.exit(1)
}
