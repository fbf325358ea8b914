import type { TFunction } from 'i18next'
import { paths } from '../paths.ts'
import { excerptOf, shortened } from './card-texts.ts'
import { namesIn, placeNames } from './posting-names.ts'
import { markedPart, markedWhole } from '../search/marks.ts'
import { leftText } from './left-text.ts'
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

/** The model of `views/components/posting-card.hbs`, in the reader's language but for what its author wrote. */
export function postingCard(posting: Posting, context: CardContext) {
  const { href, organisation, language, t, state, marked } = context
  const names = namesIn(language)
  return {
    href,
    organisation,
    organisationHref: paths.organisation({ id: posting.organisationId }),
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
    left: leftText(posting, t, language),
    until: posting.availableUntil,
    createdAt: posting.createdAt,
  }
}
