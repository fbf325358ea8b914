import { refuse } from '../errors.ts'
import type { Context } from './context.ts'

const supported = new Set(['$and', '$or', '$nor', '$expr', '$comment', '$alwaysTrue', '$alwaysFalse'])

const unsupported = new Set(['$where', '$text', '$jsonSchema', '$sampleRate'])

/** Whether the operator stands beside fields, not on one. */
export function isTopLevelOperator(name: string): boolean {
  return supported.has(name) || unsupported.has(name)
}

/** Refuses `$expr` where there is no whole document to look at. */
export function refuseExpression({ place }: Context): void {
  if (place === 'update') refuse('QueryFeatureNotAllowed', '$expr is not allowed in this context')
  if (place === 'element') refuse('BadValue', '$expr can only be applied to the top-level document')
}

/** Refuses an operator that is not kept to, or that there is not. */
export function refuseTopLevel(name: string, { place }: Context): never {
  if (!unsupported.has(name)) refuse('BadValue', `unknown top level operator: ${name}`)
  if (place && name === '$jsonSchema')
    refuse('QueryFeatureNotAllowed', '$jsonSchema is not allowed in this context')
  if (place) refuse('BadValue', `${name} is not allowed in this context`)
  return refuse('CommandNotSupported', `${name} is not supported`)
}
