import type { Collection } from '../engine.ts'
import { covers } from '../index/flatten.ts'
import type { JsonObject } from '../json.ts'
import type { Store } from '../storage/store.ts'
import { readNumbered } from '../tasks/documents.ts'
import { formatterFor } from './format.ts'
import type { SearchParameters } from './parameters.ts'
import { rankingScore } from './rank.ts'
import type { Selection } from './run-search.ts'

export type Hit = Record<string, unknown>

/** Writes the hit of a document; undefined for one whose deletion is under way. */
export function hitWriter(
  store: Store,
  collection: Collection,
  parameters: SearchParameters,
  selection: Selection,
) {
  const { settings, key, primaryKey } = collection.record
  const shown = shownFields(settings.displayedAttributes, parameters.attributesToRetrieve)
  const needsOnlyId =
    parameters.attributesToRetrieve.length === 1 && parameters.attributesToRetrieve[0] === primaryKey
  const format = formatterFor(collection, parameters, selection.matching)
  const isPlain = needsOnlyId && format === undefined && shown(primaryKey!)
  return (document: number): Hit | undefined => {
    const id = collection.index.ids[document]
    const source = isPlain && id !== undefined ? { [primaryKey!]: id } : readNumbered(store, key, document)
    if (source === undefined) return undefined
    const score = parameters.showRankingScore
      ? { _rankingScore: rankingScore(selection.rules, document) }
      : {}
    return { ...pick(source, shown), ...format?.(source), ...score }
  }
}

/** Which fields an answer shows: those asked for, as far as the settings display them. */
export function shownFields(displayed: string[], wanted: string[]): (path: string) => boolean {
  const among = (patterns: string[], path: string) =>
    patterns.some((pattern) => pattern === '*' || covers(pattern, path) || covers(path, pattern))
  return (path) => among(displayed, path) && among(wanted, path)
}

/** The chosen top-level fields of a document. */
export function pick(document: JsonObject, isShown: (path: string) => boolean): JsonObject {
  const entries = Object.entries(document)
  const kept = entries.filter(([name]) => isShown(name))
  return kept.length === entries.length ? document : Object.fromEntries(kept)
}
