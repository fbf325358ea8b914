import { Double } from 'bson'
import type { Encodable } from '../bson/encode.ts'
import { countValue } from '../bson/numbers.ts'
import type { Document, Value } from '../bson/value.ts'
import { replyOf } from './request.ts'
import type { Outcome } from './statements.ts'

/** What one operation of a bulk write did. */
export interface BulkResult {
  kind: 'insert' | 'update' | 'delete'
  n: number
  nModified?: number
  upserted?: Value
}

type Item = Map<string, Encodable>

/** An item for each operation in their order, or only for those that failed. */
export function bulkItems(
  operations: readonly Document[],
  { results, errors }: Outcome<BulkResult>,
  errorsOnly: boolean,
): Item[] {
  const done = errorsOnly ? [] : results.map(({ index, result }) => itemOf(index, result))
  const failed = errors.map((error) => {
    const { index, ...others } = Object.fromEntries(error)
    const isUpdate = operations[index as number]?.has('update') ?? false
    return replyOf({
      ok: new Double(0),
      idx: index,
      n: 0,
      nModified: isUpdate ? 0 : undefined,
      ...others,
    })
  })
  return [...done, ...failed].sort((a, b) => Number(a.get('idx')) - Number(b.get('idx')))
}

function itemOf(idx: number, { n, nModified, upserted }: BulkResult): Item {
  const id = upserted === undefined ? undefined : replyOf({ _id: upserted })
  return replyOf({ ok: new Double(1), idx, n, nModified, upserted: id })
}

/** The numbers of all operations together. */
export function bulkTotals({ results, errors }: Outcome<BulkResult>): Record<string, Encodable> {
  const sum = (count: (one: BulkResult) => number) =>
    countValue(results.reduce((total, { result }) => total + count(result), 0))
  const of = (kind: BulkResult['kind']) =>
    sum((one) => (one.kind === kind && one.upserted === undefined ? one.n : 0))
  return {
    nErrors: errors.length,
    nInserted: of('insert'),
    nMatched: of('update'),
    nModified: sum(({ nModified = 0 }) => nModified),
    nUpserted: sum(({ upserted }) => (upserted === undefined ? 0 : 1)),
    nDeleted: of('delete'),
  }
}
