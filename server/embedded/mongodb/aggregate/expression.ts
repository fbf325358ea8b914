import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import type { Context } from '../query/context.ts'
import { valueAt } from './fields.ts'
import { operators } from './operators/index.ts'

/** What an expression may see: the document, and the variables, those of `$let`, `$map` and their like too. */
export interface Scope extends Context {
  root: Document
}

export type Expression = (scope: Scope) => Found

/** Compiles an aggregation expression; `undefined` is its word for a missing field. */
export function compileExpression(value: Value): Expression {
  if (typeof value === 'string' && value.startsWith('$')) return compileReference(value)
  if (Array.isArray(value)) return compileArray(value)
  if (!isDocument(value)) return () => value
  const [first] = value.keys()
  return first?.startsWith('$') ? compileOperator(first, value) : compileObject(value)
}

function compileOperator(name: string, document: Document): Expression {
  if (document.size !== 1) refuse(15983, 'An object representing an expression must have exactly one field')
  const build = Object.hasOwn(operators, name) ? operators[name] : undefined
  if (!build) return refuse(168, `Unrecognized expression '${name}'`)
  return build(document.get(name) as Value, compileExpression)
}

function compileArray(array: readonly Value[]): Expression {
  const elements = array.map(compileExpression)
  return (scope) => elements.map((element) => element(scope) ?? null)
}

function compileObject(document: Document): Expression {
  const fields = [...document].map(([name, value]) => [name, compileExpression(value)] as const)
  for (const [name] of fields)
    if (name.includes('.')) refuse(16405, `FieldPath field names may not contain '.': ${name}`)
  return (scope) => {
    const result: Document = new Map()
    for (const [name, expression] of fields) {
      const value = expression(scope)
      if (value !== undefined) result.set(name, value)
    }
    return result
  }
}

function compileReference(reference: string): Expression {
  if (reference.startsWith('$$')) return compileVariable(reference.slice(2))
  const path = reference.slice(1).split('.')
  if (path.includes('')) refuse(40353, `'${reference}' is no valid field path`)
  return (scope) => valueAt(scope.root, path)
}

function compileVariable(reference: string): Expression {
  const [name, ...path] = reference.split('.') as [string, ...string[]]
  if (name === 'ROOT' || name === 'CURRENT') return (scope) => valueAt(scope.root, path)
  if (name === 'REMOVE') return () => undefined
  if (name === 'NOW') return ({ variables }) => valueAt(variables?.get('NOW') ?? new Date(), path)
  if (/^[A-Z]/.test(name)) refuse('CommandNotSupported', `The variable $$${name} is not supported`)
  return ({ variables }) => {
    if (!variables?.has(name)) refuse(17276, `Use of undefined variable: ${name}`)
    return valueAt(variables.get(name), path)
  }
}
