import type { IncomingMessage, Server as HttpServer } from 'node:http'
import type { RequestHandler } from 'express'
import { Server, type Socket } from 'socket.io'

/** One connected browser or client; its room follows from the account alone. */
export interface Listener {
  socketId: string
  accountId: string
  /** of the account when it was let in */
  epoch: number
  language: string
  /** hears what was made from here on */
  since: Date
}

/** What the handshake brought. */
export interface Handshake {
  request: IncomingMessage
  token?: string
  /** id of the newest notification that the client has */
  after?: string
  /** of the page that listens */
  language?: string
}

interface LiveSettings {
  /** the page's session, shared with the handshake */
  session: RequestHandler
  /** who this is and the language to speak; `null` refuses the connection */
  admit(handshake: Handshake): Promise<Omit<Listener, 'socketId'> | null>
  onConnection(listener: Listener, after: string | undefined): Promise<void>
  onError(error: unknown): void
}

export type Live = ReturnType<typeof createLive>

/** Sockets carry server -> client only: no event from a client is listened to. */
export function createLive() {
  const io = new Server({ serveClient: false, maxHttpBufferSize: 10_000, cors: { origin: false } })
  const listeners = new Map<string, Listener>()

  function welcome(socket: Socket, { onConnection, onError }: LiveSettings): void {
    const listener = socket.data.listener as Listener
    listeners.set(socket.id, listener)
    socket.on('disconnect', () => listeners.delete(socket.id))
    onConnection(listener, handshakeOf(socket).after).catch(onError)
  }

  function dismiss({ socketId }: Listener): void {
    listeners.delete(socketId)
    io.sockets.sockets.get(socketId)?.disconnect(true)
  }

  return {
    listeners: (): Listener[] => [...listeners.values()],

    emit(listener: Listener, event: string, data: unknown): void {
      io.to(listener.socketId).emit(event, data)
    },

    /** Ends the connections of a person who signed out or lost access. */
    disconnect(accountId: string): void {
      for (const listener of listeners.values()) if (listener.accountId === accountId) dismiss(listener)
    },

    /** Ends one connection. */
    dismiss,

    attach(server: HttpServer, settings: LiveSettings): void {
      io.attach(server)
      io.engine.use((request: IncomingMessage, response: unknown, next: unknown) =>
        (settings.session as (...args: unknown[]) => void)(request, response, next),
      )
      io.use((socket, next) => {
        settings.admit(handshakeOf(socket)).then((admitted) => {
          if (!admitted) return next(new Error('sign-in needed'))
          socket.data.listener = { ...admitted, socketId: socket.id }
          next()
        }, next)
      })
      io.on('connection', (socket) => welcome(socket, settings))
    },

    async close(): Promise<void> {
      await io.close()
    },
  }
}

function handshakeOf({ handshake, request }: Socket): Handshake {
  const auth = handshake.auth as Record<string, unknown>
  return { request, token: textOf(auth.token), after: textOf(auth.after), language: textOf(auth.language) }
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined
