import type { TFunction } from 'i18next'

const mostPlaces = 4
const longestExcerpt = 280

/** So many places as a card has room for, and how many more there are. */
export function shortened(places: string[], t: TFunction): string[] {
  if (places.length <= mostPlaces) return places
  const shown = places.slice(0, mostPlaces - 1)
  return [...shown, t('postings:more-places', { count: places.length - shown.length })]
}

/** Cut between words; a text without any is cut between characters. */
export function excerptOf(description: string): string {
  const text = description.replace(/\s+/g, ' ').trim()
  if (text.length <= longestExcerpt) return text
  const cut = [...text.slice(0, longestExcerpt)].slice(0, -1).join('')
  return `${cut.replace(/\s\S{0,40}$/, '')}…`
}
