import { compileExpression } from '../aggregate/expression.ts'
import { readsDocument } from '../aggregate/constant.ts'
import { checkOwnName } from '../aggregate/variable.ts'
import type { Document, Found } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { textOrder } from '../query/collation.ts'
import type { Context } from '../query/context.ts'
import { documentAt } from './arguments.ts'

/** What a command's `collation` and `let` say. */
export function contextOf(command: Document): Context {
  const texts = textOrder(documentAt(command, 'collation'))
  return {
    texts,
    variables: variablesOf(documentAt(command, 'let'), { texts, variables: new Map([['NOW', new Date()]]) }),
  }
}

/** The same for one statement of a command, which has a collation of its own. */
export function contextWithin(statement: Document, { variables }: Context): Context {
  return { texts: textOrder(documentAt(statement, 'collation')), variables }
}

/** Each value may use the names before it, and no field: there is no document yet. */
function variablesOf(given: Document | undefined, { texts, variables }: Context): Context['variables'] {
  const all = new Map<string, Found>(variables)
  for (const [name, value] of given ?? []) {
    checkOwnName(name)
    if (readsDocument(value))
      refuse(4890500, 'Command let Expression tried to access a field, but there is no document yet')
    all.set(name, compileExpression(value, { texts, variables: all })({ root: new Map() }))
  }
  return all
}
