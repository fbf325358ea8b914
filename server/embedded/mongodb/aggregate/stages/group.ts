import { isDocument, type Document, type Found, type Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import type { Context } from '../../query/context.ts'
import { type Accumulation, compileAccumulation } from '../accumulation.ts'
import { compileExpression } from '../expression.ts'
import { memoryOf } from '../memory.ts'
import type { BuildStage } from '../pipeline.ts'
import { keysBy } from '../text-keys.ts'

interface Field {
  name: string
  accumulation: Accumulation
}

interface Group {
  id: Found
  gathered: ReturnType<Accumulation['begin']>[]
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
    const groups = groupsOf(fields, context)
    for (const root of documents) {
      const scope = { root }
      for (const { add } of groups.for(idOf(scope)).gathered) add(scope)
    }
    for (const one of groups.all()) yield documentFor(one, fields)
  }
}

function compileField(name: string, value: Value, context: Context): Field {
  if (name.includes('.')) refuse(40235, `The field name '${name}' cannot contain '.'`)
  if (name.startsWith('$')) refuse(40236, `The field name '${name}' cannot be an operator name`)
  if (!isDocument(value)) refuse(40234, `The field '${name}' must be an accumulator object`)
  if (value.size !== 1) refuse(40238, `The field '${name}' must specify one accumulator`)
  const [operator, operand] = value.entries().next().value as [string, Value]
  return { name, accumulation: compileAccumulation(operator, operand, context) }
}

/** The groups by their ids; a missing id is null's. */
function groupsOf(fields: readonly Field[], context: Context) {
  const groups = new Map<string, Group>()
  const keyOf = keysBy(context.texts)
  const keep = memoryOf('$group')
  return {
    all: () => groups.values(),
    for: (found: Found): Group => {
      const id = found ?? null
      const key = keyOf(id)
      const known = groups.get(key)
      if (known) return known
      const gathered = fields.map(({ accumulation }) => accumulation.begin(id, { ...context, keep }))
      const created: Group = { id, gathered }
      groups.set(key, created)
      keep(id)
      return created
    },
  }
}

function documentFor({ id, gathered }: Group, fields: readonly Field[]): Document {
  const document: Document = new Map([['_id', id ?? null]])
  fields.forEach(({ name }, at) => document.set(name, gathered[at]?.result() ?? null))
  return document
}
