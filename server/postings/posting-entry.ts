import type { Entry, Reader } from '../exports/exportable.ts'
import { paths } from '../paths.ts'
import type { ListedPosting } from './list-postings.ts'
import { postingCard } from './posting-card.ts'
import type { Posting } from './posting.ts'

/** A posting as an entry of a feed: its author's words, and what its card says in the reader's language. */
export function postingEntry(
  { posting, organisation }: ListedPosting<Posting>,
  { language, t }: Reader,
): Entry {
  const path = paths.posting(posting)
  const card = postingCard(posting, { href: path, organisation, language, t })
  const goals = card.goals.map(({ number, name }) => ({ term: `sdg-${number}`, label: `${number}. ${name}` }))
  const places = card.places.length > 0 ? card.places : [t('posting.anywhere')]
  return {
    ...{ path, key: `${posting.side}:${posting.id}`, title: posting.title, author: organisation },
    ...{ language: posting.language, published: posting.createdAt, updated: posting.updatedAt },
    summary: [card.excerpt, [...card.types, ...places].join(' · ')],
    categories: [
      ...posting.contributionTypes.map((term, index) => ({ term, label: card.types[index] ?? term })),
      ...goals,
    ],
  }
}
