import type { Socket } from 'node:net'

/** Bytes of replies that may wait for their clients at a time, over all connections. */
const most = 256 * 1024 * 1024
/** Milliseconds that a client may leave a reply when others need the room. */
const patience = 2000

/** Replies that are written and that their clients have not taken. */
export interface Unread {
  /** Resolves once there is room for another; a client that leaves its reply too long is left then. */
  room(): Promise<void>
  /** Notes a reply of `bytes`; gives what is to be called when it is taken. */
  hold(socket: Socket, bytes: number): () => void
}

export function createUnread(): Unread {
  const held = new Map<Socket, { bytes: number; since: number }>()
  let total = 0

  function leaveTheSlow(): void {
    for (const [socket, { since }] of held)
      if (total > most && Date.now() - since > patience) {
        release(socket)
        socket.destroy()
      }
  }

  function release(socket: Socket): void {
    total -= held.get(socket)?.bytes ?? 0
    held.delete(socket)
  }

  return {
    room: async () => {
      for (leaveTheSlow(); total > most; leaveTheSlow()) await new Promise((next) => setTimeout(next, 20))
    },
    hold: (socket, bytes) => {
      held.set(socket, { bytes, since: Date.now() })
      total += bytes
      return () => release(socket)
    },
  }
}
