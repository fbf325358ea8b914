import { MeilisearchError } from '../errors.ts'
import { isObject } from '../json.ts'
import type { Json, JsonObject } from '../json.ts'
import { csvDocuments } from './csv-documents.ts'
import { missingContentType, wrongContentType } from './request.ts'
import type { ApiRequest } from './request.ts'

const accepted = ['application/json', 'application/x-ndjson', 'text/csv']

/** The documents of a request: an array, one object, one object a line, or a table. */
export function documentsBody({ contentType, body, query }: ApiRequest): JsonObject[] {
  const type = contentType.split(';')[0]!.trim()
  if (type === '') throw missingContentType(accepted)
  if (!accepted.includes(type)) throw wrongContentType(contentType, accepted)
  const delimiter = query.get('csvDelimiter')
  if (delimiter !== null) checkDelimiter(delimiter, type)
  const kind = { 'application/json': 'json', 'application/x-ndjson': 'ndjson' }[type] ?? 'csv'
  if (body.length === 0) throw new MeilisearchError('missing_payload', `A ${kind} payload is missing.`)
  if (kind === 'csv') return csvDocuments(body, delimiter ?? ',')
  return checked(kind, kind === 'json' ? valuesOf(body) : linesOf(body))
}

function checkDelimiter(delimiter: string, type: string): void {
  if (type !== 'text/csv') {
    const message = `The Content-Type \`${type}\` does not support the use of a csv delimiter. The csv delimiter can only be used with the Content-Type \`text/csv\`.`
    throw new MeilisearchError('invalid_content_type', message)
  }
  if (delimiter.length === 1 && /^\p{ASCII}$/u.test(delimiter)) return
  const reason = `expected a string of one character, but found the following string of ${delimiter.length} characters: \`${delimiter}\``
  const message = `Invalid value in parameter \`csvDelimiter\`: ${reason}`
  throw new MeilisearchError('invalid_document_csv_delimiter', message)
}

function valuesOf(body: Buffer): Json[] {
  const value = parsed('json', body.toString())
  return Array.isArray(value) ? value : [value]
}

function linesOf(body: Buffer): Json[] {
  const lines = body.toString().split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => parsed('ndjson', line))
}

function parsed(kind: string, text: string): Json {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw malformed(kind, error instanceof Error ? error.message : String(error))
  }
}

function checked(kind: string, values: Json[]): JsonObject[] {
  if (values.every(isObject)) return values
  throw malformed(kind, 'a document is not an object')
}

function malformed(kind: string, reason: string): MeilisearchError {
  const message = `The \`${kind}\` payload provided is malformed. \`Couldn't serialize document value: ${reason}\`.`
  return new MeilisearchError('malformed_payload', message)
}
