import { BSONRegExp } from 'bson'
import type { Document, Value } from '../bson/value.ts'
import { compareStrings } from '../bson/strings.ts'
import { withId } from '../collections/identity.ts'
import { refuse } from '../errors.ts'
import type { Condition } from '../query/condition.ts'
import { changeField } from './paths.ts'
import type { CompiledUpdate } from './update.ts'

interface Equality {
  path: string
  value: Value
}

/** The document that an upsert inserts: what the query says by equality in the order of names, then the update. */
export function upsertedDocument(query: Condition, update: CompiledUpdate): Document {
  const start: Document = new Map()
  for (const { path, value } of inferred(query, update.isReplacement))
    changeField(start, path.split('.'), { missing: 'made', apply: () => value })
  return withId(update.apply(start, { query: undefined, isInsert: true }))
}

function inferred(query: Condition, onlyId: boolean): Equality[] {
  const found = equalities(query).sort((a, b) => compareStrings(a.path, b.path))
  const wanted = onlyId ? found.filter(({ path }) => isExactId(path)) : found
  const paths = new Set<string>()
  for (const { path } of wanted) {
    for (const above of pathsAbove(path)) if (paths.has(above)) refuseTwice(path, above)
    paths.add(path)
  }
  return wanted
}

function isExactId(path: string): boolean {
  if (path.startsWith('_id.'))
    refuse('NotExactValueField', `field at '_id' must be exactly specified, field at sub-path '${path}'found`)
  return path === '_id'
}

function refuseTwice(path: string, above: string): never {
  return refuse(
    'NotSingleValueField',
    path === above
      ? `cannot infer query fields to set, path '${path}' is matched twice`
      : `cannot infer query fields to set, both paths '${path}' and '${above}' are matched`,
  )
}

/** The path and what leads to it. */
function pathsAbove(path: string): string[] {
  const segments = path.split('.')
  return segments.map((_, at) => segments.slice(0, at + 1).join('.'))
}

/** Conditions that every match must meet; one alternative alone is none. */
function equalities(condition: Condition): Equality[] {
  if (condition.kind === 'all' || (condition.kind === 'any' && condition.parts.length === 1))
    return condition.parts.flatMap(equalities)
  if (condition.kind !== 'field') return []
  const { path, operator, operand } = condition
  if (operator === '$eq') return [{ path, value: operand }]
  const [only, ...others] = operator === '$in' ? (operand as Value[]) : []
  const isOne = only !== undefined && others.length === 0 && !(only instanceof BSONRegExp)
  return isOne ? [{ path, value: only }] : []
}
