import { createServer, type Socket } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'
import { openRaw } from './raw-store.ts'

/** The yardstick of a read: takes keys of 12 bytes from a socket and sends back what LMDB has, with its length before. */
const { folder, path } = workerData as { folder: string; path: string }
const store = openRaw(folder)

function answer(socket: Socket): void {
  socket.on('data', (key) => {
    const bytes = store.get(key as Buffer) as Buffer
    socket.write(bytes)
  })
  socket.on('error', () => socket.destroy())
}

createServer(answer).listen(path, () => parentPort?.postMessage('listening'))
