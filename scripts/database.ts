import { join } from 'node:path'
import { readConfig } from '../server/config.ts'
import { backUp } from '../server/embedded/mongodb/operations/back-up.ts'
import { checkFolder, type Report } from '../server/embedded/mongodb/operations/check-folder.ts'
import { compact } from '../server/embedded/mongodb/operations/compact.ts'
import { restore } from '../server/embedded/mongodb/operations/restore.ts'
import { megabytes } from '../server/embedded/mongodb/operations/tell.ts'
import { runCommand, WrongCall } from './run-command.ts'

const tell = (progress: string): void => void process.stderr.write(`${progress}\n`)

interface Operation {
  /** Whether a folder is named after it: the backup's. */
  namesFolder: boolean
  run(database: string, backup: string): Promise<Outcome>
}

const operations: Record<string, Operation> = {
  check: {
    namesFolder: false,
    run: async (database) => judged(await checkFolder(database, tell), 'are in order'),
  },
  compact: {
    namesFolder: false,
    run: async (database) => {
      const { bytesBefore, bytesAfter } = await compact(database, tell)
      return { lines: [`${megabytes(bytesBefore)} became ${megabytes(bytesAfter)}.`], isWell: true }
    },
  },
  backup: {
    namesFolder: true,
    run: async (database, backup) =>
      judged(await backUp(database, backup, tell), `are backed up in ${backup}`),
  },
  restore: {
    namesFolder: true,
    run: async (database, backup) =>
      judged(await restore(backup, database, tell), `are restored to ${database}`),
  },
}

/** The lines to print and whether all is well. */
interface Outcome {
  lines: string[]
  isWell: boolean
}

function judged({ collections, documents, entries, faults }: Report, well: string): Outcome {
  const found = `${collections} collections, ${documents} documents, ${entries} index entries`
  if (faults.length === 0) return { lines: [`${found} ${well}.`], isWell: true }
  return { lines: [...faults, `${found}: ${faults.length} faults found.`], isWell: false }
}

async function main([name = '', backup = '', ...others]: string[]): Promise<boolean> {
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined
  if (!operation || operation.namesFolder !== (backup !== '') || others.length > 0)
    throw new WrongCall('Usage: npm run database -- check | compact | backup FOLDER | restore FOLDER')
  const { dataDir, mongodbUri } = readConfig(process.env)
  if (mongodbUri) throw new WrongCall('MONGODB_URI names a database of its own; use its tools')
  const { lines, isWell } = await operation.run(join(dataDir, 'mongodb'), backup)
  for (const line of lines) console.log(line)
  return isWell
}

// A copy of the database is nobody else's to read, whoever made the folder for it.
process.umask(0o077)

await runCommand(main)
