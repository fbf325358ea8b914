/** What can go wrong for a reader; the pages' words stand in the locales under `errors.<kind>`. */
export const problemKinds = {
  'bad-request': [400, 'Bad Request'],
  'sign-in': [401, 'Unauthorized'],
  forbidden: [403, 'Forbidden'],
  'stale-form': [403, 'Forbidden'],
  'not-found': [404, 'Not Found'],
  'not-allowed': [405, 'Method Not Allowed'],
  conflict: [409, 'Conflict'],
  'too-large': [413, 'Content Too Large'],
  'unsupported-type': [415, 'Unsupported Media Type'],
  invalid: [422, 'Unprocessable Content'],
  'too-many-requests': [429, 'Too Many Requests'],
  failed: [500, 'Internal Server Error'],
  unavailable: [503, 'Service Unavailable'],
} as const satisfies Record<string, [status: number, title: string]>
export type ProblemKind = keyof typeof problemKinds

export interface FieldProblem {
  /** path of the field in the body, with dots */
  field: string
  message: string
}

interface ProblemParts {
  /** one English sentence for the developer of a client; never a secret */
  detail?: string
  errors?: FieldProblem[]
  headers?: Record<string, string>
}

/** Thrown anywhere in a request; answered as a page or as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  readonly kind: ProblemKind
  readonly status: number
  readonly title: string
  readonly detail: string | undefined
  readonly errors: FieldProblem[] | undefined
  readonly headers: Record<string, string>

  constructor(kind: ProblemKind, { detail, errors, headers = {} }: ProblemParts = {}) {
    super(detail ?? problemKinds[kind][1])
    this.name = 'Problem'
    this.kind = kind
    const [status, title] = problemKinds[kind]
    this.status = status
    this.title = title
    this.detail = detail
    this.errors = errors
    this.headers = headers
  }

  toJSON() {
    const { status, title, detail, errors } = this
    return { type: 'about:blank', status, title, detail: detail ?? title, errors }
  }
}

export const signInNeeded = (detail = 'Sign in first.') => new Problem('sign-in', { detail })
export const forbidden = (detail = 'This account may not do that.') => new Problem('forbidden', { detail })
export const notFoundProblem = (detail = 'There is nothing at this address.') =>
  new Problem('not-found', { detail })
export const conflict = (detail: string) => new Problem('conflict', { detail })

/** Not so often; the header says how long to wait. */
export function tooMany(milliseconds: number): Problem {
  const seconds = String(Math.ceil(milliseconds / 1000))
  return new Problem('too-many-requests', {
    detail: `Too many attempts; try again in ${seconds} seconds.`,
    headers: { 'Retry-After': seconds },
  })
}

/** Input that was understood and is not acceptable: names each field. */
export const invalid = (errors: FieldProblem[], detail = 'Some fields need another look.') =>
  new Problem('invalid', { detail, errors })
