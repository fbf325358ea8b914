import { createHash } from 'node:crypto'
import { hostname } from 'node:os'
import { Binary, UUID } from 'bson'
import { stageParts } from '../aggregate/pipeline.ts'
import { countValue } from '../bson/numbers.ts'
import { documentOf, isDocument, type Document, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { documentAt, refuseUnknown } from './arguments.ts'
import type { Server } from './request.ts'
import { collectionFigures, scaleOf } from './statistics.ts'

/** First stages whose documents the server itself makes, of a collection or of none. */
interface ServerSource {
  isOfCollection: boolean
  documents(server: Server, namespace: string, operand: Document): Document[]
}

const sources: Record<string, ServerSource> = {
  $collStats: { isOfCollection: true, documents: collectionStatistics },
  $listLocalSessions: { isOfCollection: false, documents: localSessions },
}

/** What the first stage makes of no documents; `undefined` where it is one that reads a collection's. */
export function serverDocuments(
  server: Server,
  namespace: string | undefined,
  first: Value | undefined,
): Document[] | undefined {
  const [name, operand] = first === undefined ? ['', null] : stageParts(first)
  const source = Object.hasOwn(sources, name) ? sources[name] : undefined
  if (!source) return undefined
  if (source.isOfCollection !== (namespace !== undefined))
    refuse('InvalidNamespace', `${name} is ${source.isOfCollection ? 'only' : 'not'} valid for a collection`)
  if (!isDocument(operand)) refuse('FailedToParse', `${name} must take a nested object`)
  return source.documents(server, namespace ?? '', operand)
}

function collectionStatistics(server: Server, namespace: string, operand: Document): Document[] {
  for (const name of ['latencyStats', 'queryExecStats'])
    if (operand.has(name)) refuse('CommandNotSupported', `$collStats with ${name} is not supported`)
  refuseUnknown(operand, new Set(['storageStats', 'count']), '$collStats')
  const collection =
    server.catalog.find(namespace) ??
    refuse('NamespaceNotFound', `Unable to retrieve the statistics of ${namespace}: it does not exist`)
  const storage = documentAt(operand, 'storageStats')
  const figures = storage && documentOf(collectionFigures(server, namespace, scaleOf(storage)))
  const count = operand.has('count') ? countValue(collection.documents) : undefined
  const found = { ns: namespace, host: hostname(), localTime: new Date(), storageStats: figures, count }
  return [documentOf(found)]
}

/** As MongoDB names the user where nobody signs in: the hash of no name. */
const nobody = new Binary(createHash('sha256').digest())

function localSessions({ sessions }: Server, _namespace: string, operand: Document): Document[] {
  if (operand.has('users')) refuse('CommandNotSupported', '$listLocalSessions with users is not supported')
  refuseUnknown(operand, new Set(['allUsers']), '$listLocalSessions')
  return [...sessions.all()].map(([session, lastUse]) =>
    documentOf({
      _id: documentOf({ id: new UUID(session).toBinary(), uid: nobody }),
      lastUse: new Date(lastUse),
    }),
  )
}
