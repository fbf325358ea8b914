import { keyPart } from '../../bson/key.ts'
import { isDocument, type Document, type Found, type Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import type { Context } from '../../query/context.ts'
import { accumulators, type Accumulator } from '../accumulators.ts'
import { compileExpression, type Expression } from '../expression.ts'
import { memoryOf } from '../memory.ts'
import type { BuildStage } from '../pipeline.ts'

interface Field {
  name: string
  expression: Expression
  start(keep: (value: Value) => void): Accumulator
}

interface Group {
  id: Found
  accumulators: Accumulator[]
}

export const group: BuildStage = (operand, { context }) => {
  if (!isDocument(operand)) refuse(15947, "a group's fields must be specified in an object")
  const id = operand.get('_id')
  if (id === undefined) refuse(15955, 'a group specification must include an _id')
  const idOf = compileExpression(id, context)
  const fields = [...operand]
    .filter(([name]) => name !== '_id')
    .map(([name, value]) => compileField(name, value, context))
  return function* (documents) {
    const groups = new Map<string, Group>()
    const note = memoryOf('$group')
    for (const root of documents) {
      const found = groupFor(groups, idOf({ root }) ?? null, fields, note)
      fields.forEach(({ expression }, at) => found.accumulators[at]?.add(expression({ root })))
    }
    for (const one of groups.values()) yield documentFor(one, fields)
  }
}

function compileField(name: string, value: Value, context: Context): Field {
  if (name.includes('.')) refuse(40235, `The field name '${name}' cannot contain '.'`)
  if (name.startsWith('$')) refuse(40236, `The field name '${name}' cannot be an operator name`)
  if (!isDocument(value)) refuse(40234, `The field '${name}' must be an accumulator object`)
  if (value.size !== 1) refuse(40238, `The field '${name}' must specify one accumulator`)
  const [operator, operand] = value.entries().next().value as [string, Value]
  const start = Object.hasOwn(accumulators, operator) ? accumulators[operator] : undefined
  if (!start) refuse(15952, `unknown group operator '${operator}'`)
  if (operator === '$count' && !(isDocument(operand) && operand.size === 0))
    refuse('TypeMismatch', '$count takes no arguments, i.e. $count:{}')
  return { name, start, expression: compileExpression(operand, context) }
}

function groupFor(
  groups: Map<string, Group>,
  id: Value,
  fields: readonly Field[],
  note: (value: Found) => void,
): Group {
  const key = keyPart(id).bytes.toString('latin1')
  const known = groups.get(key)
  if (known) return known
  const created: Group = { id, accumulators: fields.map(({ start }) => start(note)) }
  groups.set(key, created)
  note(id)
  return created
}

function documentFor({ id, accumulators }: Group, fields: readonly Field[]): Document {
  const document: Document = new Map([['_id', id ?? null]])
  fields.forEach(({ name }, at) => document.set(name, accumulators[at]?.result() ?? null))
  return document
}
