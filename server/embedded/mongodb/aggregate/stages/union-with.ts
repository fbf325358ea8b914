import { isDocument, type Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { type BuildStage, isCollectionless, refuseStages } from '../pipeline.ts'

/** All that comes, and then what another collection gives, through a pipeline if wanted. */
export const unionWith: BuildStage = (operand, { context, run }) => {
  const { coll, pipeline } = partsOf(operand)
  refuseStages(pipeline, ['$out', '$merge'], 31441, 'is not allowed within a $unionWith sub-pipeline')
  const others = run(coll, pipeline, context)
  return function* (documents) {
    yield* documents
    yield* others
  }
}

function partsOf(operand: Value): { coll: string; pipeline: readonly Value[] } {
  if (typeof operand === 'string') return { coll: operand, pipeline: [] }
  if (!isDocument(operand))
    refuse('FailedToParse', 'the $unionWith stage specification must be an object or string')
  for (const name of operand.keys())
    if (name !== 'coll' && name !== 'pipeline')
      refuse(40415, `BSON field '$unionWith.${name}' is an unknown field.`)
  const [coll, pipeline = []] = [operand.get('coll'), operand.get('pipeline')]
  if (!Array.isArray(pipeline)) refuse('TypeMismatch', "BSON field '$unionWith.pipeline' must be an array")
  if (coll !== undefined && typeof coll !== 'string')
    refuse('TypeMismatch', "BSON field '$unionWith.coll' must be a string")
  if (coll === undefined && !isCollectionless(pipeline))
    refuse(
      'FailedToParse',
      '$unionWith stage without explicit collection must have a pipeline with $documents as first stage',
    )
  return { coll: coll ?? '', pipeline }
}
