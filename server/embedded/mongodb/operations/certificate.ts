import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { dataFile, flush } from '../storage/data-file.ts'
import { Unusable } from '../storage/unusable.ts'

/** What stands beside a finished backup and tells whether it is still what it was. */
interface Certificate {
  bytes: number
  sha256: string
  /** ISO 8601 */
  takenAt: string
}

const pathIn = (backup: string): string => join(backup, 'backup.json')

export async function certify(backup: string): Promise<void> {
  const certificate: Certificate = { takenAt: new Date().toISOString(), ...(await measure(backup)) }
  writeFileSync(pathIn(backup), `${JSON.stringify(certificate)}\n`, { mode: 0o600 })
  flush(pathIn(backup))
  flush(backup)
}

/** Throws `Unusable` where the folder holds no finished backup, or not the bytes that were certified. */
export async function confirm(backup: string): Promise<void> {
  const missing = [pathIn(backup), dataFile(backup)].find((path) => !existsSync(path))
  if (missing) throw new Unusable(`${backup} holds no finished backup: ${basename(missing)} is missing`)
  const certificate = readCertificate(backup)
  const { bytes, sha256 } = await measure(backup)
  if (bytes !== certificate?.bytes || sha256 !== certificate.sha256)
    throw new Unusable(`The backup in ${backup} is damaged: its bytes are not those that were written`)
}

function readCertificate(backup: string): Certificate | null {
  try {
    return JSON.parse(readFileSync(pathIn(backup), 'utf8')) as Certificate | null
  } catch (error) {
    throw new Unusable(`The backup in ${backup} is damaged: backup.json is unreadable`, { cause: error })
  }
}

async function measure(backup: string): Promise<Pick<Certificate, 'bytes' | 'sha256'>> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(dataFile(backup)), hash)
  return { bytes: statSync(dataFile(backup)).size, sha256: hash.digest('hex') }
}
