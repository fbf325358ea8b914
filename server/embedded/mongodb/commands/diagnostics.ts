import { Double } from 'bson'
import type { Encodable } from '../bson/encode.ts'
import { maxDocumentBytes } from '../bson/limits.ts'
import { refuse } from '../errors.ts'
import { type Command, type Reply, replyOf } from './request.ts'

const version = '8.0.0'

/** Trifles that drivers and the shell ask. */
export const diagnostics: Record<string, Command> = {
  ping: { options: [], run: () => new Map<string, Encodable>() },
  buildInfo: { options: [], run: buildInfo },
  buildinfo: { options: [], run: buildInfo },
  connectionStatus: { options: ['showPrivileges'], run: connectionStatus },
  whatsmyuri: { options: [], run: () => replyOf({ you: 'localhost' }) },
  getParameter: { options: ['featureCompatibilityVersion'], run: getParameter },
  getLog: { options: [], run: () => replyOf({ totalLinesWritten: 0, log: [] }) },
  startSession: {
    options: [],
    run: () => refuse('CommandNotSupported', 'Sessions are started by naming them'),
  },
  refreshSessions: { options: [], run: () => new Map<string, Encodable>() },
}

function buildInfo(): Reply {
  return replyOf({
    version,
    versionArray: version.split('.').map(Number).concat(0),
    modules: ['embedded'],
    bits: 64,
    debug: false,
    maxBsonObjectSize: maxDocumentBytes,
    storageEngines: ['lmdb'],
  })
}

function connectionStatus(): Reply {
  return replyOf({ authInfo: replyOf({ authenticatedUsers: [], authenticatedUserRoles: [] }) })
}

function getParameter(): Reply {
  return replyOf({ featureCompatibilityVersion: replyOf({ version: '8.0' }), ok: new Double(1) })
}
