import type { Document } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { setPath } from './field-path.ts'
import type { Condition } from './condition.ts'
import type { Context } from './context.ts'
import { type Part, type Parts, partsOf } from './projection-parts.ts'
import { addToTree, exclude, include, type Tree } from './projection-tree.ts'

export type Project = (document: Document) => Document

/**
 * Builds the function that shapes a document as a find's projection says; `query` is what found the document.
 * Refuses what cannot go together.
 */
export function compileProjection(projection: Document, context: Context, query: Condition): Project {
  return compileParts(partsOf(projection, { context, query }))
}

/** The same for `$project`, which knows expressions but not the operators of a find. */
export function compileProject(projection: Document, context: Context = {}): Project {
  return compileParts(partsOf(projection, { context, query: undefined }))
}

function compileParts(parts: Parts): Project {
  const excludes = modeOf(parts) === 'exclusion'
  const tree = treeOf(parts, excludes)
  const steps = parts.flatMap((part) => (part.kind === 'step' ? [part.apply] : []))
  const computed = parts.filter((part) => part.kind === 'computed')
  return (document) => {
    const shaped = excludes ? exclude(document, tree) : include(document, tree)
    for (const { path, expression } of computed)
      setPath(shaped, path.split('.'), expression({ root: document }))
    for (const apply of steps) apply(document, shaped)
    return shaped
  }
}

type Mode = 'inclusion' | 'exclusion'

/** What a part asks of the whole; `_id` by itself goes with both. */
function wishOf(part: Part): Mode | undefined {
  if (part.kind === 'computed') return 'inclusion'
  if (part.kind === 'step') return part.operator === 'position' ? 'inclusion' : undefined
  if (part.path === '_id') return undefined
  return part.wanted ? 'inclusion' : 'exclusion'
}

function modeOf(parts: Parts): Mode {
  let mode: Mode | undefined
  for (const part of parts) {
    const wish = wishOf(part)
    if (mode && wish && mode !== wish) refuseMixed(part, wish)
    mode ??= wish
  }
  return mode ?? modeWithoutFields(parts)
}

function refuseMixed(part: Part, wish: Mode): never {
  if (wish === 'exclusion')
    return refuse(31254, `Cannot do exclusion on field ${part.path} in inclusion projection`)
  if (part.kind !== 'computed')
    return refuse(31253, `Cannot do inclusion on field ${part.path} in exclusion projection`)
  if (part.isLiteral) return refuse(31310, `Cannot use an expression ${part.path} in an exclusion projection`)
  return refuse(31252, 'Cannot use expression other than $meta in exclusion projection')
}

/** What is meant where only `_id`, `$slice` and `$elemMatch` are named. */
function modeWithoutFields(parts: Parts): Mode {
  const has = (operator: string) => parts.some((part) => part.kind === 'step' && part.operator === operator)
  const includesId = parts.some((part) => part.kind === 'flag' && part.wanted)
  if (has('slice')) return includesId ? 'inclusion' : 'exclusion'
  return has('element') || includesId ? 'inclusion' : 'exclusion'
}

function treeOf(parts: Parts, excludes: boolean): Tree {
  const tree: Tree = new Map()
  const namesId = parts.some(({ path }) => path === '_id' || path.startsWith('_id.'))
  if (!excludes && !namesId) addToTree(tree, '_id', true)
  for (const part of parts) addToTree(tree, part.path, isKept(part, excludes))
  return tree
}

/** Whether the field's path is named in the tree for its own sake, or only so that collisions are seen. */
function isKept(part: Part, excludes: boolean): boolean {
  if (part.kind === 'flag') return part.wanted !== excludes
  return part.kind === 'step' && part.operator !== 'element' && !excludes
}
