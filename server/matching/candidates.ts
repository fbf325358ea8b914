import type { Meilisearch, MultiSearchQuery } from 'meilisearch'
import type { Need } from '../needs/need.ts'
import type { Offer } from '../offers/offer.ts'
import { isOneOf, openNow } from '../postings/posting-filter.ts'
import { conditionsOf } from './hard-conditions.ts'
import { hardFilter } from './hard-filter.ts'
import { countStems, frequenciesIn, type IndexName } from './frequencies.ts'
import { profileOf } from './profile.ts'
import { partiesOf, type RankContext } from './rank.ts'
import { rarityFrom, type Rarity } from './rarity.ts'
import { tellingQuestions, wordsToCount, type Question } from './telling.ts'

export interface CandidateOptions extends Pick<RankContext, 'now' | 'entityOf'> {
  /** at most this many */
  limit: number
  /** of an offer: the organisations that it must not reach */
  barredFor: readonly string[]
}

const hitsPerQuestion = 40

/**
 * The ids of open postings on the other side that meet the hard conditions and share something telling, likeliest
 * first. Asks the index twice: how common the posting's words are (mostly remembered), then up to twelve short
 * questions in one multi-search.
 */
export async function findCandidates(
  client: Meilisearch,
  posting: Offer | Need,
  { now, limit, barredFor, entityOf }: CandidateOptions,
): Promise<string[]> {
  const indexUid = otherSideOf(posting)
  const profile = profileOf(posting)
  const words = wordsToCount(profile, rarityIn(client, indexUid))
  const frequencies = await countStems(client, indexUid, words, now)
  const questions = tellingQuestions(profile, rarityFrom(frequencies), frequencies)
  if (questions.length === 0) return []
  const parties = posting.side === 'offer' ? barredFor : partiesOf(posting, { entityOf })
  const conditions = conditionsOf(posting, parties)
  const filter = [openNow(now), ...hardFilter(conditions, indexUid)]
  const queries = questions.map((question) => queryOf(question, indexUid, filter))
  const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, { id: string }>({ queries })
  return union(
    results.map(({ hits }) => hits.map(({ id }) => id)),
    questions,
  ).slice(0, limit)
}

/** The index that a posting's matches are in. */
export const otherSideOf = ({ side }: Offer | Need): IndexName => (side === 'offer' ? 'needs' : 'offers')

/** What the index is known to say of words, for scoring; asks nothing. */
export const rarityIn = (client: Meilisearch, indexUid: IndexName): Rarity =>
  rarityFrom(frequenciesIn(client, indexUid))

function queryOf({ q, concepts }: Question, indexUid: IndexName, filter: string[]): MultiSearchQuery {
  const about = concepts ? concepts.all.map((concept) => isOneOf(concepts.among, [concept])) : []
  return {
    indexUid,
    filter: [...filter, ...about],
    limit: hitsPerQuestion,
    attributesToRetrieve: ['id'],
    ...(q === undefined
      ? { sort: ['createdAt:desc'] }
      : { q, matchingStrategy: 'all', attributesToSearchOn: ['title', 'description'] }),
  }
}

/** Whoever answers several telling questions, and answers them early, comes first; ties by id. */
function union(answers: string[][], questions: Question[]): string[] {
  const worth = new Map<string, number>()
  answers.forEach((ids, question) => {
    const weight = questions[question]?.weight ?? 0
    ids.forEach((id, rank) => {
      const place = 1 - rank / (2 * hitsPerQuestion)
      worth.set(id, (worth.get(id) ?? 0) + weight * place)
    })
  })
  return [...worth].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([id]) => id)
}
