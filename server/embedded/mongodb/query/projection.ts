import { isNumeric } from '../bson/numbers.ts'
import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { compileExpression } from '../aggregate/expression.ts'
import { setPath } from '../aggregate/fields.ts'
import type { Context } from './context.ts'
import { isTruthy } from './operators.ts'
import { projectElement, projectSlice, type Project } from './projection-operators.ts'
import { addToTree, exclude, include, type Tree } from './projection-tree.ts'

/** Builds the function that shapes a document as a find's projection says. Refuses what cannot go together. */
export function compileProjection(projection: Document, context: Context = {}): Project {
  return compileParts(partsOf(projection, specialPart), context)
}

/** The same for `$project`, which knows expressions but not the operators of a find. */
export function compileProject(projection: Document, context: Context = {}): Project {
  return compileParts(
    partsOf(projection, () => undefined),
    context,
  )
}

function compileParts(parts: readonly Part[], context: Context): Project {
  const excludes = isExclusion(parts)
  const tree = treeOf(parts, excludes)
  const specials = parts.filter((part) => part.kind === 'special')
  const computed = parts
    .filter((part) => part.kind === 'computed')
    .map(({ path, value }) => ({ path, expression: compileExpression(value, context) }))
  return (document) => {
    const shaped = excludes ? exclude(document, tree) : include(document, tree)
    for (const { path, project } of specials) project(document, shaped, path)
    const scope = { root: document }
    for (const { path, expression } of computed) setComputed(shaped, path, expression(scope))
    return shaped
  }
}

type Part =
  | { kind: 'flag'; path: string; wanted: boolean }
  | {
      kind: 'special'
      path: string
      slice: boolean
      project: (from: Document, to: Document, path: string) => void
    }
  | { kind: 'computed'; path: string; value: Value }

type SpecialPart = (path: string, value: Document) => Part | undefined

function partsOf(projection: Document, special: SpecialPart, prefix = ''): Part[] {
  return [...projection].flatMap(([name, value]) => partOf(prefix + name, value, special))
}

function partOf(path: string, value: Value, specialPart: SpecialPart): Part[] {
  if (path.endsWith('.$') || path.includes('.$.'))
    refuse('CommandNotSupported', 'Positional projection is not supported')
  if (path.startsWith('$') || path.endsWith('.') || path === '') refuse(16410, `Invalid field path '${path}'`)
  if (typeof value === 'boolean' || isNumeric(value)) return [{ kind: 'flag', path, wanted: isTruthy(value) }]
  if (!isDocument(value)) return [{ kind: 'computed', path, value }]
  const special = specialPart(path, value)
  if (special) return [special]
  const [first] = value.keys()
  if (first === undefined) refuse(51270, 'An empty sub-projection is not a valid value')
  return first.startsWith('$') ? [{ kind: 'computed', path, value }] : partsOf(value, specialPart, `${path}.`)
}

function specialPart(path: string, value: Document): Part | undefined {
  const slice = value.get('$slice')
  if (slice !== undefined && !isExpressionSlice(slice))
    return { kind: 'special', path, slice: true, project: projectSlice(slice) }
  const element = value.get('$elemMatch')
  if (element !== undefined)
    return { kind: 'special', path, slice: false, project: projectElement(path, element) }
  return undefined
}

/** `$slice` of an aggregation names its array first. */
function isExpressionSlice(slice: Value): boolean {
  return Array.isArray(slice) && !isNumeric(slice[0])
}

/** Exclusion where a field other than `_id` is excluded, or where nothing is included. */
function isExclusion(parts: readonly Part[]): boolean {
  const flags = parts.filter((part) => part.kind === 'flag').filter(({ path }) => path !== '_id')
  const included = flags.find(({ wanted }) => wanted)
  const excluded = flags.find(({ wanted }) => !wanted)
  if (included && excluded) refuseMixed(flags[0] === included, included.path, excluded.path)
  const shapes = parts.some((part) => part.kind === 'computed' || (part.kind === 'special' && !part.slice))
  if (excluded && parts.some((part) => part.kind === 'computed'))
    refuse(31252, 'Cannot use an expression in an exclusion projection')
  if (included || excluded) return !included
  const id = parts.find((part) => part.kind === 'flag')
  return !shapes && !(id?.wanted ?? false)
}

function refuseMixed(inclusionFirst: boolean, included: string, excluded: string): never {
  if (inclusionFirst) refuse(31254, `Cannot do exclusion on field ${excluded} in inclusion projection`)
  return refuse(31253, `Cannot do inclusion on field ${included} in exclusion projection`)
}

function treeOf(parts: readonly Part[], excludes: boolean): Tree {
  const tree: Tree = new Map()
  const id = parts.find((part) => part.path === '_id')
  if (!excludes && !id && !parts.some(({ path }) => path.startsWith('_id.'))) addToTree(tree, '_id', true)
  for (const part of parts) addToTree(tree, part.path, isKept(part, excludes))
  return tree
}

/** Whether the field's path is named in the tree for its own sake, or only so that collisions are seen. */
function isKept(part: Part, excludes: boolean): boolean {
  if (part.kind === 'flag') return part.wanted !== excludes
  return part.kind === 'special' && part.slice && !excludes
}

function setComputed(document: Document, path: string, value: Found): void {
  setPath(document, path.split('.'), value)
}
