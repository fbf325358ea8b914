import { numbersOf } from '../index/combinations.ts'
import type { Column } from '../index/columns.ts'
import type { SearchIndex } from '../index/search-index.ts'
import type { Json } from '../json.ts'
import { valueOrder } from '../index/strings.ts'
import type { FieldOrder } from '../settings/ranking-rules.ts'
import type { RankingRule } from './rules.ts'

/** Sorting by a field: documents with numbers first, then those with strings, then the rest, in both directions. */
export function orderRules(index: SearchIndex, order: FieldOrder): RankingRule[] {
  const column = index.columns.get(order.field)
  if (!column)
    return [{ name: 'kind', cost: () => 0, sorts: { by: order, value: () => null }, isConstant: true }]
  return [
    {
      name: 'kind',
      cost: (document) => kindOf(column, document),
      sorts: { by: order, value: (document) => valueOf(column, order, document) },
    },
    numberRule(column, order),
    stringRule(column, order),
  ]
}

function kindOf({ numbers, strings }: Column, document: number): number {
  if (numbersOf(numbers.of, document).length > 0) return 0
  return numbersOf(strings.of, document).length > 0 ? 1 : 2
}

/** The value by which a document has its place. */
function valueOf({ numbers, strings }: Column, { descending }: FieldOrder, document: number): Json {
  const found = numbersOf(numbers.of, document)
  if (found.length > 0) return descending ? Math.max(...found) : Math.min(...found)
  const values = numbersOf(strings.of, document).map((place) => strings.values[place]!)
  values.sort((one, other) => (one.folded < other.folded ? -1 : 1))
  return (descending ? values.at(-1) : values[0])?.label ?? null
}

/** Of several numbers the one that puts the document further up counts. */
function numberRule({ numbers }: Column, { descending }: FieldOrder): RankingRule {
  return {
    name: 'number',
    cost: (document) => best(numbersOf(numbers.of, document), descending, (value) => value),
  }
}

function stringRule(column: Column, { descending }: FieldOrder): RankingRule {
  let ranks: number[] | undefined
  const rankOf = (place: number) => {
    ranks ??= ranksOf(column)
    return ranks[place]!
  }
  return {
    name: 'string',
    cost: (document) =>
      numbersOf(column.numbers.of, document).length > 0
        ? 0
        : best(numbersOf(column.strings.of, document), descending, rankOf),
  }
}

function ranksOf({ strings }: Column): number[] {
  const ranks: number[] = []
  valueOrder(strings).forEach((place, rank) => (ranks[place] = rank))
  return ranks
}

/** Documents without a value come last. */
function best(values: readonly number[], descending: boolean, keyOf: (value: number) => number): number {
  let least = Infinity
  for (const value of values) least = Math.min(least, descending ? -keyOf(value) : keyOf(value))
  return least
}
