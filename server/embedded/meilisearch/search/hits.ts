import type { Collection } from '../engine.ts'
import type { Store } from '../storage/store.ts'
import { readNumbered } from '../tasks/documents.ts'
import { formatterFor } from './format.ts'
import type { SearchParameters } from './parameters.ts'
import { isWhole, pick } from './pick.ts'
import { rankingScore } from './rank.ts'
import type { Selection } from './run-search.ts'
import { scoreDetails } from './score-details.ts'

export type Hit = Record<string, unknown>

/** Writes the hit of a document; undefined for one whose deletion is under way. */
export function hitWriter(
  store: Store,
  collection: Collection,
  parameters: SearchParameters,
  selection: Selection,
) {
  const { settings, key, primaryKey } = collection.record
  const shown = [settings.displayedAttributes, parameters.attributesToRetrieve]
  const needsOnlyId =
    parameters.attributesToRetrieve.length === 1 && parameters.attributesToRetrieve[0] === primaryKey
  const format = formatterFor(collection, parameters, selection.matching)
  const isPlain =
    needsOnlyId && !parameters.retrieveVectors && format === undefined && isWhole(shown, primaryKey!)
  const scores = scorer(parameters, selection)
  return (document: number): Hit | undefined => {
    const id = collection.index.ids[document]
    const source = isPlain && id !== undefined ? { [primaryKey!]: id } : readNumbered(store, key, document)
    if (source === undefined) return undefined
    const vectors = parameters.retrieveVectors && { _vectors: source['_vectors'] ?? {} }
    return { ...pick(source, shown), ...vectors, ...format?.(source), ...scores(document) }
  }
}

function scorer({ showRankingScore, showRankingScoreDetails }: SearchParameters, { rules }: Selection) {
  return (document: number) => ({
    ...(showRankingScore && { _rankingScore: rankingScore(rules, document) }),
    ...(showRankingScoreDetails && { _rankingScoreDetails: scoreDetails(rules, document) }),
  })
}
