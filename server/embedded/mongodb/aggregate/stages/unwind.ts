import { isDocument, type Document, type Found, type Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { fieldPath, setPath } from '../../query/field-path.ts'
import type { BuildStage } from '../pipeline.ts'

interface Unwinding {
  path: readonly string[]
  /** Whether a document with nothing to unwind stays. */
  preserves: boolean
  index: string | undefined
}

export const unwind: BuildStage = (operand) => {
  const unwinding = parse(operand)
  return function* (documents) {
    for (const document of documents) yield* unwound(document, unwinding)
  }
}

function parse(operand: Value): Unwinding {
  if (!isDocument(operand) && typeof operand !== 'string')
    refuse(15981, 'expected either a string or an object as specification for $unwind stage')
  const options = isDocument(operand) ? operand : new Map([['path', operand]])
  for (const name of options.keys())
    if (!['path', 'preserveNullAndEmptyArrays', 'includeArrayIndex'].includes(name))
      refuse(28811, `unrecognized option to $unwind stage: ${name}`)
  const path = options.get('path')
  if (path === undefined) refuse(28812, 'no path specified to $unwind stage')
  if (typeof path !== 'string') refuse(28808, 'expected a string as the path for $unwind stage')
  if (!path.startsWith('$'))
    refuse(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`)
  const preserves = options.get('preserveNullAndEmptyArrays') ?? false
  if (typeof preserves !== 'boolean')
    refuse(28809, 'expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage')
  return { path: fieldPath(path.slice(1)), preserves, index: indexName(options.get('includeArrayIndex')) }
}

function indexName(index: Found): string | undefined {
  if (index === undefined) return undefined
  if (typeof index !== 'string' || index === '')
    refuse(28810, 'expected a non-empty string for the includeArrayIndex option to $unwind stage')
  if (index.startsWith('$'))
    refuse(28822, `includeArrayIndex option to $unwind stage should not be prefixed with a '$': ${index}`)
  fieldPath(index)
  return index
}

function* unwound(document: Document, { path, preserves, index }: Unwinding): Iterable<Document> {
  const value = plainValueAt(document, path)
  if (Array.isArray(value) && value.length > 0) {
    for (const [at, element] of value.entries()) yield withFields(document, path, element, index, BigInt(at))
  } else if (preserves || (!Array.isArray(value) && value !== undefined && value !== null)) {
    yield withFields(document, path, Array.isArray(value) ? undefined : value, index, null)
  }
}

/** `$unwind` looks through documents only, not through arrays on the way. */
function plainValueAt(document: Document, path: readonly string[]): Found {
  return path.reduce<Found>((value, name) => (isDocument(value) ? value.get(name) : undefined), document)
}

function withFields(
  document: Document,
  path: readonly string[],
  value: Found,
  index: string | undefined,
  at: Value,
): Document {
  const result: Document = new Map(document)
  if (value !== undefined || plainValueAt(document, path) !== undefined) setPath(result, path, value)
  if (index !== undefined) setPath(result, index.split('.'), at)
  return result
}
