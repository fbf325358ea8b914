/** Bytes of a record number; it counts up within its collection and is never used twice while the server runs. */
const recordBytes = 6

export function numberKey(number: number): Buffer {
  const key = Buffer.allocUnsafe(4)
  key.writeUInt32BE(number, 0)
  return key
}

export function documentKey(collection: number, record: number): Buffer {
  const key = Buffer.allocUnsafe(4 + recordBytes)
  key.writeUInt32BE(collection, 0)
  key.writeUIntBE(record, 4, recordBytes)
  return key
}

/** The record number at the end of a document's key, or of an index entry that is not unique. */
export function recordAtEnd(key: Buffer): number {
  return key.readUIntBE(key.length - recordBytes, recordBytes)
}

export function recordValue(record: number): Buffer {
  const value = Buffer.allocUnsafe(recordBytes)
  value.writeUIntBE(record, 0, recordBytes)
  return value
}

/** The first bytes after all that begin with `prefix`. */
export function after(prefix: Buffer): Buffer {
  let length = prefix.length
  while (length > 0 && prefix[length - 1] === 0xff) length--
  const next = Buffer.from(prefix.subarray(0, length))
  next[length - 1] = (next[length - 1] as number) + 1
  return next
}
