import type { Document, Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'

/** The fields that a projection names: `true` for the whole of one, `false` for one that another part fills. */
export type Tree = Map<string, Tree | boolean>

/** Refuses a path that is named twice, or above or below another. */
export function addToTree(tree: Tree, path: string, mark: boolean): void {
  const segments = path.split('.')
  const last = segments.pop() as string
  let node = tree
  for (const segment of segments) {
    const next = node.get(segment) ?? new Map()
    if (typeof next === 'boolean') refuse(31249, `Path collision at ${path}`)
    node.set(segment, next)
    node = next
  }
  if (node.has(last)) refuse(31250, `Path collision at ${path}`)
  node.set(last, mark)
}

/** The named fields in the document's own order, through every document of an array. */
export function include(document: Document, tree: Tree): Document {
  const result: Document = new Map()
  for (const [name, value] of document) {
    const node = tree.get(name)
    if (node === true) result.set(name, value)
    else if (node) includeWithin(result, name, value, node)
  }
  return result
}

function includeWithin(result: Document, name: string, value: Value, tree: Tree): void {
  if (value instanceof Map) result.set(name, include(value, tree))
  else if (Array.isArray(value)) result.set(name, includeElements(value, tree))
  else if (isFilled(tree)) result.set(name, null)
}

/** Whether another part puts fields here, for which any value makes room. */
function isFilled(tree: Tree): boolean {
  return [...tree.values()].some((node) => (node instanceof Map ? isFilled(node) : !node))
}

function includeElements(array: readonly Value[], tree: Tree): Value[] {
  return array.flatMap((element): Value[] => {
    if (element instanceof Map) return [include(element, tree)]
    if (Array.isArray(element)) return [includeElements(element, tree)]
    return isFilled(tree) ? [null] : []
  })
}

/** All but the named fields. */
export function exclude(document: Document, tree: Tree): Document {
  const result: Document = new Map()
  for (const [name, value] of document) {
    const node = tree.get(name)
    if (node !== true) result.set(name, node ? excludeWithin(value, node) : value)
  }
  return result
}

function excludeWithin(value: Value, tree: Tree): Value {
  if (value instanceof Map) return exclude(value, tree)
  return Array.isArray(value) ? value.map((element) => excludeWithin(element, tree)) : value
}
