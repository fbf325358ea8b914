import { Problem } from './problem.ts'
import type { ProblemKind } from './problem.ts'

/** Whatever was thrown, as a problem that may be shown: anything unforeseen says only that it failed. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  const { code, status, name } = traitsOf(error)
  if (code === 'EBADCSRFTOKEN')
    return new Problem('stale-form', { detail: 'The form token is missing or old.' })
  if (isOutage(name, code)) return new Problem('unavailable', { detail: 'The database does not answer.' })
  const kind = kinds[Number(status)]
  return kind ? new Problem(kind, { detail: details[kind] }) : new Problem('failed')
}

/** Statuses that Express and its body parsers throw by themselves. */
const kinds: Partial<Record<number, ProblemKind>> = {
  400: 'bad-request',
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-type',
}
const details: Partial<Record<ProblemKind, string>> = {
  'bad-request': 'The request could not be read.',
  'too-large': 'The request is larger than this site accepts.',
  'unsupported-type': 'This kind of content cannot be read.',
}

interface Traits {
  code?: unknown
  status?: unknown
  name?: unknown
}

const traitsOf = (error: unknown): Traits => (typeof error === 'object' && error !== null ? error : {})

const isOutage = (name: unknown, code: unknown): boolean =>
  /ServerSelectionError$|NetworkError$|NetworkTimeoutError$/.test(String(name)) || code === 'ECONNREFUSED'
