import type { Collection } from '../engine.ts'
import { covers } from '../index/flatten.ts'
import { isObject } from '../json.ts'
import type { Json, JsonObject } from '../json.ts'
import { excerpt } from './excerpt.ts'
import type { Shape } from './excerpt.ts'
import type { Matching } from './match.ts'
import type { SearchParameters } from './parameters.ts'
import { pick } from './pick.ts'
import { matchPlaces } from './text-matches.ts'

type Place = { start: number; length: number; indices?: number[] }

/** Makes `_formatted` and `_matchesPosition` of documents; undefined where a search asks for neither. */
export function formatterFor(
  collection: Collection,
  parameters: SearchParameters,
  matching: Matching | undefined,
) {
  const { attributesToHighlight, attributesToCrop, attributesToRetrieve, showMatchesPosition } = parameters
  const wantsFormat = attributesToHighlight !== null || attributesToCrop !== null
  if (!wantsFormat && !showMatchesPosition) return undefined
  const { displayedAttributes, searchableAttributes } = collection.record.settings
  const cropped = (attributesToCrop ?? []).map((entry) => entry.split(':')[0]!)
  const shown = [displayedAttributes, [...attributesToRetrieve, ...(attributesToHighlight ?? []), ...cropped]]
  const isSearched = (path: string) => searchableAttributes.some((pattern) => covers(pattern, path))
  return (document: JsonObject): Record<string, unknown> => ({
    ...(wantsFormat && { _formatted: formatted(pick(document, shown), '', parameters, matching) }),
    ...(showMatchesPosition && { _matchesPosition: places(document, isSearched, matching) }),
  })
}

function formatted(
  value: Json,
  path: string,
  parameters: SearchParameters,
  matching: Matching | undefined,
): Json {
  if (typeof value === 'string' || typeof value === 'number') {
    return excerpt(String(value), shapeOf(path, parameters), parameters, matching)
  }
  if (Array.isArray(value)) return value.map((item) => formatted(item, path, parameters, matching))
  if (!isObject(value)) return value
  const below = (name: string) => (path === '' ? name : `${path}.${name}`)
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, formatted(inner, below(name), parameters, matching)]),
  )
}

function shapeOf(
  path: string,
  { attributesToHighlight, attributesToCrop, cropLength }: SearchParameters,
): Shape {
  const crop = attributesToCrop?.map((entry) => entry.split(':')).find(([pattern]) => covers(pattern!, path))
  const length = crop && (crop[1] === undefined ? cropLength : Number(crop[1]))
  return {
    isHighlighted: attributesToHighlight?.some((pattern) => covers(pattern, path)) ?? false,
    cropLength: length,
  }
}

function places(document: JsonObject, isSearched: (path: string) => boolean, matching: Matching | undefined) {
  const found = new Map<string, Place[]>()
  const visit = (value: Json, path: string, indices: number[]): void => {
    if (Array.isArray(value)) value.forEach((item, index) => visit(item, path, [...indices, index]))
    else if (isObject(value))
      for (const [name, inner] of Object.entries(value)) visit(inner, `${path}.${name}`, indices)
    else if (value !== null && isSearched(path)) {
      const matches = matchPlaces(String(value), matching)
      const located = matches.map((match) => (indices.length > 0 ? { ...match, indices } : match))
      if (located.length > 0) found.set(path, [...(found.get(path) ?? []), ...located])
    }
  }
  for (const [name, value] of Object.entries(document)) visit(value, name, [])
  return Object.fromEntries(found)
}
