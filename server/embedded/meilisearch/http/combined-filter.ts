import type { Json } from '../json.ts'

/** A filter that asks for both; null stands for no condition. */
export function combinedFilter(one: Json, other: Json): Json {
  if (one === null) return other
  if (other === null) return one
  return [...conditions(one), ...conditions(other)]
}

/** The outer array of a filter holds conditions that all must be met. */
function conditions(filter: Json): Json[] {
  return Array.isArray(filter) ? filter : [filter]
}
