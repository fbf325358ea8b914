import { compact } from '../../../server/embedded/mongodb/operations/compact.ts'

/** A process that compacts a folder and dies where it would tell that it begins with something. */
const [folder, moment] = process.argv.slice(2) as [string, string]
await compact(folder, (line) => {
  if (line.startsWith(moment)) process.kill(process.pid, 'SIGKILL')
})
