import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import type { Condition } from '../query/condition.ts'
import type { Context } from '../query/context.ts'
import { parseArrayFilters } from './array-filters.ts'
import { keepingId } from './keeping-id.ts'
import { compileModifiers } from './modifiers.ts'
import { compilePipelineUpdate } from './pipeline-update.ts'
import { compileReplacement } from './replacement.ts'

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
export function compileUpdate(
  update: Found,
  arrayFilters: readonly Value[] | undefined,
  context: Context,
): CompiledUpdate {
  const isReplacement = isDocument(update) && !firstName(update)?.startsWith('$')
  return { isReplacement, apply: compileKind(update, isReplacement, arrayFilters, context) }
}

function compileKind(
  update: Found,
  isReplacement: boolean,
  arrayFilters: readonly Value[] | undefined,
  context: Context,
): Update {
  if (isDocument(update) && !isReplacement)
    return keepingId(compileModifiers(update, parseArrayFilters(arrayFilters ?? [], context), context), true)
  if (arrayFilters)
    refuse(
      'FailedToParse',
      `arrayFilters may not be specified for ${isReplacement ? 'replacement' : 'pipeline'}-syle updates`,
    )
  if (isDocument(update)) return keepingId(compileReplacement(update), false)
  if (Array.isArray(update)) return keepingId(compilePipelineUpdate(update, context), false)
  return refuse('FailedToParse', 'Update argument must be either an object or an array')
}

function firstName(document: Document): string | undefined {
  return document.keys().next().value
}
