import mongoose, { type Connection } from 'mongoose'

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

/** Builds the indexes of every model that was made on the connection. */
export async function buildIndexes(connection: Connection): Promise<void> {
  await Promise.all(connection.modelNames().map((name) => connection.model(name).createIndexes()))
}
