import { isDocument, documentOf, type Document, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import type { Context } from '../query/context.ts'
import { accumulators, counting, type Start } from './accumulators.ts'
import { compileExpression, type Scope } from './expression.ts'
import { keyReader, several, topOnes, wantedOf } from './several.ts'

/** What a `$group` makes of one field: begun for each group, told of each document. */
export interface Accumulation {
  begin(id: Found, start: Start): { add(scope: Scope): void; result(): Found }
}

/** Compiles `{ $sum: '$n' }` and its like. */
export function compileAccumulation(name: string, operand: Value, context: Context): Accumulation {
  if (name === '$count') return countOf(operand)
  if (Object.hasOwn(several, name)) return severalOf(name, operand, context)
  const end = Object.hasOwn(ends, name) ? ends[name] : undefined
  if (end) return endOf(name, operand, context, end)
  const start = Object.hasOwn(accumulators, name) ? accumulators[name] : undefined
  if (!start) return refuseAccumulator(name)
  if (Array.isArray(operand)) refuse(40237, `The ${name} accumulator is a unary operator`)
  const expression = compileExpression(operand, context)
  return {
    begin: (_, how) => {
      const { add, result } = start(how)
      return { add: (scope) => add(expression(scope)), result }
    },
  }
}

const unsupported = new Set(['$accumulator', '$median', '$percentile', '$concatArrays', '$setUnion'])

function refuseAccumulator(name: string): never {
  if (unsupported.has(name)) refuse('CommandNotSupported', `The accumulator ${name} is not supported`)
  return refuse(15952, `unknown group operator '${name}'`)
}

function countOf(operand: Value): Accumulation {
  if (!isDocument(operand) || operand.size > 0)
    refuse('TypeMismatch', '$count takes no arguments, i.e. $count:{}')
  return {
    begin: () => {
      const { add, result } = counting()
      return { add: () => add(null), result }
    },
  }
}

/** `n` may depend on the group's `_id` only. */
function severalOf(name: string, operand: Value, context: Context): Accumulation {
  const { n, input } = severalParts(operand)
  const [wanted, values] = [compileExpression(n, context), compileExpression(input, context)]
  return {
    begin: (id, how) => {
      const { add, result } = (several[name] as (typeof several)[string])(
        wantedOf(wanted({ root: rootOf(id) })),
        how,
      )
      return { add: (scope) => add(values(scope)), result }
    },
  }
}

/** `{ n, input }` of `$firstN` and its like. */
export function severalParts(operand: Value): { n: Value; input: Value } {
  if (!isDocument(operand)) refuse(5787900, 'specification must be an object')
  for (const part of operand.keys())
    if (part !== 'n' && part !== 'input') refuse(5787901, `Unknown argument for 'n' operator: ${part}`)
  const [n, input] = [operand.get('n'), operand.get('input')]
  if (n === undefined) refuse(5787906, "Missing value for 'n'")
  if (input === undefined) refuse(5787907, "Missing value for 'input'")
  return { n, input }
}

function rootOf(id: Found): Document {
  return isDocument(id) ? id : new Map()
}

interface End {
  direction: 1 | -1
  single: boolean
}

const ends: Record<string, End> = {
  $top: { direction: 1, single: true },
  $topN: { direction: 1, single: false },
  $bottom: { direction: -1, single: true },
  $bottomN: { direction: -1, single: false },
}

function endOf(name: string, operand: Value, context: Context, { direction, single }: End): Accumulation {
  const { n, output, sortBy } = endParts(name, operand, single)
  const [wanted, value] = [compileExpression(n, context), compileExpression(output, context)]
  const { keyOf, renamed } = keyReader(sortBy, context.texts)
  return {
    begin: (id, how) => {
      const { add, result } = topOnes(wantedOf(wanted({ root: rootOf(id) })), renamed, direction, how)
      return {
        add: (scope) => add({ key: keyOf(scope.root), output: value(scope) ?? null }),
        result: () => (single ? (result()[0] ?? null) : result()),
      }
    },
  }
}

function endParts(
  name: string,
  operand: Value,
  single: boolean,
): { n: Value; output: Value; sortBy: Document } {
  if (!isDocument(operand)) refuse(5788001, 'specification must be an object')
  for (const part of operand.keys())
    if (part !== 'output' && part !== 'sortBy' && (single || part !== 'n'))
      refuse(5788002, `Unknown argument to ${name} '${part}'`)
  const parts = single ? new Map([...operand, ...documentOf({ n: 1 })]) : operand
  const [n, output, sortBy] = [parts.get('n'), parts.get('output'), parts.get('sortBy')]
  if (n === undefined) refuse(5788003, "Missing value for 'n'")
  if (output === undefined) refuse(5788004, "Missing value for 'output'")
  if (sortBy === undefined) refuse(5788005, "Missing value for 'sortBy'")
  if (!isDocument(sortBy)) refuse(10065, 'invalid parameter: expected an object (sortBy)')
  return { n, output, sortBy }
}
