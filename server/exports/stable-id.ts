import { createHash } from 'node:crypto'

/** Drawn once by lot; another one would make every entry of every feed new to its readers. */
const namespace = '7b1f6a52c4de4b0f9a3e5d28c60b91f7'

/** The same `urn:uuid:` for the same name, wherever the site stands: a name-based UUID of RFC 9562, version 5. */
export function stableId(name: string): string {
  const bytes = createHash('sha1').update(Buffer.from(namespace, 'hex')).update(name).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`
}
