import { MeilisearchError, notEnabled } from '../../errors.ts'
import { readFilter } from '../../filter/filter-documents.ts'
import type { Json } from '../../json.ts'
import { missingField, unknownField, wrongType } from '../../misfits.ts'
import { readDocument } from '../../tasks/documents.ts'
import { isDocumentId } from '../../tasks/primary-key.ts'
import { documentsBody } from '../documents-body.ts'
import { enqueued } from '../enqueue.ts'
import { listDocuments, listingOfQuery, shownDocument } from '../list-documents.ts'
import {
  checkParameters,
  collectionOf,
  flagParameter,
  indexUid,
  jsonBody,
  listParameter,
  objectBody,
  ok,
} from '../request.ts'
import type { ApiRequest, Reply } from '../request.ts'
import type { RouteEntry } from '../router.ts'

export const documentRoutes: RouteEntry[] = [
  ['GET', '/indexes/:uid/documents', 'documents.get', listByQuery],
  ['POST', '/indexes/:uid/documents', 'documents.add', (request) => addition(request, false)],
  ['PUT', '/indexes/:uid/documents', 'documents.add', (request) => addition(request, true)],
  ['DELETE', '/indexes/:uid/documents', 'documents.delete', deleteAll],
  [
    'POST',
    '/indexes/:uid/documents/fetch',
    'documents.get',
    (request) => ok(listDocuments(request, objectBody(request))),
  ],
  ['POST', '/indexes/:uid/documents/delete', 'documents.delete', deleteByFilter],
  ['POST', '/indexes/:uid/documents/delete-batch', 'documents.delete', deleteBatch],
  [
    'POST',
    '/indexes/:uid/documents/edit',
    'documents.*',
    () => Promise.reject(notEnabled('Using the documents edit route', 'edit documents by function', 762)),
  ],
  ['GET', '/indexes/:uid/documents/:id', 'documents.get', getOne],
  ['DELETE', '/indexes/:uid/documents/:id', 'documents.delete', deleteOne],
]

function listByQuery(request: ApiRequest): Reply {
  return ok(listDocuments(request, listingOfQuery(request.query)))
}

function getOne(request: ApiRequest): Reply {
  checkParameters(request.query, ['fields', 'retrieveVectors'])
  const collection = collectionOf(request)
  const document = readDocument(request.engine.store, collection, request.params[1]!)
  if (!document)
    throw new MeilisearchError('document_not_found', `Document \`${request.params[1]!}\` not found.`)
  const fields = listParameter(request.query, 'fields') ?? ['*']
  const vectors = flagParameter(request.query, 'retrieveVectors', 'invalid_document_retrieve_vectors')
  return ok(shownDocument(document, fields, vectors))
}

function addition(request: ApiRequest, merge: boolean): Promise<Reply> {
  checkParameters(request.query, ['primaryKey', 'csvDelimiter', 'customMetadata', 'skipCreation'])
  const uid = indexUid(request.params[0])
  const documents = documentsBody(request)
  const raw =
    request.contentType.startsWith('application/json') && request.body[0] === 0x5b
      ? request.body
      : Buffer.from(JSON.stringify(documents))
  const primaryKey = request.query.get('primaryKey')
  const skipCreation = request.query.get('skipCreation') === 'true'
  const details = { receivedDocuments: documents.length, indexedDocuments: null }
  const work = { type: 'documentAdditionOrUpdate', merge, primaryKey, skipCreation } as const
  return enqueued(request, { work, indexUid: uid, details, body: { raw, documents } })
}

function deleteAll(request: ApiRequest): Promise<Reply> {
  const details = { providedIds: 0, deletedDocuments: null, originalFilter: null }
  return enqueued(request, {
    work: { type: 'documentDeletion', by: 'all' },
    indexUid: indexUid(request.params[0]),
    details,
  })
}

function deleteOne(request: ApiRequest): Promise<Reply> {
  const id = request.params[1]!
  if (!isDocumentId(id)) {
    throw new MeilisearchError(
      'invalid_document_id',
      `Document identifier \`${JSON.stringify(id)}\` is invalid.`,
    )
  }
  return deletion(request, [id])
}

function deleteBatch(request: ApiRequest): Promise<Reply> {
  const body = jsonBody(request)
  if (!Array.isArray(body)) throw new MeilisearchError('bad_request', wrongType('', 'an array', body))
  return deletion(request, body.map(idIn))
}

function idIn(value: Json): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  throw new MeilisearchError(
    'invalid_document_id',
    `Document identifier \`${JSON.stringify(value)}\` is invalid.`,
  )
}

function deletion(request: ApiRequest, ids: string[]): Promise<Reply> {
  const details = { providedIds: ids.length, deletedDocuments: null, originalFilter: null }
  return enqueued(request, {
    work: { type: 'documentDeletion', by: 'ids', ids },
    indexUid: indexUid(request.params[0]),
    details,
  })
}

function deleteByFilter(request: ApiRequest): Promise<Reply> {
  const body = objectBody(request)
  const unknown = Object.keys(body).find((name) => name !== 'filter')
  if (unknown !== undefined) throw new MeilisearchError('bad_request', unknownField('', unknown, ['filter']))
  const filter = body['filter']
  if (filter === undefined) throw new MeilisearchError('missing_document_filter', missingField('', 'filter'))
  if (!readFilter(filter, 'invalid_document_filter'))
    throw new MeilisearchError('invalid_document_filter', 'Sending an empty filter is forbidden.')
  const details = { providedIds: 0, deletedDocuments: null, originalFilter: JSON.stringify(filter) }
  return enqueued(request, {
    work: { type: 'documentDeletion', by: 'filter', filter },
    indexUid: indexUid(request.params[0]),
    details,
  })
}
