import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import type { Condition, FieldCondition } from './condition.ts'
import { arrayIndex } from './path.ts'

/** Which element of the array made the query match: what the positional `$` stands for. */
export function matchedPosition(document: Document, array: string, query: Condition): number | undefined {
  const path = array.split('.')
  const elements = path.reduce<Found>(step, document)
  if (!Array.isArray(elements)) return undefined
  const positions = conditionsThatMatched(query, document)
    .filter((condition) => asksElements(condition, document, array))
    .map((condition) => elements.findIndex((element) => meets(condition, document, array, [element])))
    .filter((position) => position >= 0)
  return positions.at(-1)
}

function step(value: Found, segment: string): Found {
  if (isDocument(value)) return value.get(segment)
  return Array.isArray(value) ? value[arrayIndex(segment) ?? -1] : undefined
}

/** Whether it is on this array, and not on the array as a whole: on its length, or what an empty one meets too. */
function asksElements(condition: FieldCondition, document: Document, array: string): boolean {
  if (condition.path.startsWith(`${array}.`)) return true
  return condition.path === array && condition.operator !== '$size' && !meets(condition, document, array, [])
}

function meets(condition: FieldCondition, document: Document, array: string, elements: Value[]): boolean {
  return condition.matches(replaced(document, array.split('.'), elements) as Document)
}

/** A copy with another value at the path, where a number is a place in an array. */
function replaced(value: Found, [segment, ...rest]: readonly string[], elements: Value[]): Value {
  if (segment === undefined) return elements
  if (Array.isArray(value)) {
    const place = arrayIndex(segment) ?? -1
    return value.map((element, at) => (at === place ? replaced(element, rest, elements) : element))
  }
  const fields = isDocument(value) ? value : new Map<string, Value>()
  return new Map([...fields, [segment, replaced(fields.get(segment), rest, elements)]])
}

/** Of alternatives the first that holds; negations say nothing about an element. */
function conditionsThatMatched(condition: Condition, document: Document): FieldCondition[] {
  if (condition.kind === 'field') return [condition]
  if (condition.kind === 'all')
    return condition.parts.flatMap((part) => conditionsThatMatched(part, document))
  const part = condition.kind === 'any' ? condition.parts.find((one) => one.matches(document)) : undefined
  return part ? conditionsThatMatched(part, document) : []
}
