import { setPath } from '../aggregate/fields.ts'
import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import type { Condition, FieldCondition } from './condition.ts'
import { arrayIndex } from './path.ts'

/** Which element of the array made the query match: what the positional `$` stands for. */
export function matchedPosition(document: Document, array: string, query: Condition): number | undefined {
  const path = array.split('.')
  const elements = path.reduce<Found>(step, document)
  if (!Array.isArray(elements)) return undefined
  const positions = conditionsThatMatched(query, document)
    .filter((condition) => condition.path === array || condition.path.startsWith(`${array}.`))
    .map((condition) => elements.findIndex((element) => matchesAlone(condition, document, path, element)))
    .filter((position) => position >= 0)
  return positions.at(-1)
}

function step(value: Found, segment: string): Found {
  if (isDocument(value)) return value.get(segment)
  return Array.isArray(value) ? value[arrayIndex(segment) ?? -1] : undefined
}

/** Of alternatives the first that holds; negations say nothing about an element. */
function conditionsThatMatched(condition: Condition, document: Document): FieldCondition[] {
  if (condition.kind === 'field') return [condition]
  if (condition.kind === 'all')
    return condition.parts.flatMap((part) => conditionsThatMatched(part, document))
  const part = condition.kind === 'any' ? condition.parts.find((one) => one.matches(document)) : undefined
  return part ? conditionsThatMatched(part, document) : []
}

function matchesAlone(
  condition: FieldCondition,
  document: Document,
  path: string[],
  element: Value,
): boolean {
  const alone: Document = new Map(document)
  setPath(alone, path, [element])
  return condition.matches(alone)
}
