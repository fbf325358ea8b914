import { createHash } from 'node:crypto'
import { z } from 'zod'
import { nameOf, type Order } from './order.ts'

/** The place behind the last one seen, in an order by a value. */
const valueCursor = z.strictObject({
  /** as `nameOf` has it */
  order: z.string().max(60),
  /** how many were seen before this place */
  seen: z.int().min(0),
  value: z.union([z.string().max(500), z.number()]),
  id: z.string().regex(/^[\w-]{1,511}$/),
})

/** The order of fit has no values that tell a place, so this cursor knows what was seen. */
const fitCursor = z.strictObject({
  order: z.literal('fit'),
  seen: z.int().min(0),
  /** unix seconds of the first page */
  since: z.int().min(0),
  /** six characters for each of those seen last */
  marks: z.string().regex(/^(?:[\w-]{6}){0,200}$/),
})

const anyCursor = z.union([fitCursor, valueCursor])

export type ValueCursor = z.output<typeof valueCursor>
export type FitCursor = z.output<typeof fitCursor>
export type Cursor = z.output<typeof anyCursor>

const longest = 4_000
const markLength = 6
const mostMarks = 200

export const isOfFit = (cursor: Cursor): cursor is FitCursor => cursor.order === 'fit'

/** Opaque to whoever holds it: its form may change with any version. */
export const writeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify(cursor)).toString('base64url')

/** `undefined` for a text that no cursor was written as. */
export function readCursor(text: string): Cursor | undefined {
  if (text.length > longest) return undefined
  const parsed = anyCursor.safeParse(fromJson(Buffer.from(text, 'base64url').toString()))
  return parsed.success ? parsed.data : undefined
}

/** Whether the cursor is of a search in this order; none is of any. */
export const fitsOrder = (text: string | undefined, order: Order): boolean =>
  text === undefined || readCursor(text)?.order === nameOf(order)

/** Stands for an id where many have to be remembered: 36 bits, so that no two on a page are taken for one. */
export const markOf = (id: string): string =>
  createHash('sha256').update(id).digest('base64url').slice(0, markLength)

export const marksIn = ({ marks }: FitCursor): string[] => marks.match(/.{6}/g) ?? []

/** With some more seen; the oldest are forgotten where they would make the address too long. */
export const withSeen = (cursor: FitCursor, ids: string[]): FitCursor => ({
  ...cursor,
  seen: cursor.seen + ids.length,
  marks: [...marksIn(cursor), ...ids.map(markOf)].slice(-mostMarks).join(''),
})

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
