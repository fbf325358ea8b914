import type { Encodable } from '../bson/encode.ts'
import { maxDocumentBytes } from '../bson/limits.ts'
import { isDocument } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { flagAt, stringAt } from './arguments.ts'
import { type Command, type Reply, replyOf, type Request } from './request.ts'
import { hostInfo, serverStatus } from './server-status.ts'
import { version } from './version.ts'

/** Trifles that drivers and the shell ask. */
export const diagnostics: Record<string, Command> = {
  ping: { options: [], run: () => new Map<string, Encodable>() },
  buildInfo: { options: [], run: buildInfo },
  buildinfo: { options: [], run: buildInfo },
  connectionStatus: { options: ['showPrivileges'], run: connectionStatus },
  whatsmyuri: { options: [], run: () => replyOf({ you: 'anonymous unix socket' }) },
  getParameter: { options: 'any', run: getParameter },
  getLog: { options: [], run: getLog },
  getCmdLineOpts: { options: [], run: () => replyOf({ argv: [], parsed: new Map() }) },
  logout: { options: [], run: () => new Map<string, Encodable>() },
  hostInfo,
  serverStatus,
}

function buildInfo(): Reply {
  return replyOf({
    version,
    gitVersion: 'embedded',
    modules: [],
    allocator: 'system',
    javascriptEngine: 'none',
    sysInfo: 'deprecated',
    versionArray: version.split('.').map(Number).concat(0),
    bits: 64,
    debug: false,
    maxBsonObjectSize: maxDocumentBytes,
    storageEngines: ['lmdb'],
  })
}

function connectionStatus({ command }: Request): Reply {
  const privileges = flagAt(command, 'showPrivileges') ? [] : undefined
  return replyOf({
    authInfo: replyOf({
      authenticatedUsers: [],
      authenticatedUserRoles: [],
      authenticatedUserPrivileges: privileges,
    }),
  })
}

const parameters = (): Reply =>
  replyOf({
    featureCompatibilityVersion: replyOf({ version: version.slice(0, 3) }),
    authenticationMechanisms: [],
    requireApiVersion: false,
    enableTestCommands: false,
  })

function getParameter({ command }: Request): Reply {
  const asked = command.get('getParameter')
  if (asked === '*' || (isDocument(asked) && asked.get('allParameters') === true)) return parameters()
  const found = [...parameters()].filter(([name]) => command.has(name))
  return found.length > 0 ? new Map(found) : refuse('InvalidOptions', 'no option found to get')
}

const logs = ['global', 'startupWarnings']

function getLog({ command }: Request): Reply {
  const name = stringAt(command, 'getLog')
  if (name === '*') return replyOf({ names: logs })
  if (!logs.includes(name)) refuse('BadValue', `No log named '${name}'`)
  return replyOf({ totalLinesWritten: 0, log: [] })
}
