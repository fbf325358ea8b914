import { covers } from '../index/flatten.ts'
import { isObject } from '../json.ts'
import type { Json, JsonObject } from '../json.ts'

/** Which fields are shown: those that each of the lists names, whole or in part (`a.b` shows a part of `a`). */
export type Shown = string[][]

/** The shown fields of a document, in their order; of lists of objects, the shown fields of each. */
export function pick(document: JsonObject, shown: Shown): JsonObject {
  return shown.every((patterns) => patterns.includes('*')) ? document : pickFields(document, '', shown)
}

function pickFields(value: JsonObject, path: string, shown: Shown): JsonObject {
  const entries = Object.entries(value).flatMap(([name, inner]): [string, Json][] => {
    const place = path === '' ? name : `${path}.${name}`
    if (isWhole(shown, place)) return [[name, inner]]
    return isPart(shown, place) ? [[name, pickInner(inner, place, shown)]] : []
  })
  return Object.fromEntries(entries)
}

function pickInner(value: Json, path: string, shown: Shown): Json {
  if (Array.isArray(value)) return value.map((item) => pickInner(item, path, shown))
  return isObject(value) ? pickFields(value, path, shown) : value
}

export function isWhole(shown: Shown, path: string): boolean {
  return shown.every((patterns) => patterns.some((pattern) => covers(pattern, path)))
}

function isPart(shown: Shown, path: string): boolean {
  return shown.every((patterns) => patterns.some((pattern) => covers(pattern, path) || covers(path, pattern)))
}
