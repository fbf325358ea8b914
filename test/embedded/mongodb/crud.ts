import { EJSON } from 'bson'
import type { Db, Document } from 'mongodb'

let collections = 0

/** A collection of its own with these documents, each with its place as `_id` unless it has one. */
export async function having(db: Db, documents: readonly object[]): Promise<string> {
  const name = `crud${++collections}`
  await db.command({ create: name })
  const inserts = documents.map((document, at) => ({ _id: at, ...document }))
  if (inserts.length > 0) await db.command({ insert: name, documents: inserts })
  return name
}

/** Documents with the types of their values, as text. */
export function typed(value: unknown): string {
  return EJSON.stringify(value, { relaxed: false })
}

/** What a find gives, its types kept. */
export async function found(db: Db, name: string, options: Document = {}): Promise<Document[]> {
  const { cursor } = await db.command({ find: name, ...options }, { promoteValues: false })
  return cursor.firstBatch
}

/** The error of a command, or of its first statement that failed; `undefined` where all went well. */
export async function codeOf(db: Db, command: Document): Promise<number | undefined> {
  try {
    const reply = await db.command(command)
    return reply['writeErrors']?.[0].code
  } catch (error) {
    return (error as { code: number }).code
  }
}

/** What is found, or the error's code. */
export async function outcome<T>(finding: Promise<T>): Promise<T | number> {
  try {
    return await finding
  } catch (error) {
    return (error as { code: number }).code
  }
}

/** What one update makes of one document with the id 0, without that id; or the error's code. */
export async function updated(
  db: Db,
  document: object,
  update: unknown,
  others: Document = {},
): Promise<Document | number> {
  const name = await having(db, [document])
  const code = await codeOf(db, { update: name, updates: [{ q: {}, u: update, ...others }] })
  if (code !== undefined) return code
  const [one] = await found(db, name, { projection: { _id: 0 } })
  return one as Document
}
