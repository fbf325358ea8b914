import { maxDocumentBytes, maxMessageBytes } from '../bson/limits.ts'
import { mostDocuments } from './arguments.ts'
import { type Command, replyOf } from './request.ts'

/** The wire version of MongoDB 8.0. */
const maxWireVersion = 25

/** What a server that stands alone says of itself: no replica set, no `topologyVersion`, sessions but no transactions. */
export function hello(primary: 'ismaster' | 'isWritablePrimary'): Command {
  return {
    options: 'any',
    run: ({ connection }) =>
      replyOf({
        helloOk: true,
        [primary]: true,
        maxBsonObjectSize: maxDocumentBytes,
        maxMessageSizeBytes: maxMessageBytes,
        maxWriteBatchSize: mostDocuments,
        localTime: new Date(),
        logicalSessionTimeoutMinutes: 30,
        connectionId: connection,
        minWireVersion: 0,
        maxWireVersion,
        readOnly: false,
      }),
  }
}
