import { MeilisearchError, notSupported } from '../../errors.ts'
import { isObject } from '../../json.ts'
import type { Json } from '../../json.ts'
import { readDocument } from '../../tasks/documents.ts'
import { isDocumentId } from '../../tasks/primary-key.ts'
import { documentsBody } from '../documents-body.ts'
import { enqueued } from '../enqueue.ts'
import { listDocuments } from '../list-documents.ts'
import {
  checkParameters,
  collectionOf,
  indexUid,
  jsonBody,
  listParameter,
  objectBody,
  ok,
} from '../request.ts'
import type { ApiRequest, Reply } from '../request.ts'
import type { RouteEntry } from '../router.ts'
import { pick } from '../../search/pick.ts'

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
    () => Promise.reject(notSupported('Editing documents by function')),
  ],
  ['GET', '/indexes/:uid/documents/:id', 'documents.get', getOne],
  ['DELETE', '/indexes/:uid/documents/:id', 'documents.delete', deleteOne],
]

function listByQuery(request: ApiRequest): Reply {
  checkParameters(request.query, ['offset', 'limit', 'fields', 'ids', 'filter', 'sort', 'retrieveVectors'])
  const lists = ['fields', 'ids', 'sort'].map((name) => [name, listParameter(request.query, name)])
  const counts = ['offset', 'limit'].map((name) => [name, request.query.get(name)])
  const numbers = counts.map(([name, text]) => [
    name,
    text != null && /^\d+$/.test(text) ? Number(text) : text,
  ])
  const given = [...lists, ...numbers, ['filter', request.query.get('filter')]].filter(
    ([, value]) => value !== null,
  )
  return ok(listDocuments(request, Object.fromEntries(given)))
}

function getOne(request: ApiRequest): Reply {
  checkParameters(request.query, ['fields', 'retrieveVectors'])
  const collection = collectionOf(request)
  const document = readDocument(request.engine.store, collection, request.params[1]!)
  if (!document)
    throw new MeilisearchError('document_not_found', `Document \`${request.params[1]!}\` not found.`)
  const fields = listParameter(request.query, 'fields') ?? ['*']
  return ok(pick(document, [fields]))
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
  if (!Array.isArray(body))
    throw new MeilisearchError('bad_request', 'Invalid value type: expected an array of document ids')
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
  const body = jsonBody(request)
  const filter = isObject(body) ? body['filter'] : undefined
  if (filter === undefined || filter === null)
    throw new MeilisearchError('missing_document_filter', 'Missing field `filter`')
  const details = { providedIds: 0, deletedDocuments: null, originalFilter: JSON.stringify(filter) }
  return enqueued(request, {
    work: { type: 'documentDeletion', by: 'filter', filter },
    indexUid: indexUid(request.params[0]),
    details,
  })
}
