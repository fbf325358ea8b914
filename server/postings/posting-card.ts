import type { TFunction } from 'i18next'
import { namesIn, placeNames } from './posting-names.ts'
import { markedPart, markedWhole } from '../search/marks.ts'
import type { Posting } from './posting.ts'

interface CardContext {
  href: string
  /** name of whoever posted it */
  organisation: string
  /** of the reader */
  language: string
  t: TFunction
  /** shown where it says more than that the posting is open */
  state?: string
  /** in a search: its texts as the index has them, with marks around what answers the words */
  marked?: Record<string, string>
}

const mostPlaces = 4
const longestExcerpt = 280

/** The model of `views/components/posting-card.hbs`, in the reader's language but for what its author wrote. */
export function postingCard(posting: Posting, context: CardContext) {
  const { href, organisation, language, t, state, marked } = context
  const names = namesIn(language)
  return {
    href,
    organisation,
    state: state === 'open' ? undefined : state,
    side: posting.side,
    title: posting.title,
    markedTitle: marked?.title && markedWhole(posting.title, marked.title),
    language: posting.language,
    excerpt: excerptOf(posting.description),
    markedExcerpt: markedPart(posting.description, marked?.description),
    types: posting.contributionTypes.map(names.type),
    places: shortened(placeNames(posting, names), t),
    goals: posting.sdgs.map(names.goal),
    urgency: posting.urgency,
    until: posting.availableUntil,
    createdAt: posting.createdAt,
  }
}

function shortened(places: string[], t: TFunction): string[] {
  if (places.length <= mostPlaces) return places
  const shown = places.slice(0, mostPlaces - 1)
  return [...shown, t('postings:more-places', { count: places.length - shown.length })]
}

/** Cut between words; a text without any is cut between characters. */
function excerptOf(description: string): string {
  const text = description.replace(/\s+/g, ' ').trim()
  if (text.length <= longestExcerpt) return text
  const cut = [...text.slice(0, longestExcerpt)].slice(0, -1).join('')
  return `${cut.replace(/\s\S{0,40}$/, '')}…`
}
