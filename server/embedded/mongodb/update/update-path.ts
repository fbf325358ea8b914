import { compareStrings } from '../bson/strings.ts'
import { refuse } from '../errors.ts'

/** The segments of an update's path. Refuses what names no field. */
export function updatePath(path: string): string[] {
  if (path === '') refuse('EmptyFieldName', 'An empty update path is not valid.')
  const segments = path.split('.')
  if (segments.includes(''))
    refuse('EmptyFieldName', `The update path '${path}' contains an empty field name, which is not allowed.`)
  refusePositions(path, segments)
  return segments
}

function refusePositions(path: string, segments: readonly string[]): void {
  const [first] = segments as [string]
  if (first === '$')
    refuse('BadValue', `Cannot have positional (i.e. '$') element in the first position in path '${path}'`)
  if (isArrayPosition(first))
    refuse(
      'BadValue',
      `Cannot have array filter identifier (i.e. '$[<id>]') element in the first position in path '${path}'`,
    )
  if (segments.filter((segment) => segment === '$').length > 1)
    refuse('BadValue', `Too many positional (i.e. '$') elements found in path '${path}'`)
}

/** `$[]` or `$[name]`. */
export function isArrayPosition(segment: string): boolean {
  return segment.startsWith('$[') && segment.endsWith(']')
}

/** Whether the path depends on the document. */
export function isDynamic(segments: readonly string[]): boolean {
  return segments.some((segment) => segment === '$' || isArrayPosition(segment))
}

/** Positions of arrays as numbers, names as text: the order in which MongoDB makes new fields. */
export function comparePaths(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const order = compareSegments(a[at] as string, b[at] as string)
    if (order !== 0) return order
  }
  return a.length - b.length
}

const isNumber = /^\d+$/

function compareSegments(a: string, b: string): number {
  if (a === b) return 0
  if (isNumber.test(a) && isNumber.test(b)) return Number(a) - Number(b) || compareStrings(a, b)
  return compareStrings(a, b)
}
