import type { Value } from '../bson/value.ts'
import { compileShape, isShape } from '../aggregate/shapes.ts'
import { isStage, stageParts } from '../aggregate/pipeline.ts'
import { refuse } from '../errors.ts'
import type { Context } from '../query/context.ts'
import type { Update } from './update.ts'

/** An update by aggregation stages that shape one document at a time. */
export function compilePipelineUpdate(stages: readonly Value[], context: Context): Update {
  const shapes = stages.map((stage) => {
    const [name, operand] = stageParts(stage)
    if (!isShape(name)) return refuseStage(name)
    return compileShape(name, operand, context)
  })
  return (document) => shapes.reduce((shaped, shape) => shape(shaped), document)
}

function refuseStage(name: string): never {
  if (!isStage(name)) refuse(40324, `Unrecognized pipeline stage name: '${name}'`)
  return refuse('InvalidOptions', `${name} is not allowed to be used within an update`)
}
