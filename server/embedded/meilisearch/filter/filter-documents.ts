import { MeilisearchError } from '../errors.ts'
import type { Bitset } from '../index/bitset.ts'
import type { SearchIndex } from '../index/search-index.ts'
import type { Json } from '../json.ts'
import type { Settings } from '../settings/settings.ts'
import { checkCondition } from './check-fields.ts'
import { evaluate, conditionsOf } from './evaluate.ts'
import type { Expression } from './expression.ts'
import { parseFilter } from './parse.ts'

/** The filters asked last of each index, with the version of the index that they hold for. */
const remembered = new WeakMap<SearchIndex, { version: number; sets: Map<string, Bitset> }>()
const filtersKept = 100

/**
 * The documents that a filter selects: a string, or an array of which all must hold, whose inner arrays hold
 * when any of theirs does. Null and empty filters select every document. The result is not to be changed.
 */
export function filterDocuments(index: SearchIndex, settings: Settings, filter: Json, code: string): Bitset {
  const memory = memoryOf(index)
  const key = JSON.stringify([filter, settings.filterableAttributes])
  const known = memory.get(key)
  if (known) return known
  const expression = readFilter(filter, code)
  for (const condition of expression ? conditionsOf(expression) : [])
    checkCondition(settings, condition, code)
  const found = expression ? evaluate(index, expression) : index.live
  if (memory.size >= filtersKept) memory.clear()
  memory.set(key, found)
  return found
}

function memoryOf(index: SearchIndex): Map<string, Bitset> {
  const held = remembered.get(index)
  if (held?.version === index.version) return held.sets
  const sets = new Map<string, Bitset>()
  remembered.set(index, { version: index.version, sets })
  return sets
}

/** Reads a filter in either form; undefined for one that asks for nothing. */
export function readFilter(filter: Json, code: string): Expression | undefined {
  if (filter === null) return undefined
  if (typeof filter === 'string') return parseFilter(filter, code)
  if (!Array.isArray(filter)) throw wrongType(filter, code, 'String, Array')
  return combined(
    'and',
    filter.map((item) => readItem(item, code)),
  )
}

function readItem(item: Json, code: string): Expression | undefined {
  if (typeof item === 'string') return parseFilter(item, code)
  if (!Array.isArray(item)) throw wrongType(item, code, 'String, [String]')
  const parts = item.map((inner) => {
    if (typeof inner !== 'string') throw wrongType(inner, code, 'String')
    return parseFilter(inner, code)
  })
  return combined('or', parts)
}

function combined(kind: 'and' | 'or', parts: (Expression | undefined)[]): Expression | undefined {
  const present = parts.filter((part) => part !== undefined)
  if (present.length <= 1) return present[0]
  return { kind, parts: present }
}

function wrongType(value: Json, code: string, expected: string): MeilisearchError {
  const message = `Invalid syntax for the filter parameter: \`expected ${expected}, found: ${JSON.stringify(value)}\`.`
  return new MeilisearchError(code, message)
}
