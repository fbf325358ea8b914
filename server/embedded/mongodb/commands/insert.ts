import type { Collection } from '../collections/model.ts'
import { storable } from '../collections/identity.ts'
import { insertDocument } from '../collections/write.ts'
import { documentsAt, namespaceOf } from './arguments.ts'
import type { Command, Reply, Request, Server } from './request.ts'
import { runStatements, writeReply } from './statements.ts'

export const insert: Command = {
  options: ['documents', 'ordered', 'bypassDocumentValidation'],
  run: runInsert,
}

async function runInsert(request: Request): Promise<Reply> {
  const { server, command } = request
  const namespace = namespaceOf(request)
  const documents = documentsAt(command, 'documents')
  const outcome = await server.store.commits.write(() =>
    runStatements(documents, command, (document) => {
      insertDocument(server, collectionFor(server, namespace), storable(document))
      return 1
    }),
  )
  return writeReply(outcome.results.length, outcome)
}

/** The collection, made where it is not there yet; only within a write transaction. */
export function collectionFor(server: Server, namespace: string): Collection {
  return server.catalog.find(namespace) ?? server.catalog.add(namespace)
}
