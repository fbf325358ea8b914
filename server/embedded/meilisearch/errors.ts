export type ErrorBody = { message: string; code: string; type: string; link: string }

const statuses: Record<string, number> = {
  missing_authorization_header: 401,
  missing_master_key: 401,
  invalid_api_key: 403,
  index_not_found: 404,
  document_not_found: 404,
  task_not_found: 404,
  batch_not_found: 404,
  api_key_not_found: 404,
  not_found: 404,
  api_key_already_exists: 409,
  index_already_exists: 409,
  method_not_allowed: 405,
  payload_too_large: 413,
  missing_content_type: 415,
  invalid_content_type: 415,
  internal: 500,
}

const types: Record<string, string> = {
  missing_authorization_header: 'auth',
  missing_master_key: 'auth',
  invalid_api_key: 'auth',
  internal: 'internal',
}

/** A refusal in the original's shape; `code` decides the HTTP status and the type. */
export class MeilisearchError extends Error {
  readonly code: string
  /** Whether the settings of an index are at fault: a search then names the index first. */
  readonly concernsIndex: boolean

  constructor(code: string, message: string, { concernsIndex = false } = {}) {
    super(message)
    this.code = code
    this.concernsIndex = concernsIndex
  }
}

/** What `act` gives; an error that concerns the index gets the name of the index before its message. */
export function naming<Result>(uid: string, act: () => Result): Result {
  try {
    return act()
  } catch (error) {
    if (!(error instanceof MeilisearchError) || !error.concernsIndex) throw error
    throw new MeilisearchError(error.code, `Index \`${uid}\`: ${error.message}`)
  }
}

export function statusOf(error: MeilisearchError): number {
  return statuses[error.code] ?? 400
}

export function errorBody({ code, message }: MeilisearchError): ErrorBody {
  const type = types[code] ?? 'invalid_request'
  return { message, code, type, link: `https://docs.meilisearch.com/errors#${code}` }
}

/** What is thrown as an error of ours stays; anything else is reported as `internal`. */
export function asMeilisearchError(error: unknown): MeilisearchError {
  if (error instanceof MeilisearchError) return error
  return new MeilisearchError('internal', error instanceof Error ? error.message : String(error))
}

/** The answer to everything that the original has and this stand-in leaves out. */
export function notSupported(what: string): MeilisearchError {
  return new MeilisearchError('feature_not_enabled', `${what} is not supported by the embedded search`)
}

/** The original's words for what needs an experimental feature, none of which can be switched on here. */
export function notEnabled(act: string, feature: string, discussion: number): MeilisearchError {
  const place = `See https://github.com/orgs/meilisearch/discussions/${discussion}`
  const message = `${act} requires enabling the \`${feature}\` experimental feature. ${place}`
  return new MeilisearchError('feature_not_enabled', message)
}

export function indexNotFound(uid: string): MeilisearchError {
  return new MeilisearchError('index_not_found', `Index \`${uid}\` not found.`)
}
