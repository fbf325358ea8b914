import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Engine } from '../engine.ts'
import { asMeilisearchError, errorBody, MeilisearchError, statusOf } from '../errors.ts'
import { authorize, everything } from './authorization.ts'
import type { Reply } from './request.ts'
import { findRoute } from './router.ts'

/** Bytes of the largest body that is accepted. */
const largestBody = 100 * 1024 * 1024

/** Listens on the loopback address; port 0 takes a free one. */
export async function serve(engine: Engine, port: number): Promise<{ host: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => void answer(engine, request, response))
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: taken } = server.address() as AddressInfo
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { host: `http://127.0.0.1:${taken}`, stop }
}

async function answer(engine: Engine, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, body } = await replyTo(engine, request).catch(failure)
  const text = body === undefined ? '' : JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}

/** Of a path or method that no route has the original says nothing. */
const silent = ['not_found', 'method_not_allowed']

function failure(error: unknown): Reply {
  const known = asMeilisearchError(error)
  if (silent.includes(known.code)) return { status: statusOf(known) }
  return { status: statusOf(known), body: errorBody(known) }
}

async function replyTo(engine: Engine, request: IncomingMessage): Promise<Reply> {
  const body = await bodyOf(request)
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const { route, params } = findRoute(request.method ?? 'GET', pathname)
  const permission =
    route.action === null ? everything : authorize(engine, request.headers.authorization, route.action)
  if (route.namesIndex) permission.check(params[0]!)
  const contentType = request.headers['content-type'] ?? ''
  return route.handler({ engine, params, query: searchParams, body, contentType, permission })
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += (chunk as Buffer).length
    if (length <= largestBody) chunks.push(chunk as Buffer)
  }
  if (length <= largestBody) return Buffer.concat(chunks)
  throw new MeilisearchError(
    'payload_too_large',
    'The provided payload reached the size limit. The maximum accepted payload size is 100 MiB.',
  )
}
