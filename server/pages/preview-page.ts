import type { TFunction } from 'i18next'
import { strongestReasons } from '../matching/strongest-reasons.ts'
import { adviceOn } from '../needs/need-advice.ts'
import type { Need } from '../needs/need.ts'
import type { Offer } from '../offers/offer.ts'
import { paths } from '../paths.ts'
import { namesIn } from '../postings/posting-names.ts'
import { postingPage } from '../postings/posting-page.ts'
import type { Foreseen } from '../processing/foresee.ts'
import { findingsPage } from '../screening/findings-page.ts'
import type { Screening } from '../screening/screening.ts'
import { neutralView } from '../screening/views.ts'

interface PreviewContext {
  organisation: string
  now: Date
  t: TFunction
  language: string
}

const mostMatches = 5
const mostReasons = 3

/** The model of `views/postings/preview.hbs`: the page as it will look, and what would come of publishing it now. */
export function previewPage(posting: Offer | Need, foreseen: Foreseen, context: PreviewContext) {
  const { t, language } = context
  const { side } = posting
  const shown = postingPage(posting, { ...context, status: 'draft', own: false, notice: undefined })
  return {
    ...shown,
    heading: t('postings:preview.title'),
    edit: paths.editing(posting),
    back: paths.posting(posting),
    screening: foreseen.screening && screeningPart(foreseen.screening, t, language),
    advice: side === 'need' ? adviceOn(posting).map((advice) => t(`needs:advice.${advice}`)) : [],
    ...matchesPart(side, foreseen.matches, t, language),
  }
}

/** As the company will read it. */
function screeningPart(screening: Screening, t: TFunction, language: string) {
  const { verdict, revision, suggestions } = screening
  const view = neutralView({ revision, screening, decision: null }, language)
  const tones = { cleared: 'success', held: 'warning', returned: 'warning' }
  return {
    verdict: { tone: tones[verdict], text: t(`postings:preview.verdict.${verdict}`) },
    checks: findingsPage(view, t).filter((finding) => finding.verdict !== 'cleared'),
    goals: suggestions.sdgs.map(namesIn(language).goal),
  }
}

function matchesPart(
  side: Offer['side'] | Need['side'],
  matches: Foreseen['matches'],
  t: TFunction,
  language: string,
) {
  if (!matches) return { away: true }
  const items = matches.slice(0, mostMatches).map(({ posting, score }) => ({
    href: paths.posting(posting),
    score: score.score,
    title: posting.title,
    language: posting.language,
    reasons: strongestReasons(score, mostReasons, t, language),
  }))
  return { items, found: t(`postings:preview.found-for-${side}`, { count: matches.length }) }
}
