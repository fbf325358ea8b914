import { typeOf } from '../bson/types.ts'
import { isDocument, type Document, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import type { Context } from '../query/context.ts'
import { type ArrayFilters, refuseUnmatched } from './array-filters.ts'
import { refuseConflicts, refuseConflictsFound } from './conflicts.ts'
import { type Operator, operators } from './operators.ts'
import { changeField } from './paths.ts'
import { resolvePositions } from './positions.ts'
import { compileRename } from './rename.ts'
import type { Occasion, Update } from './update.ts'
import { comparePaths, isDynamic, updatePath } from './update-path.ts'

/** What is done to one path; the path of a document may be several, where it has positions. */
interface Modification {
  path: readonly string[]
  onInsertOnly?: boolean
  apply(document: Document, path: readonly string[]): void
}

/** Compiles `$set` and its like. Fields are taken in the order of their names, as MongoDB does. */
export function compileModifiers(update: Document, filters: ArrayFilters, context: Context): Update {
  const modifications = [...update].flatMap(([name, fields]) => compileModifier(name, fields, context))
  const paths = modifications.map(({ path }) => path)
  refuseUnmatched(filters, paths)
  refuseConflicts(paths)
  modifications.sort((a, b) => comparePaths(a.path, b.path))
  const arrange = paths.some(isDynamic) ? resolving(modifications, filters) : () => modifications
  return (document, occasion) => {
    for (const { path, onInsertOnly, apply } of arrange(document, occasion))
      if (!onInsertOnly || occasion.isInsert) apply(document, path)
    return document
  }
}

/** All positions are found before the first change, and the paths ordered as they are then. */
function resolving(modifications: readonly Modification[], filters: ArrayFilters) {
  return (document: Document, { query }: Occasion): Modification[] => {
    const resolved = modifications.flatMap((modification) =>
      resolvePositions(document, modification.path, { query, filters }).map((path) => ({
        ...modification,
        path,
      })),
    )
    refuseConflictsFound(resolved.map(({ path }) => path))
    return resolved.sort((a, b) => comparePaths(a.path, b.path))
  }
}

function compileModifier(name: string, fields: Value, context: Context): Modification[] {
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined
  if (!operator && name !== '$rename') refuseModifier(name)
  if (!isDocument(fields))
    refuse(
      'FailedToParse',
      `Modifiers operate on fields but we found type ${typeOf(fields)} instead. For example: {$mod: {<field>: ...}} not {${name}: ...}`,
    )
  return [...fields].flatMap(([path, operand]) => {
    if (!operator) return renaming(path, operand)
    const segments = updatePath(path)
    if (name !== '$unset') refuseDollar(segments)
    return [modification(name, segments, operator(operand, path, context))]
  })
}

function refuseModifier(name: string): never {
  return refuse(
    'FailedToParse',
    `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
  )
}

function modification(name: string, path: readonly string[], change: ReturnType<Operator>): Modification {
  return {
    path,
    onInsertOnly: name === '$setOnInsert',
    apply: (document, resolved) => changeField(document, resolved, change),
  }
}

/** Both names are taken; what happens, happens where the new one stands. */
function renaming(name: string, operand: Value): Modification[] {
  const { from, to, apply } = compileRename(name, operand)
  refuseDollar(to)
  return [
    { path: from, apply: () => undefined },
    { path: to, apply },
  ]
}

function refuseDollar([first]: readonly string[]): void {
  if (first?.startsWith('$'))
    refuse(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${first}' in '${first}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
    )
}
