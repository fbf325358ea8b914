import type { RequestHandler } from 'express'
import helmet from 'helmet'

const nothingInline = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  // covers the socket as well: since CSP 3 'self' includes ws and wss of the same host and port
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
}
const oneYear = 365 * 24 * 60 * 60

/** `secure`: the site is reached over TLS; only then may browsers be told to insist on it. */
export function setUpSecurityHeaders({ secure }: { secure: boolean }): RequestHandler {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives: nothingInline },
    strictTransportSecurity: secure && { maxAge: oneYear },
    referrerPolicy: { policy: 'same-origin' },
  })
}
