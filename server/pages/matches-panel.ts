import type { TFunction } from 'i18next'
import type { Match } from '../matching/match.ts'
import type { SeenMatch } from '../matching/match-access.ts'
import { sentence } from '../matching/sentence.ts'
import { paths } from '../paths.ts'

const mostShown = 8
const mostReasons = 2

/** The model of `views/postings/_matches.hbs`: the best living matches of a posting, each with the other side's posting and what counted most. */
export function matchesPanel(found: SeenMatch[], shows: 'offer' | 'need', t: TFunction, language: string) {
  const living = found.filter(({ status }) => status !== 'lapsed' && status !== 'dismissed')
  return {
    items: living.slice(0, mostShown).map((seen) => ({
      href: paths.match(seen.match),
      score: seen.match.score,
      status: seen.status,
      title: seen[shows].title,
      language: seen[shows].language,
      reasons: strongestReasons(seen.match, t, language),
    })),
    all: living.length > mostShown ? paths.matches() : undefined,
    empty: t(`postings:matches.none-for-${shows === 'need' ? 'offer' : 'need'}`),
  }
}

/** Sentences of the factors that brought the most points. */
export const strongestReasons = (
  { factors }: Pick<Match, 'factors'>,
  t: TFunction,
  language: string,
): string[] =>
  [...factors]
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, mostReasons)
    .map(({ message }) => sentence(message, t, language))
