import { io, type Socket } from 'socket.io-client'

/** A notification as it arrives over the socket. */
export interface Heard {
  id: string
  kind: string
  title: string
  html: string
  offerId?: string
  needId?: string
  matchId?: string
  score?: number
}

/** A line of a conversation as it arrives over the socket. */
export interface HeardMessage {
  id: string
  matchId: string
  html: string
}

export interface Ears {
  /** the next notification that fits, among those heard already and those to come */
  next(fits?: (heard: Heard) => boolean): Promise<Heard>
  all(): Heard[]
  nextMessage(): Promise<HeardMessage>
  messages(): HeardMessage[]
  unread(): number | undefined
  isEnded(): boolean
  /** resolves when the server ended the connection */
  ended(): Promise<unknown>
  close(): void
}

const patienceMilliseconds = 15_000

/** Connects a socket and remembers what it hears; rejects where the server refuses the connection. */
export async function listen(
  url: string,
  { token, after, headers }: { token?: string; after?: string; headers?: Record<string, string> },
): Promise<Ears> {
  const socket: Socket = io(url, {
    auth: { ...(token && { token }), ...(after && { after }) },
    extraHeaders: headers,
    reconnection: false,
    forceNew: true,
  })
  const heard: Heard[] = []
  const messages: HeardMessage[] = []
  let unread: number | undefined
  const waiting = new Set<() => void>()
  socket.on('notification', (notification: Heard) => {
    heard.push(notification)
    for (const look of waiting) look()
  })
  socket.on('disconnect', () => {
    for (const look of waiting) look()
  })
  socket.on('message', (message: HeardMessage) => {
    messages.push(message)
    for (const look of waiting) look()
  })
  socket.on('unread', (message: { unread: number }) => {
    unread = message.unread
  })
  await new Promise<void>((done, fail) => {
    socket.once('connect', done)
    socket.once('connect_error', fail)
  })
  return {
    next: (fits = () => true) => waitFor(() => heard.find(fits), waiting),
    all: () => [...heard],
    nextMessage: () => waitFor(() => messages[0], waiting),
    messages: () => [...messages],
    unread: () => unread,
    isEnded: () => socket.disconnected,
    ended: () => waitFor(() => socket.disconnected || undefined, waiting),
    close: () => socket.disconnect(),
  }
}

function waitFor<T>(find: () => T | undefined, waiting: Set<() => void>): Promise<T> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => {
      waiting.delete(look)
      fail(new Error('Nothing of the kind was heard'))
    }, patienceMilliseconds)
    const look = () => {
      const found = find()
      if (found === undefined) return
      clearTimeout(timer)
      waiting.delete(look)
      done(found)
    }
    waiting.add(look)
    look()
  })
}
