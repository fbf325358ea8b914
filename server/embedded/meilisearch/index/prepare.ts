import type { Json, JsonObject } from '../json.ts'
import { eachValue } from './flatten.ts'
import { numberOf } from './names.ts'
import { fieldNumber, hasColumn } from './plan.ts'
import type { DocumentId, SearchIndex } from './search-index.ts'
import { openField, writeText } from './token-stream.ts'
import type { TokenStream, Writer } from './token-stream.ts'

/** A document ready to be put into the index: the expensive part, which changes nothing that searches see. */
export type PreparedDocument = {
  id: DocumentId
  tokens: TokenStream
  values: { path: string; value: Json }[]
  /** The number of its top-level field names. */
  shape: number
}

export function prepare(index: SearchIndex, id: DocumentId, document: JsonObject): PreparedDocument {
  const texts = new Map<number, string[]>()
  const values: { path: string; value: Json }[] = []
  eachValue(document, (path, value) => {
    if (isCovered(index, path)) values.push({ path, value })
    const field = isText(value) ? fieldNumber(index.plan, path) : undefined
    if (field === undefined) return
    const known = texts.get(field)
    if (known) known.push(String(value))
    else texts.set(field, [String(value)])
  })
  const shape = numberOf(index.shapeNames, JSON.stringify(Object.keys(document)))
  return { id, tokens: streamOf(index, texts), values, shape }
}

function isCovered(index: SearchIndex, path: string): boolean {
  return index.columns.has(path) || hasColumn(index.plan, path)
}

function isText(value: Json): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function streamOf(index: SearchIndex, texts: Map<number, string[]>): TokenStream {
  const marks: number[] = []
  for (const [field, parts] of texts) {
    const writer: Writer = openField(marks, field)
    for (const part of parts) writeText(writer, part, index.dictionary, index.plan)
  }
  return Uint32Array.from(marks)
}
