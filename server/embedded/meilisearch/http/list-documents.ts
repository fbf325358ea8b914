import { MeilisearchError, notSupported } from '../errors.ts'
import { filterDocuments } from '../filter/filter-documents.ts'
import { has, members } from '../index/bitset.ts'
import { isStringArray } from '../json.ts'
import type { Json, JsonObject } from '../json.ts'
import { checkSort } from '../search/check-fields.ts'
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
  filter: Json
  ids: string[] | null
  sort: string[]
}

/** The documents that a filter and a list of ids select, in the order of their arrival or of `sort`. */
export function listDocuments(request: ApiRequest, body: JsonObject): Record<string, unknown> {
  const collection = collectionOf(request)
  const { offset, limit, fields, ...listing } = readListing(body)
  const selected = selectedDocuments(collection, listing.filter, listing.ids)
  const orders = checkSort(collection.record.settings, listing.sort, 'invalid_document_sort')
  const rules = orders.flatMap((order) => orderRules(collection.index, order))
  const page = inOrder(selected, rules, offset + limit).slice(offset)
  const { store } = request.engine
  const documents = page.map((number) => readNumbered(store, collection.record.key, number))
  const results = documents
    .filter((document) => document !== undefined)
    .map((document) => pick(document, [fields]))
  return { results, offset, limit, total: selected.length }
}

function selectedDocuments({ index, record }: Collection, filter: Json, ids: string[] | null): number[] {
  const filtered = filterDocuments(index, record.settings, filter, 'invalid_document_filter')
  if (ids === null) return members(filtered)
  const numbers = ids.map((id) => index.numbers.get(id)).filter((number) => number !== undefined)
  return [...new Set(numbers)].filter((number) => has(filtered, number)).sort((one, other) => one - other)
}

function readListing(body: JsonObject): Listing {
  const known = ['offset', 'limit', 'fields', 'filter', 'ids', 'sort', 'retrieveVectors']
  const unknown = Object.keys(body).find((name) => !known.includes(name))
  if (unknown !== undefined) {
    const expected = known.map((name) => `\`${name}\``).join(', ')
    throw new MeilisearchError('bad_request', `Unknown field \`${unknown}\`: expected one of ${expected}`)
  }
  if (body['retrieveVectors']) throw notSupported('`retrieveVectors`')
  return {
    offset: count(body, 'offset', 0),
    limit: count(body, 'limit', 20),
    fields: strings(body, 'fields') ?? ['*'],
    filter: body['filter'] ?? null,
    ids: idsIn(body),
    sort: strings(body, 'sort') ?? [],
  }
}

function count(body: JsonObject, name: string, fallback: number): number {
  const value = body[name] ?? fallback
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
  throw wrong(name, 'a positive integer', value)
}

function strings(body: JsonObject, name: string): string[] | null {
  const value = body[name] ?? null
  if (value === null || isStringArray(value)) return value
  throw wrong(name, 'an array of strings', value)
}

function idsIn(body: JsonObject): string[] | null {
  const value = body['ids'] ?? null
  if (value === null) return null
  if (Array.isArray(value) && value.every((id) => typeof id === 'string' || typeof id === 'number'))
    return value.map(String)
  throw wrong('ids', 'an array of document ids', value)
}

function wrong(name: string, expected: string, value: Json): MeilisearchError {
  const message = `Invalid value type for \`.${name}\`: expected ${expected}, but found: \`${JSON.stringify(value)}\``
  return new MeilisearchError(`invalid_document_${name}`, message)
}
