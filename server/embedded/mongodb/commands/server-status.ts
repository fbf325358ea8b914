import { arch, cpus, hostname, release, totalmem, type } from 'node:os'
import { countValue, integerOf } from '../bson/numbers.ts'
import { type Command, type Reply, replyOf, type Request } from './request.ts'
import { version } from './version.ts'

const megabyte = 1024 * 1024

/** What the server counts, in the places where MongoDB tells it; sections may be left out by `name: 0`. */
export const serverStatus: Command = {
  options: 'any',
  run: (request) => {
    const status = statusOf(request)
    for (const [name, value] of request.command)
      if (integerOf(value) === 0 || value === false) status.delete(name)
    return status
  },
}

function statusOf({ server }: Request): Reply {
  const { connections, commands } = server.tally
  const cursors = server.cursors.count()
  const seconds = process.uptime()
  return replyOf({
    host: hostname(),
    version,
    process: 'embedded',
    pid: BigInt(process.pid),
    uptime: Math.floor(seconds),
    uptimeMillis: BigInt(Math.floor(seconds * 1000)),
    localTime: new Date(),
    connections: replyOf({ current: connections.size, totalCreated: connections.created }),
    mem: replyOf({ bits: 64, resident: Math.round(process.memoryUsage.rss() / megabyte), supported: true }),
    metrics: replyOf({
      commands: new Map(
        [...commands].map(([name, { total, failed }]) => [
          name,
          replyOf({ failed: countValue(failed), total: countValue(total) }),
        ]),
      ),
      cursor: replyOf({
        open: replyOf({ noTimeout: cursors.neverExpiring, pinned: cursors.inUse, total: cursors.total }),
      }),
    }),
    storageEngine: replyOf({ name: 'lmdb', persistent: true, readOnly: false }),
  })
}

export const hostInfo: Command = {
  options: [],
  run: () =>
    replyOf({
      system: replyOf({
        currentTime: new Date(),
        hostname: hostname(),
        cpuAddrSize: 64,
        memSizeMB: Math.round(totalmem() / megabyte),
        numCores: cpus().length,
        cpuArch: arch(),
        numaEnabled: false,
      }),
      os: replyOf({ type: type(), name: type(), version: release() }),
      extra: new Map(),
    }),
}
