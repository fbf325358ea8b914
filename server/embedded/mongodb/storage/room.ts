import { closeSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import type { RootDatabase } from 'lmdb'
import type { RawTable } from './store.ts'

/** The disk has no room for what a transaction would write; thrown within it, before LMDB writes a byte. */
export class OutOfRoom extends Error {}

/**
 * Keeps the file longer than a transaction can make it. LMDB itself must never meet a full disk: where its write
 * fails, it can take the process down. So the bytes are there, as zeros, before it is let loose.
 */
export interface Room {
  /** Says that a transaction begins. */
  begin(): void
  /** Says that one more key and value are to be written or removed. Throws `OutOfRoom`. */
  claim(table: RawTable, key: Buffer, value?: Buffer): void
  close(): void
}

/** What one table may need in this transaction. */
interface Claims {
  /** Pages that the table had before. */
  pages: number
  changes: number
  bytes: number
  overflowPages: number
}

/** Pages on the way from a table's root to a leaf, and one more where that splits. */
const pagesOfPath = 6
/** How much of the pages that splits leave is empty at worst: they hold a third. */
const splitLoss = 3
/** Pages for the lists of free pages and the tables' own records. */
const housekeeping = 64

export function createRoom(path: string, environment: RootDatabase<Buffer, Buffer>): Room {
  const file = openSync(path, 'r+')
  const pageSize = (environment.getStats() as { pageSize: number }).pageSize
  let size = fstatSync(file).size
  let used = pagesOf(environment)
  let claims = new Map<RawTable, Claims>()

  const claimed = () => [...claims.values()].reduce((sum, claim) => sum + mostPages(claim, pageSize), 0)
  const needed = () => (used + claimed() + housekeeping + (used >>> 8)) * pageSize

  /** Asks what is used in truth, and what of each table there is to touch, before it takes more of the disk. */
  function makeRoom(): void {
    used = pagesOf(environment)
    if (needed() > size) for (const [table, claim] of claims) claim.pages = tablePages(table)
    if (needed() > size) size = lengthened(file, size, needed())
  }

  return {
    begin: () => {
      used += claims.size > 0 ? claimed() + 4 : 0
      claims = new Map()
    },
    claim: (table, key, value) => {
      const claim = claims.get(table) ?? { pages: used, changes: 0, bytes: 0, overflowPages: 0 }
      claims.set(table, claim)
      add(claim, key.length + (value?.length ?? 0), pageSize)
      if (needed() > size) makeRoom()
    },
    close: () => closeSync(file),
  }
}

/** A value that does not fit twice on a page has pages of its own. */
function add(claim: Claims, bytes: number, pageSize: number): void {
  claim.changes++
  if (bytes > pageSize / 2 - 64) claim.overflowPages += Math.ceil((bytes + 64) / pageSize)
  else claim.bytes += bytes + 16
}

/** Each change touches a path at most; all of them together no more than the table's pages and what is new. */
function mostPages({ pages, changes, bytes, overflowPages }: Claims, pageSize: number): number {
  const grown = pages + Math.ceil((bytes * splitLoss) / pageSize)
  return Math.min(changes * pagesOfPath, grown) + overflowPages
}

function pagesOf(environment: RootDatabase<Buffer, Buffer>): number {
  return (environment.getStats() as { lastPageNumber: number }).lastPageNumber + 1
}

interface TableStats {
  treeBranchPageCount: number
  treeLeafPageCount: number
}

function tablePages(table: RawTable): number {
  const stats = table.getStats() as TableStats
  return stats.treeBranchPageCount + stats.treeLeafPageCount
}

const smallestStep = 1024 * 1024
const largestStep = 32 * 1024 * 1024

/** Lengthens the file by a good step or else by what is needed; gives its new size. */
function lengthened(file: number, size: number, needed: number): number {
  const step = Math.min(Math.max(needed >>> 3, smallestStep), largestStep)
  try {
    return fill(file, size, needed + step)
  } catch {
    return fill(file, size, needed)
  }
}

const zeros = Buffer.alloc(smallestStep)

/** Zeros up to `end`; sparse room would be none. Leaves the file as it was where the disk is full. */
function fill(file: number, size: number, end: number): number {
  try {
    for (let at = size; at < end;) at += writeSync(file, zeros, 0, Math.min(zeros.length, end - at), at)
    return end
  } catch (error) {
    ftruncateSync(file, size)
    throw new OutOfRoom(`The disk has no room for the database: ${(error as Error).message}`, {
      cause: error,
    })
  }
}
