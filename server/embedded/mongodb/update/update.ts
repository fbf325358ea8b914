import { compare } from '../bson/compare.ts'
import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import type { Condition } from '../query/condition.ts'
import { compilePipelineUpdate } from './pipeline-update.ts'
import { compileModifiers } from './modifiers.ts'
import { parseArrayFilters } from './positions.ts'

/** What is known of the document that is updated. */
export interface Occasion {
  /** The query that found it; none for a document that is being inserted. */
  query: Condition | undefined
  isInsert: boolean
}

/** Gives the updated document; the one that it is given is its own to change. */
export type Update = (document: Document, occasion: Occasion) => Document

export interface CompiledUpdate {
  /** Whether the whole document is replaced, which only one may be at a time. */
  isReplacement: boolean
  apply: Update
}

/** Compiles operators, a whole new document, or a pipeline. */
export function compileUpdate(update: Value, arrayFilters: readonly Value[] = []): CompiledUpdate {
  const filters = parseArrayFilters(arrayFilters)
  const isReplacement = isDocument(update) && !firstName(update)?.startsWith('$')
  if (isReplacement && filters.size > 0)
    refuse('FailedToParse', 'arrayFilters may not be specified for replacement-style updates')
  const apply = isReplacement ? replaceBy(update) : compileOther(update, filters)
  return { isReplacement, apply: keepingId(apply) }
}

function compileOther(update: Value, filters: ReturnType<typeof parseArrayFilters>): Update {
  if (isDocument(update)) return compileModifiers(update, filters)
  if (!Array.isArray(update)) refuse('FailedToParse', 'Update argument must be either an object or an array')
  if (filters.size > 0)
    refuse('FailedToParse', 'arrayFilters may not be specified for pipeline-style updates')
  return compilePipelineUpdate(update)
}

function firstName(document: Document): string | undefined {
  return document.keys().next().value
}

function replaceBy(replacement: Document): Update {
  for (const name of replacement.keys())
    if (name.startsWith('$'))
      refuse(
        'DollarPrefixedFieldName',
        `The dollar ($) prefixed field '${name}' is not allowed in a replacement`,
      )
  return (document) => withIdOf(replacement, document.get('_id'))
}

function withIdOf(document: Document, id: Found): Document {
  if (id === undefined) return new Map(document)
  return new Map<string, Value>([['_id', document.get('_id') ?? id], ...document])
}

/** A document's `_id` never changes, by whatever means. */
function keepingId(apply: Update): Update {
  return (document, occasion) => {
    const id = document.get('_id')
    const updated = apply(document, occasion)
    const next = updated.get('_id')
    if (id !== undefined && (next === undefined || compare(id, next) !== 0))
      refuse(
        'ImmutableField',
        "Performing an update on the path '_id' would modify the immutable field '_id'",
      )
    return id === undefined ? updated : withIdOf(new Map(updated).set('_id', id), id)
  }
}
