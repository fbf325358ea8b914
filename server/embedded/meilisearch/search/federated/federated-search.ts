import { randomUUID } from 'node:crypto'
import type { Collection, Engine } from '../../engine.ts'
import { indexNotFound, MeilisearchError } from '../../errors.ts'
import { checkFacets } from '../check-fields.ts'
import { distinctOf } from '../distinct.ts'
import { facetsOf } from '../facets.ts'
import { hitWriter } from '../hits.ts'
import type { Hit } from '../hits.ts'
import { pageOf } from '../paging.ts'
import type { SearchParameters } from '../parameters.ts'
import { inOrder } from '../rank.ts'
import { cutOff, select } from '../run-search.ts'
import type { Selection } from '../run-search.ts'
import type { Federation } from './federation.ts'
import { mergeFacets } from './merge-facets.ts'
import type { IndexFacets } from './merge-facets.ts'
import { compareWeighted, weightedScores } from './weighted-scores.ts'
import type { WeightedScores } from './weighted-scores.ts'

export type FederatedQuery = {
  uid: string
  collection: Collection
  parameters: SearchParameters
  weight: number
}

/** Runs what is done for a query, so that errors can name it. */
type Within = <Result>(place: number, act: () => Result) => Result

type Candidate = { document: number; scores: WeightedScores }
type Answer = { query: FederatedQuery; place: number; selection: Selection; candidates: Candidate[] }

/** Merges the hits of several queries by their weighted scores; a document that several find is shown once. */
export function federatedSearch(
  engine: Engine,
  federation: Federation,
  queries: FederatedQuery[],
  within: Within,
): Record<string, unknown> {
  const start = performance.now()
  const page = pageOf(federation, Infinity)
  const answers = queries.map((query, place) =>
    within(place, () => answerTo(query, place, page.offset + page.limit, start)),
  )
  const documents = documentsByIndex(answers)
  const total = [...documents.values()].reduce((sum, found) => sum + found.size, 0)
  const shown = merged(answers).slice(page.offset, page.offset + page.limit)
  return {
    hits: shown.flatMap(({ answer, candidate }) => hitOf(engine, answer, candidate) ?? []),
    processingTimeMs: Math.round(performance.now() - start),
    ...page.describe(total),
    ...facetsIn(engine, federation, documents),
    requestUid: randomUUID(),
  }
}

function answerTo(query: FederatedQuery, place: number, needed: number, start: number): Answer {
  const { collection, parameters, weight } = query
  const selection = select(collection, parameters)
  const { documents, rules, distinct } = selection
  const isOver = cutOff(collection.record.settings, start)
  const ordered = inOrder(documents, rules, distinct === null ? needed : documents.length, isOver)
  const kept = distinct === null ? ordered : distinctOf(collection.index, distinct, ordered, needed).kept
  const candidates = kept.map((document) => ({ document, scores: weightedScores(rules, document, weight) }))
  return { query, place, selection, candidates }
}

function documentsByIndex(answers: Answer[]): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>()
  for (const { query, selection } of answers) {
    const documents = found.get(query.uid) ?? new Set()
    for (const document of selection.documents) documents.add(document)
    found.set(query.uid, documents)
  }
  return found
}

/** The best candidates first; of equals that of the earlier query. */
function merged(answers: Answer[]): { answer: Answer; candidate: Candidate }[] {
  const all = answers.flatMap((answer) => answer.candidates.map((candidate) => ({ answer, candidate })))
  all.sort((one, other) => compareWeighted(one.candidate.scores, other.candidate.scores))
  const seen = new Set<string>()
  return all.filter(({ answer, candidate }) => {
    const key = `${answer.query.uid} ${candidate.document}`
    return !seen.has(key) && seen.add(key)
  })
}

function hitOf(
  { store }: Engine,
  { query, place, selection }: Answer,
  candidate: Candidate,
): Hit | undefined {
  const write = hitWriter(store, query.collection, query.parameters, selection)
  const hit = write(candidate.document)
  const weightedRankingScore = candidate.scores.total
  return hit && { ...hit, _federation: { indexUid: query.uid, queriesPosition: place, weightedRankingScore } }
}

function facetsIn(
  { collections }: Engine,
  { facetsByIndex, mergeFacets: merge }: Federation,
  documents: Map<string, Set<number>>,
) {
  const all = [...facetsByIndex].map(([uid, facets]): IndexFacets => {
    const collection = collections.get(uid)
    if (!collection) throw inFacets(uid, indexNotFound(uid))
    return indexFacets(collection, facets, [...(documents.get(uid) ?? [])])
  })
  if (all.length === 0) return {}
  if (merge) return mergeFacets(all, merge.maxValuesPerFacet)
  const byIndex = all.map(({ uid, distribution, stats }) => [uid, { distribution, stats }])
  return { facetsByIndex: Object.fromEntries(byIndex) }
}

function indexFacets({ record, index }: Collection, facets: string[], documents: number[]): IndexFacets {
  const { uid, settings } = record
  const checked = attempt(uid, () => checkFacets(settings, index, facets)) ?? []
  const { facetDistribution, facetStats } = facetsOf(index, checked, documents, settings.faceting)
  return { uid, settings, distribution: facetDistribution, stats: facetStats }
}

function attempt<Result>(uid: string, act: () => Result): Result {
  try {
    return act()
  } catch (error) {
    throw error instanceof MeilisearchError ? inFacets(uid, error) : error
  }
}

function inFacets(uid: string, { code, message }: MeilisearchError): MeilisearchError {
  return new MeilisearchError(code, `Inside \`.federation.facetsByIndex.${uid}\`: ${message}`)
}
