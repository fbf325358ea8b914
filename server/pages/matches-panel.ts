import type { TFunction } from 'i18next'
import type { SeenMatch } from '../matching/match-access.ts'
import { strongestReasons } from '../matching/strongest-reasons.ts'
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
      reasons: strongestReasons(seen.match, mostReasons, t, language),
    })),
    all: living.length > mostShown ? paths.matches() : undefined,
    empty: t(`postings:matches.none-for-${shows === 'need' ? 'offer' : 'need'}`),
  }
}
