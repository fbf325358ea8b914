import { Double } from 'bson'
import { encode, RawDocument, type Encodable } from '../bson/encode.ts'
import { countValue, integerOf } from '../bson/numbers.ts'
import { isDocument, type Document, type Value } from '../bson/value.ts'
import { withId } from '../collections/identity.ts'
import { insertDocument } from '../collections/write.ts'
import { refuse } from '../errors.ts'
import {
  countAt,
  documentAt,
  documentsAt,
  flagAt,
  refuseOptions,
  refuseUnknown,
  stringAt,
} from './arguments.ts'
import { runDeletion } from './delete.ts'
import { collectionFor } from './insert.ts'
import { type Command, type Reply, replyOf, type Request, type Server } from './request.ts'
import { type Outcome, runStatements } from './statements.ts'
import { runModification } from './update.ts'

/** Writes to several collections in one command. */
export const bulkWrite: Command = {
  options: ['ops', 'nsInfo', 'ordered', 'errorsOnly', 'bypassDocumentValidation', 'let', 'cursor'],
  run: runBulk,
}

interface Result {
  kind: 'nInserted' | 'nMatched' | 'nDeleted'
  n: number
  nModified?: number
  upserted?: Value
}

async function runBulk({ server, command }: Request): Promise<Reply> {
  refuseOptions(command, ['let'])
  const namespaces = documentsAt(command, 'nsInfo').map((one) => stringAt(one, 'ns'))
  const operations = documentsAt(command, 'ops')
  const outcome = await server.store.commits.write(() =>
    runStatements(operations, command, (operation) => runOne(server, operation, namespaces)),
  )
  const documents = itemsOf(outcome, flagAt(command, 'errorsOnly')).map(
    (item) => new RawDocument(encode(item)),
  )
  const batchSize = countAt(documentAt(command, 'cursor') ?? new Map(), 'batchSize')
  const cursor = server.cursors.start({ namespace: 'admin.$cmd.bulkWrite', documents, batchSize })
  return replyOf({ cursor, ...totals(outcome) })
}

function runOne(server: Server, operation: Document, namespaces: readonly string[]): Result {
  const [kind, place] = operation.entries().next().value as [string, Value]
  const namespace =
    namespaces[integerOf(place) ?? -1] ?? refuse('BadValue', `${kind} names no entry of nsInfo`)
  const run = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  return run ? run(server, namespace, operation) : refuse('FailedToParse', `unknown bulk operation ${kind}`)
}

const kinds: Record<string, (server: Server, namespace: string, operation: Document) => Result> = {
  insert: (server, namespace, operation) => {
    refuseUnknown(operation, new Set(['insert', 'document']), 'bulkWrite.ops')
    const document = operation.get('document')
    if (!isDocument(document)) refuse('TypeMismatch', "BSON field 'bulkWrite.ops.document' must be an object")
    insertDocument(server, collectionFor(server, namespace), withId(document))
    return { kind: 'nInserted', n: 1 }
  },
  update: (server, namespace, operation) => {
    const statement = renamed(operation, 'update', { filter: 'q', updateMods: 'u' })
    const { matched, modified, inserted } = runModification(server, namespace, statement)
    return {
      kind: 'nMatched',
      n: matched + (inserted ? 1 : 0),
      nModified: modified,
      ...(inserted && { upserted: inserted.get('_id') as Value }),
    }
  },
  delete: (server, namespace, operation) => {
    const { multi, ...statement } = Object.fromEntries(renamed(operation, 'delete', { filter: 'q' }))
    const limited: Document = new Map([...Object.entries(statement), ['limit', multi === true ? 0 : 1]] as [
      string,
      Value,
    ][])
    return { kind: 'nDeleted', n: runDeletion(server, namespace, limited) }
  },
}

/** The operation as the command of its own name states it. */
function renamed(operation: Document, kind: string, names: Record<string, string>): Document {
  return new Map(
    [...operation].filter(([name]) => name !== kind).map(([name, value]) => [names[name] ?? name, value]),
  )
}

function itemsOf({ results, errors }: Outcome<Result>, errorsOnly: boolean): Map<string, Encodable>[] {
  const done = errorsOnly ? [] : results.map(({ index, result }) => itemOf(index, result))
  const failed = errors.map((error) => {
    const { index, ...others } = Object.fromEntries(error)
    return replyOf({ ok: new Double(0), idx: index, n: 0, ...others })
  })
  return [...done, ...failed].sort((a, b) => Number(a.get('idx')) - Number(b.get('idx')))
}

function itemOf(idx: number, { n, nModified, upserted }: Result): Map<string, Encodable> {
  const id = upserted === undefined ? undefined : replyOf({ _id: upserted })
  return replyOf({ ok: new Double(1), idx, n, nModified, upserted: id })
}

function totals({ results, errors }: Outcome<Result>): Record<string, Encodable> {
  const sum = (count: (one: Result) => number) =>
    countValue(results.reduce((total, { result }) => total + count(result), 0))
  const of = (kind: string) => sum((one) => (one.kind === kind && one.upserted === undefined ? one.n : 0))
  return {
    nErrors: errors.length,
    nInserted: of('nInserted'),
    nMatched: of('nMatched'),
    nModified: sum(({ nModified = 0 }) => nModified),
    nUpserted: sum(({ upserted }) => (upserted === undefined ? 0 : 1)),
    nDeleted: of('nDeleted'),
  }
}
