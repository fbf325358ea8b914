import { isDocument, type Document, type Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { memoryOf } from '../memory.ts'
import { type BuildStage, compilePipeline, type Stage, stageParts, type Surroundings } from '../pipeline.ts'

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

function compileFacet(name: string, pipeline: Value, surroundings: Surroundings): Stage {
  if (!Array.isArray(pipeline)) refuse(40170, `arguments to $facet must be arrays, ${name} is not`)
  if (pipeline.some((stage) => stageParts(stage)[0] === '$facet'))
    refuse(40600, '$facet is not allowed to be used within a $facet stage')
  return compilePipeline(pipeline, surroundings)
}
