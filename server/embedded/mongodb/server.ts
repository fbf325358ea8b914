import { createServer, type Server as SocketServer, type Socket } from 'node:net'
import { openCatalog } from './collections/catalog.ts'
import { renewIndexes } from './collections/renew-indexes.ts'
import { createCursors } from './commands/cursors.ts'
import { createSessions } from './commands/sessions.ts'
import { createTally } from './commands/tally.ts'
import { dispatch } from './commands/dispatch.ts'
import type { Server } from './commands/request.ts'
import { removeExpired } from './expiry.ts'
import { openStore } from './storage/store.ts'
import { createAdmission } from './wire/admission.ts'
import { serve } from './wire/connection.ts'

export interface Listening {
  stop(): Promise<void>
}

/** Milliseconds between two looks for cursors and readers that are left behind. */
const sweepInterval = 60_000

/** Opens the folder and answers on the socket path. `expiryInterval`: milliseconds between two looks for expired documents. */
export async function listen(folder: string, socketPath: string, expiryInterval: number): Promise<Listening> {
  const store = openStore(folder, socketPath)
  const server: Server = {
    store,
    catalog: openCatalog(store),
    cursors: createCursors(),
    sessions: createSessions(),
    tally: createTally(),
  }
  await renewIndexes(server)
  const sockets = new Set<Socket>()
  const listener = createServer((socket) => accept(server, sockets, socket))
  await startListening(listener, socketPath)
  const timers = [
    setInterval(() => sweep(server), sweepInterval),
    setInterval(() => void removeExpired(server, new Date()).catch(process.emitWarning), expiryInterval),
  ]
  return {
    stop: async () => {
      timers.forEach(clearInterval)
      listener.close()
      for (const socket of sockets) socket.destroy()
      await store.commits.settled()
      await store.close()
    },
  }
}

function sweep({ cursors, sessions, store }: Server): void {
  cursors.expire(Date.now())
  cursors.killSessions(sessions.expire(Date.now()))
  store.forgetDeadReaders()
}

const admission = createAdmission()

function accept(server: Server, sockets: Set<Socket>, socket: Socket): void {
  const { connections } = server.tally
  const client = { connection: ++connections.created, isGone: () => socket.destroyed }
  sockets.add(socket)
  connections.size = sockets.size
  socket.once('close', () => {
    sockets.delete(socket)
    connections.size = sockets.size
  })
  void serve(socket, admission, (command) => dispatch(server, command, client))
}

function startListening(listener: SocketServer, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    listener.once('error', reject)
    listener.listen(path, resolve)
  })
}
