import { isDocument, type Document, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import type { Context } from '../query/context.ts'
import { compileShape, isShape } from './shapes.ts'
import { stages } from './stages/index.ts'

export type Documents = Iterable<Document>

/** Makes documents of documents, one at a time where it can. */
export type Stage = (documents: Documents) => Documents

/** What a stage may need beside the documents that come to it. */
export interface Surroundings {
  context: Context
  /** The documents of another collection of the same database that meet the filter. */
  documentsOf(collection: string, filter: Document): Documents
}

export type BuildStage = (operand: Value, surroundings: Surroundings) => Stage

/** A stage's name and operand. */
export function stageParts(stage: Value): [string, Value] {
  if (!isDocument(stage)) refuse('TypeMismatch', "Each element of the 'pipeline' array must be an object")
  if (stage.size !== 1) refuse(40323, 'A pipeline stage specification object must contain exactly one field.')
  return stage.entries().next().value as [string, Value]
}

export function compilePipeline(pipeline: readonly Value[], surroundings: Surroundings): Stage {
  const compiled = pipeline.map((stage) => compileStage(...stageParts(stage), surroundings))
  return (documents) => compiled.reduce((flow, stage) => stage(flow), documents)
}

const unsupported = new Set(
  '$bucket $bucketAuto $changeStream $changeStreamSplitLargeEvent $collStats $currentOp $densify $documents $fill $geoNear $graphLookup $indexStats $listSessions $merge $out $planCacheStats $redact $sample $search $setWindowFields $unionWith $vectorSearch'.split(
    ' ',
  ),
)

/** Whether MongoDB knows such a stage. */
export function isStage(name: string): boolean {
  return isShape(name) || Object.hasOwn(stages, name) || unsupported.has(name)
}

function compileStage(name: string, operand: Value, surroundings: Surroundings): Stage {
  if (isShape(name)) return shaping(compileShape(name, operand, surroundings.context))
  const build = Object.hasOwn(stages, name) ? stages[name] : undefined
  if (build) return build(operand, surroundings)
  if (unsupported.has(name)) refuse('CommandNotSupported', `The stage ${name} is not supported`)
  return refuse(40324, `Unrecognized pipeline stage name: '${name}'`)
}

function shaping(shape: (document: Document) => Document): Stage {
  return function* (documents) {
    for (const document of documents) yield shape(document)
  }
}
