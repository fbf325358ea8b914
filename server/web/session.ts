import MongoStore from 'connect-mongo'
import type { RequestHandler } from 'express'
import session from 'express-session'
import type { MongoClient } from 'mongodb'

const day = 24 * 60 * 60

interface SessionSettings {
  client: MongoClient
  dbName: string
  secret: string
  /** the site is reached over TLS */
  secure: boolean
}

/**
 * Sessions live in the database and end after seven idle days. A visitor who only reads gets none: the first
 * form that is shown starts one, because its token must be kept somewhere. The middleware is shared with the
 * socket's handshake.
 */
export function setUpSession({ client, dbName, secret, secure }: SessionSettings): RequestHandler {
  return session({
    name: 'concord.session',
    secret,
    store: MongoStore.create({ client, dbName, touchAfter: day / 24 }),
    resave: false,
    rolling: true,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure, maxAge: 7 * day * 1000 },
  })
}
