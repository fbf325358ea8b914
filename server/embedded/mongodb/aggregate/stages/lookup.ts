import { documentOf, isDocument, type Document, type Found, type Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { arrayIndex } from '../../query/path.ts'
import type { Context } from '../../query/context.ts'
import { compileExpression, type Expression } from '../expression.ts'
import { fieldPath, setPath } from '../../query/field-path.ts'
import { type BuildStage, isCollectionless, refuseStages, type Surroundings } from '../pipeline.ts'
import { checkOwnName } from '../variable.ts'

/** Joins by equality of a field here and one there, by a pipeline that may use values of this document, or by both. */
export const lookup: BuildStage = (operand, surroundings) => {
  const { from, as, equality, let: given, pipeline } = partsOf(operand, surroundings.context)
  const found = finder(from, pipeline, given, equality, surroundings)
  return function* (documents) {
    for (const document of documents) {
      const result: Document = new Map(document)
      setPath(result, as, [...found(document)])
      yield result
    }
  }
}

interface Parts {
  from: string
  as: readonly string[]
  equality: ((document: Document) => Document) | undefined
  let: ReadonlyMap<string, Expression>
  pipeline: readonly Value[]
}

const names = new Set(['from', 'as', 'localField', 'foreignField'])

function partsOf(operand: Value, context: Context): Parts {
  if (!isDocument(operand)) refuse('FailedToParse', 'the $lookup specification must be an Object')
  for (const [name, value] of operand)
    if (names.has(name) ? typeof value !== 'string' : name !== 'pipeline' && name !== 'let')
      refuse('FailedToParse', `unknown argument to $lookup, or not a string: ${name}`)
  const pipeline = operand.get('pipeline')
  if (pipeline !== undefined && !Array.isArray(pipeline))
    refuse('TypeMismatch', "A pipeline must be an array of objects: '$lookup.pipeline'")
  if (!operand.get('as')) refuse('FailedToParse', "must specify 'as' field for a $lookup")
  const given = operand.get('let')
  if (given !== undefined && !pipeline)
    refuse('FailedToParse', "$lookup with a 'let' argument must also specify 'pipeline'")
  const parts = { pipeline: pipeline ?? [], let: letOf(given, context), equality: equalityOf(operand) }
  return { ...parts, from: fromOf(operand, parts.pipeline), as: fieldPath(operand.get('as') as string) }
}

/** A pipeline of its own documents needs no collection. */
function fromOf(operand: Document, pipeline: readonly Value[]): string {
  const from = operand.get('from') as string | undefined
  if (from === undefined && !isCollectionless(pipeline))
    refuse(
      'FailedToParse',
      '$lookup stage without explicit collection must have a pipeline with $documents as first stage',
    )
  return from ?? ''
}

function letOf(given: Found, context: Context): ReadonlyMap<string, Expression> {
  if (given === undefined) return new Map()
  if (!isDocument(given)) refuse('FailedToParse', "$lookup argument 'let' must be an object")
  return new Map(
    [...given].map(([name, value]) => {
      checkOwnName(name)
      return [name, compileExpression(value, context)]
    }),
  )
}

/** What a `$match` on the other collection asks for a document here; none without the two fields. */
function equalityOf(operand: Document): Parts['equality'] {
  const [local, foreign] = [operand.get('localField'), operand.get('foreignField')]
  if (!local && !foreign && operand.has('pipeline')) return undefined
  if (!local || !foreign)
    refuse(
      'FailedToParse',
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    )
  const path = fieldPath(local as string)
  fieldPath(foreign as string)
  return (document) => {
    const values = [...valuesAt(document, path, 0)]
    return documentOf({
      $or: (values.length > 0 ? values : [null]).map((value) => having(foreign as string, value)),
    })
  }
}

/** Every value that the path leads to; of an array at its end the elements. */
function* valuesAt(value: Found, path: readonly string[], at: number): Generator<Value> {
  if (Array.isArray(value)) {
    if (arrayIndex(path[at]) !== undefined)
      refuse('CommandNotSupported', 'A $lookup by a position in an array is not supported')
    for (const element of value)
      if (at === path.length) yield element
      else if (isDocument(element)) yield* valuesAt(element, path, at)
  } else if (at === path.length) {
    if (value !== undefined) yield value
  } else if (isDocument(value)) yield* valuesAt(value.get(path[at] as string), path, at + 1)
}

function having(path: string, value: Value): Document {
  return new Map([[path, documentOf({ $eq: value })]])
}

/** The pipeline is read once with unknown values, so that its faults show before anything is read. */
function finder(
  from: string,
  pipeline: readonly Value[],
  given: Parts['let'],
  equality: Parts['equality'],
  { context, run }: Surroundings,
): (document: Document) => Iterable<Document> {
  refuseStages(pipeline, ['$out', '$merge'], 51047, "is not allowed within a $lookup's sub-pipeline")
  const start = isCollectionless(pipeline) ? 1 : 0
  const through = (document: Document | undefined) => {
    const match: Value[] = equality && document ? [documentOf({ $match: equality(document) })] : []
    const variables = new Map(context.variables)
    for (const [name, expression] of given)
      variables.set(name, document ? expression({ root: document }) : null)
    return run(from, [...pipeline.slice(0, start), ...match, ...pipeline.slice(start)], {
      ...context,
      variables,
    })
  }
  const once = through(undefined)
  if (equality || given.size > 0) return through
  let all: Document[] | undefined
  return () => (all ??= [...once])
}
