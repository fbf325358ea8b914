import { isDocument, type Document, type Value } from '../bson/value.ts'
import { buildIndex } from '../collections/build-index.ts'
import { dropCollection } from '../collections/drop.ts'
import { withId } from '../collections/identity.ts'
import { indexOf, isIdKey } from '../collections/index-specification.ts'
import type { Collection } from '../collections/model.ts'
import { insertDocument } from '../collections/write.ts'
import { refuse } from '../errors.ts'
import { namespace } from './arguments.ts'
import type { Request, Server } from './request.ts'

/** `$out`: the documents become the whole of a collection, which keeps its indexes; only within a write transaction. */
export function outInto({ server, database }: Request, operand: Value): (documents: Document[]) => void {
  const target = targetOf(operand, database)
  return (documents) => replaceAll(server, target, documents)
}

function targetOf(operand: Value, database: string): string {
  if (typeof operand === 'string') return writable('$out', database, operand)
  if (!isDocument(operand)) refuse(16990, '$out only supports a string or object argument')
  for (const name of operand.keys()) if (name !== 'db' && name !== 'coll') refuseOption(name)
  const [db, coll] = [operand.get('db'), operand.get('coll')]
  if (typeof db !== 'string' || typeof coll !== 'string')
    refuse(16994, "If an object is passed to $out it must have exactly 2 fields: 'db' and 'coll'")
  return writable('$out', db, coll)
}

function refuseOption(name: string): never {
  if (name === 'timeseries') refuse('CommandNotSupported', 'Time-series collections are not supported')
  return refuse(40415, `BSON field '$out.${name}' is an unknown field.`)
}

/** Refuses the collections and databases that are MongoDB's own. */
export function writable(stage: '$out' | '$merge', database: string, collection: string): string {
  if (collection.startsWith('system.'))
    refuse(stage === '$out' ? 17385 : 31319, `Cannot ${stage} to special collection: ${collection}`)
  if (['admin', 'local', 'config'].includes(database))
    refuse(stage === '$out' ? 31321 : 31320, `Cannot ${stage} to internal database: ${database}`)
  return namespace(database, collection)
}

/** All is written beside the collection first, so that a document that is refused leaves it as it was. */
function replaceAll(server: Server, target: string, documents: Document[]): void {
  const [database] = target.split('.')
  const old = server.catalog.find(target)
  const name = `${database}.tmp.agg_out.${server.catalog.nextIndexNumber()}`
  const temporary = server.catalog.add(name, old?.collation)
  try {
    if (old) copyIndexes(server, old, temporary)
    for (const document of documents) insertDocument(server, temporary, withId(document))
  } catch (error) {
    dropCollection(server, temporary)
    throw error
  }
  if (old) dropCollection(server, old)
  server.catalog.rename(temporary, target)
}

function copyIndexes(server: Server, from: Collection, to: Collection): void {
  for (const { specification, fields } of from.indexes)
    if (!isIdKey(fields)) buildIndex(server, to, indexOf(specification, server.catalog.nextIndexNumber()))
}
