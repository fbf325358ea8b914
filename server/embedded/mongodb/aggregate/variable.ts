import type { Found } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import type { Compiler, Expression, Named } from './expression.ts'
import { fieldPath, valueAt } from '../query/field-path.ts'

/** `$$name` or `$$name.path`. */
export function compileVariable(reference: string, { context, names }: Compiler): Expression {
  const dot = reference.indexOf('.')
  const name = dot < 0 ? reference : reference.slice(0, dot)
  const path = dot < 0 ? [] : fieldPath(reference.slice(dot + 1))
  if (names.includes(name)) return (scope) => valueAt(valueOf(name, scope.names), path)
  if (name === 'ROOT' || name === 'CURRENT') return ({ root }) => valueAt(root, path)
  const constant = constantOf(name, context.variables ?? new Map())
  return () => valueAt(constant, path)
}

function valueOf(name: string, names: Named | undefined): Found {
  for (let named = names; named; named = named.outer) if (named.name === name) return named.value
  return undefined
}

function constantOf(name: string, variables: ReadonlyMap<string, Found>): Found {
  if (variables.has(name)) return variables.get(name)
  if (name === 'REMOVE') return undefined
  if (name === 'NOW') return new Date()
  return refuseUnknown(name)
}

const unsupported = new Set(['SEARCH_META', 'USER_ROLES', 'DESCEND', 'PRUNE', 'KEEP'])

function refuseUnknown(name: string): never {
  if (name === 'CLUSTER_TIME') refuse(51144, "Builtin variable '$$CLUSTER_TIME' is not available")
  if (unsupported.has(name)) refuse('CommandNotSupported', `The variable $$${name} is not supported`)
  checkVariableName(name)
  return refuse(17276, `Use of undefined variable: ${name}`)
}

function checkVariableName(name: string): void {
  if (name === '') refuse('FailedToParse', 'empty variable names are not allowed')
  if (!/^[a-zA-Z0-9_\u0080-\uffff]+$/.test(name))
    refuse('FailedToParse', `'${name}' contains an invalid character for a variable name`)
}

/** Refuses a name that no expression and no `let` may give. */
export function checkOwnName(name: string): void {
  checkVariableName(name)
  if (name === 'CURRENT')
    refuse('CommandNotSupported', 'Giving another meaning to $$CURRENT is not supported')
  if (!/^[a-z\u0080-\uffff]/.test(name))
    refuse('FailedToParse', `'${name}' starts with an invalid character for a user variable name`)
}
