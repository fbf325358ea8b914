import { MeilisearchError } from '../errors.ts'
import type { DocumentId } from '../index/search-index.ts'
import type { Json, JsonObject } from '../json.ts'

const advice = 'Please specify the primary key manually using the `primaryKey` query parameter.'

/** The primary key of the index: the known one, the wanted one, or the only field that ends in "id". */
export function primaryKeyFor(
  known: string | null,
  wanted: string | null,
  documents: JsonObject[],
): string | null {
  if (known !== null && wanted !== null && known !== wanted) {
    throw new MeilisearchError(
      'index_primary_key_already_exists',
      `Index already has a primary key: \`${known}\`.`,
    )
  }
  return known ?? wanted ?? (documents.length === 0 ? null : inferred(documents[0]!))
}

function inferred(document: JsonObject): string {
  const candidates = Object.keys(document).filter((name) => name.toLowerCase().endsWith('id'))
  if (candidates.length === 1) return candidates[0]!
  if (candidates.length === 0) {
    const message = `The primary key inference failed as the engine did not find any field ending with \`id\` in its name. ${advice}`
    throw new MeilisearchError('index_primary_key_no_candidate_found', message)
  }
  const names = candidates.map((name) => `'${name}'`)
  const listed = `${names.slice(0, 1).join(', ')} and ${names[1]}`
  const message = `The primary key inference failed as the engine found ${candidates.length} fields ending with \`id\` in their names: ${listed}. ${advice}`
  throw new MeilisearchError('index_primary_key_multiple_candidates_found', message)
}

/** An integer, or 1 to 511 letters, digits, hyphens and underscores. */
export function documentId(document: JsonObject, primaryKey: string): DocumentId {
  const id: Json | undefined = Object.hasOwn(document, primaryKey) ? document[primaryKey] : undefined
  if (id === undefined) {
    const shown = JSON.stringify(document)
    throw new MeilisearchError(
      'missing_document_id',
      `Document doesn't have a \`${primaryKey}\` attribute: \`${shown}\`.`,
    )
  }
  if (typeof id === 'number' && Number.isSafeInteger(id)) return id
  if (typeof id === 'string' && isDocumentId(id)) return id
  throw new MeilisearchError(
    'invalid_document_id',
    `Document identifier \`${JSON.stringify(id)}\` is invalid. ${idRule}`,
  )
}

const idRule =
  'A document identifier can be of type integer or string, only composed of alphanumeric characters (a-z A-Z 0-9), hyphens (-) and underscores (_), and can not be more than 511 bytes.'

export function isDocumentId(id: string): boolean {
  return /^[a-zA-Z0-9_-]{1,511}$/.test(id)
}
