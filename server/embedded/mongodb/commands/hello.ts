import { maxDocumentBytes, maxMessageBytes } from '../bson/limits.ts'
import { mostDocuments } from './arguments.ts'
import { type Command, replyOf } from './request.ts'
import { sessionMinutes } from './sessions.ts'
import { maxWireVersion } from './version.ts'

/** What a server that stands alone says of itself: no replica set, no `topologyVersion`, sessions but no transactions. */
export function hello(primary: 'ismaster' | 'isWritablePrimary'): Command {
  return {
    options: 'any',
    run: ({ connection, command }) =>
      replyOf({
        helloOk: command.get('helloOk') === true ? true : undefined,
        [primary]: true,
        maxBsonObjectSize: maxDocumentBytes,
        maxMessageSizeBytes: maxMessageBytes,
        maxWriteBatchSize: mostDocuments,
        localTime: new Date(),
        logicalSessionTimeoutMinutes: sessionMinutes,
        connectionId: connection,
        minWireVersion: 0,
        maxWireVersion,
        readOnly: false,
      }),
  }
}
