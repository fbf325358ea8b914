import { compare, type TextOrder } from '../../bson/compare.ts'
import { rankOf } from '../../bson/types.ts'
import { documentOf, isDocument, type Document, type Found, type Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import type { Context } from '../../query/context.ts'
import { kindOf } from '../operators/build.ts'
import { constantOf } from '../constant.ts'
import type { BuildStage } from '../pipeline.ts'
import { group } from './group.ts'
import { sort } from './sort.ts'

/** Groups by the bounds between which a value lies; each group has the lower one for its `_id`. */
export const bucket: BuildStage = (operand, surroundings) => {
  const grouped = group(groupOf(operand, surroundings.context), surroundings)
  const sorted = sort(documentOf({ _id: 1 }), surroundings)
  return (documents) => sorted(grouped(documents))
}

const known = new Set(['groupBy', 'boundaries', 'default', 'output'])

function groupOf(operand: Value, context: Context): Document {
  if (!isDocument(operand))
    refuse(40201, `Argument to $bucket stage must be an object, but found type: ${kindOf(operand)}.`)
  for (const name of operand.keys())
    if (!known.has(name)) refuse(40197, `Unrecognized option to $bucket: ${name}.`)
  const groupBy = operand.get('groupBy')
  if (groupBy !== undefined) checkGroupBy(groupBy)
  const bounds = boundsOf(operand.get('boundaries'), context)
  const fallback = operand.get('default')
  const otherwise = fallback === undefined ? undefined : defaultOf(fallback, bounds, context)
  const output = operand.get('output') ?? documentOf({ count: documentOf({ $sum: 1 }) })
  if (!isDocument(output))
    refuse(40196, `The $bucket 'output' field must be an object, but found type: ${kindOf(output)}.`)
  if (groupBy === undefined || bounds.length === 0)
    refuse(40198, "$bucket requires 'groupBy' and 'boundaries' to be specified.")
  const branches = bounds.slice(1).map((upper, at) => branchOf(groupBy, bounds[at] as Value, upper))
  const choice = documentOf({ branches, default: otherwise })
  return new Map([...output, ['_id', documentOf({ $switch: choice })]])
}

function checkGroupBy(groupBy: Value): void {
  const isExpression = isDocument(groupBy) && [...groupBy.keys()][0]?.startsWith('$') === true
  if (!isExpression && !(typeof groupBy === 'string' && groupBy.startsWith('$')))
    refuse(40202, "The $bucket 'groupBy' field must be defined as a $-prefixed path or an expression.")
}

function boundsOf(value: Found, context: Context): Value[] {
  if (value === undefined) return []
  if (!Array.isArray(value))
    refuse(40200, `The $bucket 'boundaries' field must be an array, but found type: ${kindOf(value)}.`)
  const bounds = value.map(
    (bound) =>
      constantOf(bound, context) ??
      refuse(40191, "The $bucket 'boundaries' field must be an array of constant values."),
  )
  if (bounds.length < 2)
    refuse(40192, `The $bucket 'boundaries' field must have at least 2 values, but found ${bounds.length}.`)
  bounds.slice(1).forEach((upper, at) => checkOrder(bounds[at] as Value, upper, at, context.texts))
  return bounds
}

function checkOrder(lower: Value, upper: Value, at: number, texts: TextOrder | undefined): void {
  if (rankOf(lower) !== rankOf(upper))
    refuse(40193, "All values in the 'boundaries' option to $bucket must have the same type.")
  if (compare(lower, upper, texts) >= 0)
    refuse(
      40194,
      `The 'boundaries' option to $bucket must be sorted, but elements ${at} and ${at + 1} are not.`,
    )
}

function defaultOf(fallback: Value, bounds: readonly Value[], context: Context): Value {
  const value =
    constantOf(fallback, context) ??
    refuse(40195, "The $bucket 'default' field must be a constant expression.")
  const [lowest, highest] = [bounds[0], bounds.at(-1)]
  const isWithin =
    lowest !== undefined &&
    rankOf(value) === rankOf(lowest) &&
    compare(value, lowest, context.texts) >= 0 &&
    compare(value, highest, context.texts) < 0
  if (isWithin)
    refuse(
      40199,
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
    )
  return documentOf({ $literal: value })
}

function branchOf(groupBy: Value, lower: Value, upper: Value): Document {
  const [low, high] = [documentOf({ $literal: lower }), documentOf({ $literal: upper })]
  const $and = [documentOf({ $gte: [groupBy, low] }), documentOf({ $lt: [groupBy, high] })]
  return documentOf({ case: documentOf({ $and }), then: low })
}
