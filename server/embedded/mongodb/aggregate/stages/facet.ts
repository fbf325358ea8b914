import { isDocument, type Document, type Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { checkFieldName } from '../../query/field-path.ts'
import { memoryOf } from '../memory.ts'
import { type BuildStage, compilePipeline, refuseStages, type Stage, type Surroundings } from '../pipeline.ts'

export const facet: BuildStage = (operand, surroundings) => {
  if (!isDocument(operand) || operand.size === 0)
    refuse(40169, 'the $facet specification must be a non-empty object')
  const facets = [...operand].map(
    ([name, pipeline]) => [name, compileFacet(name, pipeline, surroundings)] as const,
  )
  return (documents) => {
    const note = memoryOf('$facet')
    const all = Array.from(documents, (document) => {
      note(document)
      return document
    })
    return [new Map(facets.map(([name, stage]): [string, Value] => [name, [...stage(all)]])) as Document]
  }
}

const forbidden =
  '$facet $out $merge $geoNear $collStats $indexStats $planCacheStats $search $searchMeta $documents $changeStream $currentOp $listSessions'.split(
    ' ',
  )

function compileFacet(name: string, pipeline: Value, surroundings: Surroundings): Stage {
  checkFieldName(name)
  if (!Array.isArray(pipeline)) refuse(40170, `arguments to $facet must be arrays, ${name} is not`)
  if (!pipeline.every((stage) => isDocument(stage) && stage.size > 0))
    refuse(
      40171,
      `elements of arrays in $facet spec must be non-empty objects, ${name} argument contained others`,
    )
  if (pipeline.length === 0) refuse('BadValue', 'sub-pipeline in $facet stage cannot be empty')
  refuseStages(pipeline, forbidden, 40600, 'is not allowed to be used within a $facet stage')
  return compilePipeline(pipeline, surroundings)
}
