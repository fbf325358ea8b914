import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { Unusable } from './unusable.ts'

/** The one file of a store; beside it LMDB keeps `lock.mdb`, which holds nothing that lasts. */
export const dataFile = (folder: string): string => join(folder, 'data.mdb')
export const lockFile = (folder: string): string => join(folder, 'lock.mdb')

export const hasData = (folder: string): boolean => existsSync(dataFile(folder))

/** LMDB's MDB_MAGIC. */
const magic = 0xbeefc0de
/** Where it stands in the first page and in the second, and what stands behind it (struct MDB_meta in mdb.c). */
const offsets = { magic: 24, pageSize: 48, lastPage: 144, transaction: 152, end: 160 }
const largestPage = 65_536

/** Throws `Unusable` where the folder has no database. */
export function refuseMissing(folder: string): void {
  if (!hasData(folder)) throw new Unusable(`There is no database in ${folder}`)
}

/**
 * Throws `Unusable` where the file is none of LMDB's, or the end of it is missing: to read such a one would take
 * the process down. The server keeps its file longer than what is used of it.
 */
export function refuseForeignFile(folder: string): void {
  const path = dataFile(folder)
  const file = openSync(path, 'r')
  const head = Buffer.alloc(largestPage * 2)
  const length = readSync(file, head, 0, head.length, 0)
  const { size } = fstatSync(file)
  closeSync(file)
  const pageSize = length >= offsets.end ? head.readUInt32LE(offsets.pageSize) : 0
  const pages = [head, head.subarray(Math.min(pageSize, largestPage))]
  if (length < pageSize * 2 || pages.some((page) => page.readUInt32LE(offsets.magic) !== magic))
    throw new Unusable(`The file ${path} is no database, or a damaged one`)
  const used = usedPages(pages) * pageSize
  if (size < used) throw new Unusable(`The file ${path} is cut short: it has ${size} bytes of ${used}`)
}

/** As the later of the two last transactions says. */
function usedPages(pages: readonly Buffer[]): number {
  const [a, b] = pages.map((page) => page.readBigUInt64LE(offsets.transaction)) as [bigint, bigint]
  const latest = pages[a > b ? 0 : 1] as Buffer
  return Number(latest.readBigUInt64LE(offsets.lastPage)) + 1
}

/** Waits until what was written to the file, or what names are in the folder, outlives the power. */
export function flush(path: string): void {
  const descriptor = openSync(path, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
