import type { IndexDescription } from 'mongodb'
import mongoose, { type Collection, type Connection, type Schema } from 'mongoose'

/** One connection pool of its own, so that two applications can live in one process. */
export async function connectMongo(uri: string): Promise<Connection> {
  const connection = mongoose.createConnection(uri, {
    dbName: databaseOf(uri),
    serverSelectionTimeoutMS: 5_000,
    autoIndex: false,
  })
  return connection.asPromise()
}

/** The database that the address names, else `concord`. */
export const databaseOf = (uri: string): string =>
  /^mongodb[^/]*\/\/[^/]+\/([^?]+)/.exec(uri)?.[1] ?? 'concord'

/** Builds the indexes of every model that was made on the connection, one command to a collection. */
export async function buildIndexes(connection: Connection): Promise<void> {
  await Promise.all(connection.modelNames().map((name) => buildIndexesOf(connection.model(name))))
}

type Indexed = { collection: Collection; schema: Pick<Schema, 'indexes'> }

async function buildIndexesOf({ collection, schema }: Indexed): Promise<void> {
  const indexes = schema.indexes().map(([key, { background: _, ...options }]) => ({ ...options, key }))
  if (indexes.length > 0) await collection.createIndexes(indexes as IndexDescription[])
}
