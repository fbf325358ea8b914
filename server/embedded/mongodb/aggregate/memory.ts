import { isDocument, type Found } from '../bson/value.ts'
import { refuse } from '../errors.ts'

/** Bytes that one stage may hold, as in MongoDB without disk use. */
const most = 100 * 1024 * 1024

/** Counts what a stage keeps, and refuses when it is too much. */
export function memoryOf(stage: string): (value: Found) => void {
  let bytes = 0
  return (value) => {
    bytes += sizeOf(value)
    if (bytes > most)
      refuse(
        'QueryExceededMemoryLimitNoDiskUseAllowed',
        `Exceeded memory limit for ${stage}, but didn't allow external spilling`,
      )
  }
}

/** About the bytes of the BSON. */
function sizeOf(value: Found): number {
  if (typeof value === 'string') return value.length + 16
  if (Array.isArray(value)) return value.reduce<number>((sum, element) => sum + sizeOf(element), 16)
  if (!isDocument(value)) return 16
  let bytes = 16
  for (const [name, inner] of value) bytes += name.length + sizeOf(inner)
  return bytes
}
