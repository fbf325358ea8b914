import { ObjectId } from 'mongodb'

/** A record's id: 24 hexadecimal digits that begin with the second of their making, so that ids sort by time. */
export const newId = (): string => new ObjectId().toHexString()

/** The smallest id that could have been made at `time`. */
export const idAt = (time: Date): string =>
  ObjectId.createFromTime(Math.max(0, Math.floor(time.getTime() / 1000))).toHexString()

/** When an id was made, to the second; `null` for what is no id. */
export const timeOfId = (id: string): Date | null =>
  ObjectId.isValid(id) && id.length === 24 ? new ObjectId(id).getTimestamp() : null
