import type { Meilisearch } from 'meilisearch'
import type { Clock } from '../connections/clock.ts'
import { namesIn } from '../postings/posting-names.ts'
import { unlessAway } from '../search/away.ts'
import { countHits } from '../search/count-hits.ts'
import { didYouMean } from '../search/did-you-mean.ts'
import type { SearchPage } from '../search/search-page.ts'
import { addressOf, chosenValues, type Reader, type Register, type RegisterQuery } from './register.ts'

const few = 3

/** For who found little: another wording that finds more, and what each choice keeps away. */
export async function registerHelp<T, Name extends string, Query extends RegisterQuery<Name>>(
  { total, withAllWords, seenBefore }: SearchPage<T, Name>,
  register: Register<T, Name, Query>,
  { search, clock }: { search: Meilisearch; clock: Clock },
  { language, t }: Reader,
) {
  const { query } = register
  const isPoor = total < few || (query.q !== '' && withAllWords === 0)
  if (!isPoor || seenBefore > 0) return undefined
  const now = Math.floor(clock.now().getTime() / 1000)
  const chosen = total === 0 ? chosenValues(register, namesIn(language), t) : []
  const without = chosen.length > 1 ? chosen : []
  const searches = without.map((one) => register.search({ ...query, ...one.without, cursor: undefined }, now))
  const found = await unlessAway(
    Promise.all([
      query.q ? didYouMean(search, register.search(query, now), withAllWords) : null,
      countHits(search, searches),
    ]),
  )
  if (!found) return undefined
  const [meant, counts] = found
  const fewer = without.map(({ label, href }, index) => ({ label, href, count: counts[index] ?? 0 }))
  return {
    text: total > 0 && withAllWords === 0 ? t('postings:help.some-words') : undefined,
    meant: meant && [{ ...meant, href: addressOf(register, { q: meant.q }) }],
    fewer: fewer.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count),
  }
}

export type RegisterHelp = Awaited<ReturnType<typeof registerHelp>>
