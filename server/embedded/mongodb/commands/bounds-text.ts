import { Double, ObjectId } from 'bson'
import { compare } from '../bson/compare.ts'
import { describe } from '../bson/describe.ts'
import { isNumeric } from '../bson/numbers.ts'
import { typeOf, type TypeName } from '../bson/types.ts'
import type { Value } from '../bson/value.ts'
import type { Candidate } from '../collections/candidate.ts'
import { conjuncts, type Condition, type FieldCondition } from '../query/condition.ts'

interface Range {
  low: string
  high: string
  includesLow: boolean
  includesHigh: boolean
}

/**
 * The bounds of each field in the order of the scan, as MongoDB prints them: `a: ["[1, 1]"]`. `undefined` where they
 * would not be those of the scan: only equality and ranges of plain values are put into words.
 */
export function boundsText(
  { index, narrowed }: Candidate,
  condition: Condition,
  reverse: boolean,
): Map<string, string[]> | undefined {
  const conditions = conjuncts(condition)
  const texts = new Map<string, string[]>()
  for (const [at, { name, direction }] of index.fields.entries()) {
    const own = conditions.filter(({ path }) => path === name)
    const ranges = at < narrowed ? rangesOf(own, index.multikey[at] === true) : [everything]
    if (!ranges || (index.texts && at < narrowed)) return undefined
    const isBackwards = direction < 0 !== reverse
    const ordered = isBackwards ? ranges.toReversed() : ranges
    texts.set(
      name,
      ordered.map((range) => textOf(range, isBackwards)),
    )
  }
  return texts
}

const everything: Range = { low: 'MinKey', high: 'MaxKey', includesLow: true, includesHigh: true }

function rangesOf(conditions: readonly FieldCondition[], multikey: boolean): Range[] | undefined {
  const [first, second, ...others] = conditions
  if (!first || others.length > 0) return undefined
  if (!second) return rangesOfOne(first)
  if (multikey) return undefined
  const [low] = (first.operator.startsWith('$g') ? rangesOfOne(first) : rangesOfOne(second)) ?? []
  const [high] = (first.operator.startsWith('$l') ? rangesOfOne(first) : rangesOfOne(second)) ?? []
  const isPair = first.operator.startsWith('$g') !== second.operator.startsWith('$g')
  if (!low || !high || !isPair || ![first, second].every(isRange)) return undefined
  if (typeOf(first.operand) !== typeOf(second.operand)) return undefined
  return [{ low: low.low, includesLow: low.includesLow, high: high.high, includesHigh: high.includesHigh }]
}

function isRange({ operator }: FieldCondition): boolean {
  return ['$gt', '$gte', '$lt', '$lte'].includes(operator)
}

function rangesOfOne({ operator, operand }: FieldCondition): Range[] | undefined {
  if (operator === '$eq') return points([operand])
  if (operator === '$in') return points(operand as Value[])
  const ends = endsOf(operand)
  if (!ends) return undefined
  const [least, greatest] = ends
  const value = describe(operand)
  switch (operator) {
    case '$gt':
    case '$gte':
      return [
        {
          low: value,
          includesLow: operator === '$gte',
          high: greatest.text,
          includesHigh: greatest.included,
        },
      ]
    case '$lt':
    case '$lte':
      return [{ low: least, includesLow: true, high: value, includesHigh: operator === '$lte' }]
    default:
      return undefined
  }
}

const plain = new Set<TypeName>(['int', 'long', 'double', 'decimal', 'string', 'objectId', 'date', 'bool'])

function points(values: readonly Value[]): Range[] | undefined {
  if (!values.every((value) => plain.has(typeOf(value)))) return undefined
  const different = values
    .toSorted((a, b) => compare(a, b))
    .filter((value, at, sorted) => at === 0 || compare(value, sorted[at - 1]) !== 0)
  return different
    .map(describe)
    .map((text) => ({ low: text, high: text, includesLow: true, includesHigh: true }))
}

/** The least value of the operand's kind, and its greatest or what stands just behind. */
function endsOf(operand: Value): [string, { text: string; included: boolean }] | undefined {
  if (isNumeric(operand)) return isNotANumber(operand) ? undefined : ['-inf', { text: 'inf', included: true }]
  if (typeof operand === 'string') return ['""', { text: '{}', included: false }]
  if (operand instanceof Date)
    return ['new Date(-9223372036854775808)', { text: 'new Date(9223372036854775807)', included: true }]
  if (operand instanceof ObjectId)
    return [
      describe(new ObjectId('0'.repeat(24))),
      { text: describe(new ObjectId('f'.repeat(24))), included: true },
    ]
  return undefined
}

function isNotANumber(value: Value): boolean {
  return value instanceof Double && Number.isNaN(value.value)
}

function textOf({ low, high, includesLow, includesHigh }: Range, isBackwards: boolean): string {
  if (isBackwards) return `${includesHigh ? '[' : '('}${high}, ${low}${includesLow ? ']' : ')'}`
  return `${includesLow ? '[' : '('}${low}, ${high}${includesHigh ? ']' : ')'}`
}
