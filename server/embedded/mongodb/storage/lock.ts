import { lstatSync, readFileSync, readlinkSync, rmdirSync, statSync, unlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { RootDatabase } from 'lmdb'
import type { RawTable } from './store.ts'
import { Unusable } from './unusable.ts'

const holderKey = Buffer.from('holder')

interface Holder {
  pid: number
  /** What the system says of when the process started, so that a number used again is not taken for it. */
  started: string
  /** The processes among which `pid` means it; those of another container are counted from 1 again. */
  processes: string
  /** The file that it holds: a copy of the file is held by nobody. */
  file: string
  /** Where it listened: a process that was killed leaves its socket behind. */
  socketPath: string
}

/**
 * Makes this process the one that may write to the folder. The holder is written within a transaction, which the
 * file itself lets one process at a time have; one that has died counts no longer. Gives the function that lets go.
 */
export function lockFolder(
  environment: RootDatabase<Buffer, Buffer>,
  table: RawTable,
  { folder, socketPath }: { folder: string; socketPath: string },
): () => void {
  readHolder(table)
  const self = holderHere(folder, socketPath)
  const other = environment.transactionSync(() => {
    const holder = readHolder(table)
    if (holder && isAlive(holder, self, environment)) return holder
    if (holder?.file === self.file) removeSocket(holder.socketPath)
    table.putSync(holderKey, Buffer.from(JSON.stringify(self)))
    return undefined
  })
  if (other) throw new Unusable(`The database folder ${folder} is in use by process ${other.pid}`)
  return () => void environment.transactionSync(() => table.removeSync(holderKey))
}

function holderHere(folder: string, socketPath: string): Holder {
  const { dev, ino } = statSync(join(folder, 'data.mdb'))
  const started = startOf(process.pid) ?? ''
  return { pid: process.pid, started, processes: processesHere(), file: `${dev}-${ino}`, socketPath }
}

/** Nothing but a socket, and the folder that held nothing else. */
function removeSocket(path: string): void {
  try {
    if (!lstatSync(path).isSocket()) return
    unlinkSync(path)
    rmdirSync(dirname(path))
  } catch {
    // What is gone already, or holds more, is let be.
  }
}

function readHolder(table: RawTable): Holder | undefined {
  const bytes = table.get(holderKey)
  return bytes && (JSON.parse(bytes.toString()) as Holder)
}

/** A number of another container means nothing here, but LMDB's readers are known across them. */
function isAlive(holder: Holder, self: Holder, environment: RootDatabase<Buffer, Buffer>): boolean {
  if (holder.pid === self.pid || holder.file !== self.file) return false
  if (readersOf(environment).includes(holder.pid)) return true
  return holder.processes === self.processes && isRunning(holder)
}

/** The processes that have read the file and are alive. LMDB keeps a place for each, the system its lock. */
function readersOf(environment: RootDatabase<Buffer, Buffer>): number[] {
  environment.readerCheck()
  return [...environment.readerList().matchAll(/^ *(\d+) /gm)].map(([, pid]) => Number(pid))
}

function isRunning({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  const now = startOf(pid)
  return now === undefined || now === started
}

/** The clock tick at which Linux says that the process started; unknown elsewhere. */
function startOf(pid: number): string | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}

/** Linux' name for the space that process numbers count in; elsewhere there is one. */
function processesHere(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}
