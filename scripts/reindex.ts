import { readConfig } from '../server/config.ts'
import { connect } from '../server/connect.ts'
import type { Indexing } from '../server/indexing/keep-indexes.ts'
import { runCommand, WrongCall } from './run-command.ts'

const pauseMilliseconds = 1_000

function wanted({ kinds }: Indexing, name: string | undefined): string[] {
  const uids = kinds.map(({ uid }) => uid)
  if (name === undefined) return uids
  if (uids.includes(name)) return [name]
  throw new WrongCall(`The index ${name} is not known; known are ${uids.join(', ')}`)
}

/** Waits while another process builds the same index. */
async function rebuild(indexing: Indexing, uid: string): Promise<{ documents: number; seconds: number }> {
  const started = performance.now()
  const progress = (documents: number) => process.stderr.write(`${uid}: ${documents} documents\n`)
  for (;;) {
    const documents = await indexing.rebuild(uid, progress)
    if (documents !== null)
      return { documents, seconds: Math.round((performance.now() - started) / 100) / 10 }
    process.stderr.write(`${uid}: another process is building it\n`)
    await new Promise((done) => setTimeout(done, pauseMilliseconds))
  }
}

/** Builds all search indexes anew, or the one that is named, beside those in use, and swaps them. */
async function main([name]: string[]): Promise<void> {
  const { services, disconnect } = await connect(readConfig(process.env), { join: true, leaveIndexes: true })
  const indexes: Record<string, { documents: number; seconds: number }> = {}
  for (const uid of wanted(services.indexing, name)) indexes[uid] = await rebuild(services.indexing, uid)
  await disconnect()
  process.stdout.write(`${JSON.stringify({ indexes })}\n`)
}

await runCommand(main)
