import { isDocument, type Document, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import type { Context } from '../query/context.ts'
import { compileShape, isShape } from './shapes.ts'
import { stages } from './stages/index.ts'
import { limitOperand, skipOperand } from './stages/simple.ts'
import { sortFirst } from './stages/sort.ts'

export type Documents = Iterable<Document>

/** Makes documents of documents, one at a time where it can. */
export type Stage = (documents: Documents) => Documents

/** What a stage may need beside the documents that come to it. */
export interface Surroundings {
  context: Context
  /** What a pipeline gives over another collection of the same database, or over none where it states its own. */
  run(collection: string, pipeline: readonly Value[], context: Context): Documents
}

export type BuildStage = (operand: Value, surroundings: Surroundings) => Stage

/** A stage's name and operand. */
export function stageParts(stage: Value): [string, Value] {
  if (!isDocument(stage)) refuse('TypeMismatch', "Each element of the 'pipeline' array must be an object")
  if (stage.size !== 1) refuse(40323, 'A pipeline stage specification object must contain exactly one field.')
  return stage.entries().next().value as [string, Value]
}

export function compilePipeline(pipeline: readonly Value[], surroundings: Surroundings): Stage {
  const parts = pipeline.map(stageParts)
  const compiled = parts.map(([name, operand], at) =>
    name === '$sort'
      ? sortFirst(operand, surroundings, wantedAfter(parts.slice(at + 1)))
      : compileStage(name, operand, surroundings),
  )
  return (documents) => compiled.reduce((flow, stage) => stage(flow), documents)
}

/** How many documents the stages after a sort let through, where they skip and limit at once. */
function wantedAfter(parts: readonly [string, Value][]): number {
  let skipped = 0
  for (const [name, operand] of parts) {
    if (name === '$limit') return skipped + limitOperand(operand)
    if (name !== '$skip') return Infinity
    skipped += skipOperand(operand)
  }
  return Infinity
}

const unsupported = new Set(
  '$bucketAuto $changeStream $changeStreamSplitLargeEvent $currentOp $densify $fill $geoNear $graphLookup $indexStats $listSampledQueries $listSearchIndexes $listSessions $planCacheStats $queryStats $rankFusion $redact $search $searchMeta $setWindowFields $shardedDataDistribution $vectorSearch'.split(
    ' ',
  ),
)

const first = new Set(['$documents', '$collStats', '$listLocalSessions'])
const last = new Set(['$out', '$merge'])

/** Whether MongoDB knows such a stage. */
export function isStage(name: string): boolean {
  const isBuilt = isShape(name) || Object.hasOwn(stages, name)
  return isBuilt || unsupported.has(name) || last.has(name) || first.has(name)
}

function compileStage(name: string, operand: Value, surroundings: Surroundings): Stage {
  if (isShape(name)) return shaping(compileShape(name, operand, surroundings.context))
  const build = Object.hasOwn(stages, name) ? stages[name] : undefined
  return build ? build(operand, surroundings) : refuseStage(name)
}

/** Refuses a stage that MongoDB has and this server has not, wherever it stands. */
export function refuseUnsupported(name: string): void {
  if (name === '$changeStream') refuse(40573, 'The $changeStream stage is only supported on replica sets')
  if (unsupported.has(name)) refuse('CommandNotSupported', `The stage ${name} is not supported`)
}

function refuseStage(name: string): never {
  if (last.has(name)) refuse(40601, `${name} can only be the final stage in the pipeline`)
  if (first.has(name)) refuse(40602, `${name} is only valid as the first stage in a pipeline.`)
  refuseUnsupported(name)
  return refuse(40324, `Unrecognized pipeline stage name: '${name}'`)
}

function shaping(shape: (document: Document) => Document): Stage {
  return function* (documents) {
    for (const document of documents) yield shape(document)
  }
}

/** Whether a pipeline states its own documents. */
export function isCollectionless([first]: readonly Value[]): boolean {
  return isDocument(first) && first.has('$documents')
}

/** Refuses stages that may not stand where this pipeline does. */
export function refuseStages(
  pipeline: readonly Value[],
  names: readonly string[],
  code: number,
  sentence: string,
): void {
  for (const [name] of pipeline.map(stageParts)) if (names.includes(name)) refuse(code, `${name} ${sentence}`)
}
