import { MeilisearchError } from '../errors.ts'
import { filterDocuments } from '../filter/filter-documents.ts'
import { has, members } from '../index/bitset.ts'
import type { Json, JsonObject } from '../json.ts'
import { listed, snakeCase, unknownField, wrongType } from '../misfits.ts'
import { checkSort } from '../search/check-fields.ts'
import { count, filter, flag, readText, texts } from '../search/parameter-kinds.ts'
import type { Kind } from '../search/parameter-kinds.ts'
import { pick } from '../search/pick.ts'
import { orderRules } from '../search/order-rules.ts'
import { inOrder } from '../search/rank.ts'
import { readNumbered } from '../tasks/documents.ts'
import type { Collection } from '../engine.ts'
import { collectionOf } from './request.ts'
import type { ApiRequest } from './request.ts'

type Listing = {
  offset: number
  limit: number
  fields: string[]
  retrieveVectors: boolean
  filter: Json
  ids: (string | number)[] | null
  sort: string[]
}

/** The documents that a filter and a list of ids select, in the order of their arrival or of `sort`. */
export function listDocuments(request: ApiRequest, body: JsonObject): Record<string, unknown> {
  const collection = collectionOf(request)
  const { offset, limit, fields, retrieveVectors, ...listing } = readListing(body)
  const selected = selectedDocuments(collection, listing.filter, listing.ids)
  const orders = checkSort(collection.record.settings, listing.sort, 'invalid_document_sort')
  const rules = orders.flatMap((order) => orderRules(collection.index, order))
  const page = inOrder(selected, rules, offset + limit).slice(offset)
  const { store } = request.engine
  const documents = page.map((number) => readNumbered(store, collection.record.key, number))
  const results = documents
    .filter((document) => document !== undefined)
    .map((document) => shownDocument(document, fields, retrieveVectors))
  return { results, offset, limit, total: selected.length }
}

/** A document with the wanted fields and, where asked for, its vectors, of which there are none of our making. */
export function shownDocument(
  document: JsonObject,
  fields: string[],
  retrieveVectors: boolean,
): Record<string, unknown> {
  const shown = pick(document, [fields])
  return retrieveVectors ? { ...shown, _vectors: document['_vectors'] ?? {} } : shown
}

function selectedDocuments({ index, record }: Collection, filter: Json, ids: Listing['ids']): number[] {
  const filtered = filterDocuments(index, record.settings, filter, 'invalid_document_filter')
  if (ids === null) return members(filtered)
  const numbers = ids.map((id) => index.numbers.get(String(id))).filter((number) => number !== undefined)
  return [...new Set(numbers)].filter((number) => has(filtered, number)).sort((one, other) => one - other)
}

const kinds: Record<keyof Listing, Kind> = {
  offset: count,
  limit: count,
  fields: texts,
  retrieveVectors: flag,
  filter,
  ids: { ...texts, misfit: wrongIds },
  sort: texts,
}
const names = Object.keys(kinds)

const defaults: Listing = {
  offset: 0,
  limit: 20,
  fields: ['*'],
  retrieveVectors: false,
  filter: null,
  ids: null,
  sort: [],
}

function readListing(body: JsonObject): Listing {
  const given = Object.entries(body).filter(([name, value]) => {
    const kind = kindOf(name)
    if (!kind) throw new MeilisearchError('bad_request', unknownField('', name, names))
    const misfit = value === null ? undefined : kind.misfit(value, `.${name}`)
    if (misfit !== undefined) throw new MeilisearchError(`invalid_document_${snakeCase(name)}`, misfit)
    return value !== null
  })
  return { ...defaults, ...Object.fromEntries(given) }
}

function kindOf(name: string): Kind | undefined {
  return Object.hasOwn(kinds, name) ? kinds[name as keyof Listing] : undefined
}

function wrongIds(value: Json, path: string): string | undefined {
  const isIds = Array.isArray(value) && value.every((id) => typeof id === 'string' || typeof id === 'number')
  return isIds ? undefined : wrongType(path, 'an array of document ids', value)
}

/** The parameters of a listing by GET as the body of one by POST. */
export function listingOfQuery(query: URLSearchParams): JsonObject {
  return Object.fromEntries([...query].map(([name, text]) => [name, readParameter(name, text)]))
}

function readParameter(name: string, text: string): Json {
  const kind = kindOf(name)
  if (!kind) {
    const message = `Unknown parameter \`${name}\`: expected one of ${listed(names)}`
    throw new MeilisearchError('bad_request', message)
  }
  return readText(kind, name, text, `invalid_document_${snakeCase(name)}`)
}
