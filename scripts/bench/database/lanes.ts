import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** Connections to a local socket, each with one question at a time. */
export interface Lanes {
  /** Sends bytes and gives the answer, which begins with its own length, as BSON and MongoDB's messages do. */
  ask(bytes: Buffer): Promise<Buffer>
  close(): void
}

export async function openLanes(path: string, width: number): Promise<Lanes> {
  const free = await Promise.all(Array.from({ length: width }, () => connected(path)))
  return {
    ask: async (bytes) => {
      const socket = free.pop()
      if (!socket) throw new Error(`More than ${width} questions at once`)
      const answer = await askOn(socket, bytes)
      free.push(socket)
      return answer
    },
    close: () => free.forEach((socket) => socket.destroy()),
  }
}

async function connected(path: string): Promise<Socket> {
  const socket = connect(path)
  await once(socket, 'connect')
  return socket
}

function askOn(socket: Socket, bytes: Buffer): Promise<Buffer> {
  return new Promise((done) => {
    let received: Buffer = Buffer.alloc(0)
    const take = (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
      if (received.length < 4 || received.length < received.readInt32LE(0)) return
      socket.off('data', take)
      done(received)
    }
    socket.on('data', take)
    socket.write(bytes)
  })
}
