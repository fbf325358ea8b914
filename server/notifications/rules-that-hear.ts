import type { Meilisearch } from 'meilisearch'
import { isOneOf } from '../postings/posting-filter.ts'
import type { Posting } from '../postings/posting.ts'
import { indexOf } from '../postings/search-postings.ts'
import { fitsFacets, type AlertRule } from './alert-rule.ts'

const mostQuestions = 100

/**
 * Those of the rules whose search lists a posting that the index holds. The lists of a rule are compared with the
 * posting itself; its words are put to the index, which forgives slips and knows beginnings, other scripts and
 * synonyms as the search page does. A rule hears where every word is found; the page goes on to list, further down,
 * what has only the first of them, which nobody wants to be alerted of.
 */
export async function rulesThatHear(
  rules: AlertRule[],
  posting: Posting,
  search: Meilisearch,
): Promise<AlertRule[]> {
  const fitting = rules.filter((rule) => fitsFacets(rule, posting))
  const texts = [...new Set(fitting.flatMap(({ q }) => q || []))]
  const found = new Set<string>()
  for (let at = 0; at < texts.length; at += mostQuestions) {
    for (const text of await textsThatFind(texts.slice(at, at + mostQuestions), posting, search))
      found.add(text)
  }
  return fitting.filter(({ q }) => !q || found.has(q))
}

async function textsThatFind(texts: string[], { id, side }: Posting, search: Meilisearch): Promise<string[]> {
  const question = {
    indexUid: indexOf(side),
    filter: isOneOf('id', [id]),
    matchingStrategy: 'all' as const,
    limit: 1,
  }
  const queries = texts.map((q) => ({ ...question, q, attributesToRetrieve: ['id'] }))
  const { results } = await search.multiSearch({ queries })
  return texts.filter((_, index) => (results[index]?.hits.length ?? 0) > 0)
}
