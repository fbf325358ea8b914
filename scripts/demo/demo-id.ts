import { createHash } from 'node:crypto'

/** An id that follows from a key of the demo set, so that seeding again after a crash doubles nothing. */
export const demoId = (key: string): string =>
  createHash('sha256').update(`demo:${key}`).digest('hex').slice(0, 24)
