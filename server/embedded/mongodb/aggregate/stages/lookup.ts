import { documentOf, isDocument, type Document, type Found, type Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { setPath, valueAt } from '../fields.ts'
import { type BuildStage, compilePipeline } from '../pipeline.ts'

/** Joins by equality of a field here and one there, if wanted through a pipeline that reads nothing of this document. */
export const lookup: BuildStage = (operand, surroundings) => {
  if (!isDocument(operand)) refuse('FailedToParse', 'the $lookup specification must be an object')
  for (const name of operand.keys())
    if (!known.has(name)) refuse('FailedToParse', `unknown argument to $lookup: ${name}`)
  if (operand.has('let')) refuse('CommandNotSupported', "$lookup with 'let' is not supported")
  const [from, as] = ['from', 'as'].map((name) => nameAt(operand, name)) as [string, string]
  const filterFor = equalityOf(operand)
  const pipeline = operand.get('pipeline') ?? []
  if (!Array.isArray(pipeline)) refuse('FailedToParse', '$lookup argument pipeline must be an array')
  const through = compilePipeline(pipeline, surroundings)
  return function* (documents) {
    for (const document of documents) {
      const result: Document = new Map(document)
      setPath(result, as.split('.'), [...through(surroundings.documentsOf(from, filterFor(document)))])
      yield result
    }
  }
}

const known = new Set(['from', 'as', 'localField', 'foreignField', 'pipeline', 'let'])

function nameAt(operand: Document, name: string): string {
  const value = operand.get(name)
  if (typeof value !== 'string' || value === '')
    refuse('FailedToParse', `$lookup argument '${name}' must be a string`)
  return value
}

function equalityOf(operand: Document): (document: Document) => Document {
  if (!operand.has('localField') && !operand.has('foreignField')) {
    if (!operand.has('pipeline'))
      refuse('FailedToParse', '$lookup requires localField and foreignField, or a pipeline')
    return () => new Map()
  }
  const path = nameAt(operand, 'localField').split('.')
  const foreign = nameAt(operand, 'foreignField')
  return (document) =>
    documentOf({ $or: valuesOf(valueAt(document, path)).map((value) => having(foreign, value)) })
}

/** Each element of an array is looked for, and null where there is nothing. */
function valuesOf(local: Found): Value[] {
  const values = Array.isArray(local) ? local.flat() : [local ?? null]
  return values.length === 0 ? [null] : values
}

function having(path: string, value: Value): Document {
  return new Map([[path, documentOf({ $eq: value })]])
}
