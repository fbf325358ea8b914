import { compare } from '../bson/compare.ts'
import type { Document, Found, Value } from '../bson/value.ts'
import type { Query } from '../query/query.ts'
import { resolveHint } from '../collections/hint.ts'
import { keysOf } from '../collections/index-keys.ts'
import type { Collection, Index, IndexField } from '../collections/model.ts'
import { refuse } from '../errors.ts'
import { isSameOrder } from '../query/collation.ts'
import { all, type Condition } from '../query/condition.ts'
import { documentAt } from './arguments.ts'

/** The query with what a find's `min` (inclusive) and `max` (exclusive) leave of the index that its hint names. */
export function withinBounds(command: Document, collection: Collection | undefined, query: Query): Query {
  const min = filled(documentAt(command, 'min'))
  const max = filled(documentAt(command, 'max'))
  if (!min && !max) return query
  if (!command.has('hint'))
    refuse(51173, 'When using min()/max() a hint of which index to use must be provided')
  if (min && max && namesOf(min) !== namesOf(max)) refuse(51176, 'min and max must have the same field names')
  const hint = collection && resolveHint(collection, query.hint)
  if (hint?.kind !== 'index') return query
  const { index } = hint
  if (!isSameOrder(index.texts, query.texts)) refuseIndex()
  for (const bound of [min, max]) if (bound) refuseOtherFields(index, bound)
  refuseOrder(index, min, max)
  return {
    ...query,
    condition: all([query.condition, between(index, min, max)]),
    sort: query.sort.length > 0 ? query.sort : index.fields.map(sortField),
  }
}

function filled(bound: Document | undefined): Document | undefined {
  return bound && bound.size > 0 ? bound : undefined
}

function namesOf(bound: Document): string {
  return [...bound.keys()].join('\0')
}

function refuseOtherFields(index: Index, bound: Document): void {
  if (namesOf(bound) !== index.fields.map(({ name }) => name).join('\0')) refuseIndex()
}

function refuseIndex(): never {
  return refuse(51174, 'The index chosen is not compatible with min/max')
}

function refuseOrder(index: Index, min: Document | undefined, max: Document | undefined): void {
  if (min && max && compareEntries(index, [...min.values()], [...max.values()]) >= 0)
    refuse(
      51175,
      'The value provided for min() does not come before the value provided for max() with the hinted index',
    )
}

function between(index: Index, min: Document | undefined, max: Document | undefined): Condition {
  const least = min && [...min.values()]
  const end = max && [...max.values()]
  const isWithin = (values: readonly Found[]) =>
    (!least || compareEntries(index, values, least) >= 0) && (!end || compareEntries(index, values, end) < 0)
  return {
    kind: 'other',
    fields: undefined,
    matches: (document) =>
      [...keysOf(index, document).keys.values()].some(({ alike }) => alike.some(isWithin)),
  }
}

function compareEntries({ fields, texts }: Index, values: readonly Found[], bound: readonly Value[]): number {
  for (const [at, { direction }] of fields.entries()) {
    const order = compare(values[at], bound[at], texts) * direction
    if (order !== 0) return order
  }
  return 0
}

function sortField({ name, direction }: IndexField): Query['sort'][number] {
  return { path: name, direction }
}
