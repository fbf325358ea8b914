import { startMongo } from '../../../server/embedded/mongodb/index.ts'

/** A process that only serves the folder named on its command line, to be killed. */
const { uri } = await startMongo({ folder: process.argv[2] as string })
process.stdout.write(`${uri}\n`)
