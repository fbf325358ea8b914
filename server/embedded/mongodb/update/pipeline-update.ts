import { isDocument, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { compileShape, isShape } from '../aggregate/shapes.ts'
import type { Update } from './update.ts'

/** An update by aggregation stages that shape one document at a time. */
export function compilePipelineUpdate(stages: readonly Value[]): Update {
  const shapes = stages.map((stage) => {
    const [name, operand] =
      isDocument(stage) && stage.size === 1 ? ([...stage][0] as [string, Value]) : ['', null]
    if (!isShape(name)) refuse('InvalidOptions', `${name} is not allowed to be used within an update`)
    return compileShape(name, operand as Value)
  })
  return (document) => shapes.reduce((shaped, shape) => shape(shaped), document)
}
