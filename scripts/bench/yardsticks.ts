import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Meilisearch } from 'meilisearch'
import { Server } from 'socket.io'
import { io } from 'socket.io-client'
import type { EmbeddedAddresses } from '../../server/embedded/start-embedded.ts'
import { subjects } from './subjects.ts'

const queriesAtOnce = 12

/** One multi-search of twelve short queries on the needs, sent to the search server without the application. */
export async function rawSearch(dataDir: string): Promise<() => Promise<unknown>> {
  const addresses = JSON.parse(await readFile(join(dataDir, 'embedded.json'), 'utf8')) as EmbeddedAddresses
  const client = new Meilisearch(addresses.meilisearch)
  const words = subjects.flatMap(({ subject }) => subject.split(' ').filter((word) => word.length > 4))
  let turn = 0
  return () => {
    turn += 1
    const queries = Array.from({ length: queriesAtOnce }, (_, position) => ({
      indexUid: 'needs',
      q: words[(turn * queriesAtOnce + position) % words.length],
      filter: `openUntil > ${Math.floor(Date.now() / 1_000)}`,
      limit: 40,
      attributesToRetrieve: ['id'],
    }))
    return client.multiSearch({ queries })
  }
}

/** One event from a bare socket.io server to a client. */
export async function rawEmit() {
  const http = createServer()
  const server = new Server(http)
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  const client = io(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, { transports: ['websocket'] })
  await new Promise<void>((done) => client.once('connect', done))
  return {
    emit: () =>
      new Promise<void>((done) => {
        client.once('notification', () => done())
        server.emit('notification', { id: 'a'.repeat(24), html: 'x'.repeat(1_000) })
      }),
    async close() {
      client.close()
      await server.close()
    },
  }
}
