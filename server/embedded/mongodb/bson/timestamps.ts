import { Timestamp } from 'bson'
import type { Document } from './value.ts'

let seconds = 0
let ordinal = 0

/** The current time; no two of a process are the same. */
export function nextTimestamp(): Timestamp {
  const now = Math.floor(Date.now() / 1000)
  ordinal = now > seconds ? 1 : ordinal + 1
  seconds = Math.max(now, seconds)
  return new Timestamp({ t: seconds, i: ordinal })
}

/** The document with the current time where a field of it has an empty timestamp, as MongoDB stores a whole document. */
export function withTimestamps(document: Document): Document {
  let result = document
  for (const [name, value] of document) {
    if (name === '_id' || !(value instanceof Timestamp) || !value.isZero()) continue
    if (result === document) result = new Map(document)
    result.set(name, nextTimestamp())
  }
  return result
}
