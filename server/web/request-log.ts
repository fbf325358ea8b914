import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'

const quiet = /^\/(assets|health|metrics)(\/|$)/

/**
 * One line for each answer: method, path, status, time, id. Queries, headers, cookies and bodies are left out,
 * for they carry search words, tokens and passwords. The id is also sent back, for people to quote.
 */
export function setUpRequestLog({ log }: { log: Logger }) {
  return pinoHttp({
    logger: log,
    genReqId: nameRequest,
    autoLogging: { ignore: (req) => quiet.test(req.url ?? '') },
    customLogLevel: (_req, res, error) => (error || res.statusCode >= 500 ? 'error' : 'info'),
    serializers: {
      req: ({ id, method, url }: { id: string; method: string; url: string }) => ({
        id,
        method,
        path: url.split('?', 1)[0],
      }),
      res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
    },
  })
}

/** Keeps the id that a proxy in front gave, if it looks like one. */
function nameRequest(req: IncomingMessage, res: ServerResponse): string {
  const given = [req.headers['x-request-id']].flat()[0]
  const id = given && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
  res.setHeader('X-Request-Id', id)
  return id
}
