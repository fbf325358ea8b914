import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import type { Context } from '../query/context.ts'
import { checkFieldName, fieldPath, valueAt } from '../query/field-path.ts'
import { operators, refusedOperators } from './operators/index.ts'
import { isFixed } from './fixed.ts'
import { compileVariable } from './variable.ts'

/** What an expression may see: the document, and the names that `$let`, `$map` and their like have given. */
export interface Scope {
  root: Document
  names?: Named | undefined
}

/** A name's value; one further out may have the same name. */
export interface Named {
  name: string
  value: Found
  outer: Named | undefined
}

export type Expression = (scope: Scope) => Found

/** Compiles the expressions within an expression. */
export interface Compiler {
  context: Context
  compile(value: Value): Expression
  /** Names that are known where the expression stands. */
  names: readonly string[]
  /** A compiler for an expression that may use these names as well. */
  naming(names: readonly string[]): Compiler
}

/** Compiles an aggregation expression; `undefined` is its word for a missing field. */
export function compileExpression(value: Value, context: Context = {}): Expression {
  return compilerOf(context, []).compile(value)
}

function compilerOf(context: Context, names: readonly string[]): Compiler {
  const compiler: Compiler = {
    context,
    names,
    compile: (value) => compileValue(value, compiler),
    naming: (more) => compilerOf(context, [...names, ...more]),
  }
  return compiler
}

function compileValue(value: Value, compiler: Compiler): Expression {
  if (typeof value === 'string' && value.startsWith('$')) return compileReference(value, compiler)
  if (Array.isArray(value)) return compileArray(value, compiler)
  if (!isDocument(value)) return () => value
  const [first] = value.keys()
  return first?.startsWith('$') ? compileOperator(first, value, compiler) : compileObject(value, compiler)
}

function compileOperator(name: string, document: Document, compiler: Compiler): Expression {
  if (document.size !== 1) refuse(15983, 'an object representing an expression must have exactly one field')
  const build = Object.hasOwn(operators, name) ? operators[name] : undefined
  if (!build && refusedOperators.has(name)) refuse('CommandNotSupported', `${name} is not supported`)
  if (!build) return refuse('InvalidPipelineOperator', `Unrecognized expression '${name}'`)
  const operand = document.get(name) as Value
  const expression = build(operand, compiler)
  return Array.isArray(operand) && isFixed(operand) ? fixed(expression) : expression
}

/** Calculated once, and so refused once, even where no document comes; MongoDB does so too. */
function fixed(expression: Expression): Expression {
  const value = expression({ root: new Map() })
  return () => value
}

function compileArray(array: readonly Value[], { compile }: Compiler): Expression {
  const elements = array.map(compile)
  return (scope) => elements.map((element) => element(scope) ?? null)
}

function compileObject(document: Document, { compile }: Compiler): Expression {
  const fields = [...document].map(([name, value]) => {
    checkFieldName(name)
    return [name, compile(value)] as const
  })
  return (scope) => {
    const result: Document = new Map()
    for (const [name, expression] of fields) {
      const value = expression(scope)
      if (value !== undefined) result.set(name, value)
    }
    return result
  }
}

function compileReference(reference: string, compiler: Compiler): Expression {
  if (reference.startsWith('$$')) return compileVariable(reference.slice(2), compiler)
  const path = fieldPath(reference.slice(1))
  return ({ root }) => valueAt(root, path)
}
