import { pino, type Logger } from 'pino'

export type Log = Logger

/** JSON lines on standard error, so that standard output keeps what commands promise to print. */
export const createLog = (level: string): Log =>
  pino({ level, redact: ['req.headers.cookie', 'req.headers.authorization'] }, pino.destination(2))
