import { isObject } from '../json.ts'
import type { Json, JsonObject } from '../json.ts'

export type LeafVisitor = (path: string, value: Json) => void

/**
 * Visits every value of a document under its dotted path. Arrays are transparent (`[{ a: 1 }, { a: 2 }]` under
 * `x` gives `x.a` twice); an object or array is visited itself too, before what it holds.
 */
export function eachValue(document: JsonObject, visit: LeafVisitor): void {
  for (const [name, value] of Object.entries(document)) visitValue(name, value, visit)
}

function visitValue(path: string, value: Json, visit: LeafVisitor): void {
  visit(path, value)
  if (Array.isArray(value)) for (const item of value) visitItem(path, item, visit)
  else if (isObject(value)) visitFields(path, value, visit)
}

function visitItem(path: string, item: Json, visit: LeafVisitor): void {
  if (isObject(item)) visitFields(path, item, visit)
  else visitValue(path, item, visit)
}

function visitFields(path: string, value: JsonObject, visit: LeafVisitor): void {
  for (const [name, inner] of Object.entries(value)) visitValue(`${path}.${name}`, inner, visit)
}

/** `a` covers `a` and `a.b`; a star stands for anything at the beginning or the end: `*`, `name_*`, `*_id`. */
export function covers(pattern: string, path: string): boolean {
  if (path === pattern || path.startsWith(`${pattern}.`)) return true
  if (pattern.endsWith('*')) return path.startsWith(pattern.slice(0, -1))
  return pattern.startsWith('*') && path.endsWith(pattern.slice(1))
}
