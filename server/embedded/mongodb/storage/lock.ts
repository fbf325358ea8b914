import { lstatSync, readFileSync, rmdirSync, unlinkSync } from 'node:fs'
import { dirname } from 'node:path'
import type { RootDatabase } from 'lmdb'
import type { Table } from './store.ts'

const holderKey = Buffer.from('holder')

interface Holder {
  pid: number
  /** What the system says of when the process started, so that a number used again is not taken for it. */
  started: string
  /** Where it listened: a process that was killed leaves its socket behind. */
  socketPath: string
}

/**
 * Keeps other processes off the folder. The holder is written within a transaction, which the file itself
 * lets one process at a time have; one that has died counts no longer. Gives the function that lets go.
 */
export function lockFolder(
  environment: RootDatabase<Buffer, Buffer>,
  table: Table,
  { folder, socketPath }: { folder: string; socketPath: string },
): () => void {
  const self: Holder = { pid: process.pid, started: startOf(process.pid) ?? '', socketPath }
  const other = environment.transactionSync(() => {
    const holder = readHolder(table)
    if (holder && isAlive(holder) && holder.pid !== self.pid) return holder
    if (holder) removeSocket(holder.socketPath)
    table.putSync(holderKey, Buffer.from(JSON.stringify(self)))
    return undefined
  })
  if (other) throw new Error(`The database folder ${folder} is in use by process ${other.pid}`)
  return () => void environment.transactionSync(() => table.removeSync(holderKey))
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

function readHolder(table: Table): Holder | undefined {
  const bytes = table.get(holderKey)
  return bytes && (JSON.parse(bytes.toString()) as Holder)
}

function isAlive({ pid, started }: Holder): boolean {
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
