import { BSONRegExp } from 'bson'
import { isDocument, type Document, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { all, any, type Condition, constant, none } from './condition.ts'
import type { Context } from './context.ts'
import { compileField } from './field.ts'
import { compileExpressionCondition } from './expression-condition.ts'
import { hasOperators } from './comparisons.ts'
import { refuseExpression, refuseTopLevel } from './top-level.ts'
import { wholeOf } from './whole.ts'

/** Compiles a query document. Refuses what it does not know with MongoDB's error for it. */
export function compileFilter(filter: Document, context: Context = {}): Condition {
  return all([...filter].flatMap(([name, operand]) => compileEntry(name, operand, context)))
}

function compileEntry(name: string, operand: Value, context: Context): Condition[] {
  if (name.startsWith('$')) return compileTopLevel(name, operand, context)
  return [compilePath(name, operand, context)]
}

function compileTopLevel(name: string, operand: Value, context: Context): Condition[] {
  switch (name) {
    case '$and':
      return [all(compileList(name, operand, context))]
    case '$or':
      return [any(compileList(name, operand, context))]
    case '$nor':
      return [none(compileList(name, operand, context))]
    case '$expr':
      refuseExpression(context)
      return [compileExpressionCondition(operand, context)]
    case '$comment':
      return []
    case '$alwaysTrue':
    case '$alwaysFalse':
      if (wholeOf(operand) !== 1n) refuse('FailedToParse', `${name} must be an integer value of 1`)
      return [constant(name === '$alwaysTrue')]
    default:
      return refuseTopLevel(name, context)
  }
}

function compileList(name: string, operand: Value, context: Context): Condition[] {
  if (!Array.isArray(operand)) refuse('BadValue', `${name} must be an array`)
  if (operand.length === 0) refuse('BadValue', '$and/$or/$nor must be a nonempty array')
  return operand.map((part) => {
    if (!isDocument(part)) refuse('BadValue', '$or/$and/$nor entries need to be full objects')
    return compileFilter(part, context)
  })
}

function compilePath(path: string, operand: Value, context: Context): Condition {
  if (operand instanceof BSONRegExp)
    return compileField(path, new Map([['$regex', operand]]), context, compileFilter)
  if (hasOperators(operand)) return compileField(path, operand, context, compileFilter)
  return compileField(path, new Map([['$eq', operand]]), context, compileFilter)
}
