import { create, insertMultiple, search } from '@orama/orama'
import { shown, type Contestant } from './contestant.ts'

/** Orama with a tolerance of one letter; any word suffices, as for the others. */
export function withOrama(): Contestant {
  const database = create({
    schema: {
      title: 'string',
      description: 'string',
      language: 'enum',
      contributionTypes: 'enum[]',
      sdgs: 'enum[]',
      countries: 'enum[]',
      regions: 'enum[]',
    },
    components: { tokenizer },
  })
  return {
    async add(postings) {
      await insertMultiple(database, postings, postings.length)
    },
    async ask({ words, chosen: { language = '', contributionTypes = '', sdgs = '' } }) {
      const { hits } = await search(database, {
        term: words,
        properties: ['title', 'description'],
        tolerance: 1,
        limit: shown,
        where: {
          language: { eq: language },
          contributionTypes: { containsAny: [contributionTypes] },
          sdgs: { containsAny: [sdgs] },
        },
        facets: { countries: {}, regions: {}, sdgs: {}, contributionTypes: {}, language: {} },
      })
      return hits.map(({ id }) => id)
    },
  }
}

/** Its own knows one language at a time and no other letters. */
const tokenizer = {
  language: 'english',
  normalizationCache: new Map<string, string>(),
  tokenize: (text: string) => [
    ...new Set(
      text
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean),
    ),
  ],
}
