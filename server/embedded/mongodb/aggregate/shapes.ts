import { isDocument, type Document, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { compileProject } from '../query/projection.ts'
import { addToTree, type Tree } from '../query/projection-tree.ts'
import type { Context } from '../query/context.ts'
import { compileExpression } from './expression.ts'
import { fieldPath, setPath } from '../query/field-path.ts'

/** Makes another document of one. */
export type Shape = (document: Document) => Document

const shapes: Record<string, (operand: Value, context: Context, name: string) => Shape> = {
  $project: (operand, context, name) => compileProject(documentFor(name, operand), context),
  $addFields: addFields,
  $set: addFields,
  $unset: unset,
  $replaceRoot: replaceRoot,
  $replaceWith: (operand, context) => replaceWith(operand, context),
}

/** The stages that look at one document at a time. */
export function isShape(name: string): boolean {
  return Object.hasOwn(shapes, name)
}

export function compileShape(name: string, operand: Value, context: Context = {}): Shape {
  const build = shapes[name] as (operand: Value, context: Context, name: string) => Shape
  return build(operand, context, name)
}

function documentFor(name: string, operand: Value): Document {
  if (!isDocument(operand))
    refuse(name === '$project' ? 15969 : 40272, `${name} specification must be an object`)
  if (operand.size === 0)
    refuse(51272, `Invalid ${name} :: caused by :: specification must have at least one field`)
  return operand
}

function addFields(operand: Value, context: Context, name: string): Shape {
  const tree: Tree = new Map()
  const fields = fieldsIn(documentFor(name, operand)).map(({ path, value }) => {
    addToTree(tree, path.join('.'), true)
    return { path, expression: compileExpression(value, context) }
  })
  return (document) => {
    const result: Document = new Map(document)
    for (const { path, expression } of fields) setPath(result, path, expression({ root: document }))
    return result
  }
}

/** `{ a: { b: 1 } }` sets `a.b` and leaves what else is in `a`. */
function fieldsIn(
  document: Document,
  above: readonly string[] = [],
): { path: readonly string[]; value: Value }[] {
  return [...document].flatMap(([name, value]) => {
    const path = [...above, ...fieldPath(name)]
    const isNested =
      isDocument(value) && value.size > 0 && ![...value.keys()].some((inner) => inner.startsWith('$'))
    return isNested ? fieldsIn(value, path) : [{ path, value }]
  })
}

function unset(operand: Value): Shape {
  if (typeof operand !== 'string' && !Array.isArray(operand))
    refuse(31002, '$unset specification must be a string or an array')
  const names = Array.isArray(operand) ? operand : [operand]
  if (names.length === 0)
    refuse(31119, '$unset specification must be a string or an array with at least one field')
  if (!names.every((name) => typeof name === 'string'))
    refuse(31120, '$unset specification must be a string or an array containing only string values')
  return compileProject(new Map((names as string[]).map((name) => [name, 0])))
}

function replaceRoot(operand: Value, context: Context): Shape {
  if (!isDocument(operand)) refuse(40229, 'expected an object as specification for $replaceRoot stage')
  for (const name of operand.keys())
    if (name !== 'newRoot') refuse(40230, `unrecognized option to $replaceRoot stage: ${name}`)
  const root = operand.get('newRoot')
  if (root === undefined) refuse(40231, 'no newRoot specified for the $replaceRoot stage')
  return replaceWith(root, context)
}

function replaceWith(operand: Value, context: Context): Shape {
  const expression = compileExpression(operand, context)
  return (document) => {
    const root = expression({ root: document })
    return isDocument(root) ? root : refuse(40228, "'newRoot' expression must evaluate to an object")
  }
}
