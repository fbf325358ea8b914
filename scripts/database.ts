import { join } from 'node:path'
import { readConfig } from '../server/config.ts'
import { backUp } from '../server/embedded/mongodb/operations/back-up.ts'
import { checkFolder, type Report } from '../server/embedded/mongodb/operations/check-folder.ts'
import { compact } from '../server/embedded/mongodb/operations/compact.ts'
import { restore } from '../server/embedded/mongodb/operations/restore.ts'
import { megabytes } from '../server/embedded/mongodb/operations/tell.ts'
import { explain } from '../server/explain.ts'

/** What was typed can't be done; the message is one line. */
class WrongCall extends Error {}

const tell = (progress: string): void => void process.stderr.write(`${progress}\n`)

/** Each gives the lines to print and whether all is well. */
const operations: Record<string, (folder: string, other: string | undefined) => Promise<Outcome>> = {
  check: async (folder) => judged(await checkFolder(folder, tell), 'are in order'),
  compact: async (folder) => {
    const { bytesBefore, bytesAfter } = await compact(folder, tell)
    return { lines: [`${megabytes(bytesBefore)} became ${megabytes(bytesAfter)}.`], isWell: true }
  },
  backup: async (folder, target) =>
    judged(await backUp(folder, named(target, 'backup'), tell), `are backed up in ${target}`),
  restore: async (folder, backup) =>
    judged(await restore(named(backup, 'restore'), folder, tell), `are restored to ${folder}`),
}

interface Outcome {
  lines: string[]
  isWell: boolean
}

function judged({ collections, documents, entries, faults }: Report, well: string): Outcome {
  const found = `${collections} collections, ${documents} documents, ${entries} index entries`
  if (faults.length === 0) return { lines: [`${found} ${well}.`], isWell: true }
  return { lines: [...faults, `${found}: ${faults.length} faults found.`], isWell: false }
}

function named(folder: string | undefined, operation: string): string {
  if (!folder) throw new WrongCall(`Name the folder of the backup: npm run database -- ${operation} FOLDER`)
  return folder
}

async function main([name, other]: string[]): Promise<boolean> {
  const operation = Object.hasOwn(operations, name ?? '') ? operations[name ?? ''] : undefined
  if (!operation)
    throw new WrongCall('Usage: npm run database -- check | compact | backup FOLDER | restore FOLDER')
  const { dataDir, mongodbUri } = readConfig(process.env)
  if (mongodbUri) throw new WrongCall('MONGODB_URI names a database of its own; use its tools')
  const { lines, isWell } = await operation(join(dataDir, 'mongodb'), other)
  for (const line of lines) console.log(line)
  return isWell
}

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1
} catch (error) {
  console.error(error instanceof WrongCall ? error.message : explain(error))
  process.exitCode = 1
}
