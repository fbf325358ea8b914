import { EJSON } from 'bson'
import type { Db, Document } from 'mongodb'

/** A value with its BSON type, to be compared with another; in what is expected `1` is an int32 and `1.5` a double. */
export const typed = (value: unknown): unknown =>
  JSON.parse(EJSON.stringify({ value }, { relaxed: false })).value

/** What an expression gives over a document, with its type; `undefined` where it gives nothing. */
export async function evaluated(db: Db, expression: unknown, document: Document, options: Document = {}) {
  const pipeline = [{ $documents: [{ $literal: document }] }, { $project: { _id: 0, result: expression } }]
  const [answer] = await db.aggregate(pipeline, { promoteValues: false, ...options }).toArray()
  return answer && 'result' in answer ? typed(answer['result']) : undefined
}

/** The code that an expression is refused with; `undefined` where it is not. */
export async function refusal(db: Db, expression: unknown, document: Document): Promise<number | undefined> {
  try {
    await evaluated(db, expression, document)
    return undefined
  } catch (error) {
    return Number((error as { code: unknown }).code)
  }
}
