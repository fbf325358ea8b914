import { encode, RawDocument } from '../bson/encode.ts'
import { integerOf } from '../bson/numbers.ts'
import type { Document, Value } from '../bson/value.ts'
import { storable } from '../collections/identity.ts'
import { insertDocument } from '../collections/write.ts'
import { refuse } from '../errors.ts'
import type { Context } from '../query/context.ts'
import { countAt, documentAt, documentsAt, flagAt, stringAt } from './arguments.ts'
import { type BulkResult, bulkItems, bulkTotals } from './bulk-results.ts'
import { bulkDeletion, bulkUpdate, checkOperation } from './bulk-operations.ts'
import { contextOf } from './context.ts'
import { runDeletion } from './delete.ts'
import { collectionFor } from './insert.ts'
import { type Command, type Reply, replyOf, type Request, type Server } from './request.ts'
import { runStatements } from './statements.ts'
import { runModification } from './update.ts'

/** Writes to several collections in one command. */
export const bulkWrite: Command = {
  options: ['ops', 'nsInfo', 'ordered', 'errorsOnly', 'bypassDocumentValidation', 'let', 'cursor'],
  run: runBulk,
}

async function runBulk(request: Request): Promise<Reply> {
  const { server, command, database } = request
  if (database !== 'admin') refuse('Unauthorized', 'bulkWrite may only be run against the admin database.')
  const namespaces = documentsAt(command, 'nsInfo').map((one) => stringAt(one, 'ns'))
  const operations = documentsAt(command, 'ops')
  for (const operation of operations) checkOperation(operation, namespaces)
  const context = contextOf(command)
  const outcome = await server.store.commits.write(() =>
    runStatements(operations, command, (operation) => runOne(server, operation, namespaces, context)),
  )
  const items = bulkItems(operations, outcome, flagAt(command, 'errorsOnly'))
  const cursor = await server.cursors.start(request, {
    namespace: 'admin.$cmd.bulkWrite',
    documents: items.map((item) => new RawDocument(encode(item))),
    batchSize: countAt(documentAt(command, 'cursor') ?? new Map(), 'batchSize') ?? items.length + 1,
  })
  return replyOf({ cursor, ...bulkTotals(outcome) })
}

function runOne(
  server: Server,
  operation: Document,
  namespaces: readonly string[],
  context: Context,
): BulkResult {
  const [kind, place] = operation.entries().next().value as [string, Value]
  const namespace = namespaces[integerOf(place) as number] as string
  return (kinds[kind] as Run)(server, namespace, operation, context)
}

type Run = (server: Server, namespace: string, operation: Document, context: Context) => BulkResult

const kinds: Record<string, Run> = {
  insert: (server, namespace, operation) => {
    const document = operation.get('document') as Document
    insertDocument(server, collectionFor(server, namespace), storable(document))
    return { kind: 'insert', n: 1 }
  },
  update: (server, namespace, operation, context) => {
    const { matched, modified, inserted } = runModification(server, namespace, bulkUpdate(operation), context)
    return {
      kind: 'update',
      n: matched + (inserted ? 1 : 0),
      nModified: modified,
      ...(inserted && { upserted: inserted.get('_id') as Value }),
    }
  },
  delete: (server, namespace, operation, context) => ({
    kind: 'delete',
    n: runDeletion(server, namespace, bulkDeletion(operation), context),
  }),
}
