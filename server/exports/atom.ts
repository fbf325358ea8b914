import { Feed } from 'feed'
import Handlebars from 'handlebars'
import type { Entry } from './exportable.ts'
import { stableId } from './stable-id.ts'

/** How many of the newest a feed holds. */
export const feedSize = 50

interface FeedHead {
  title: string
  /** ISO 639-1, of the title and the names among the entries */
  language: string
  /** addresses without the host: of the listing, and of the feed itself */
  listing: string
  self: string
  /** the site's, without a slash at its end */
  baseUrl: string
}

/** Latest change of what is shown; a feed of nothing has not changed since time began. */
export const updatedOf = (entries: Entry[]): Date =>
  new Date(Math.max(0, ...entries.map(({ updated }) => updated.getTime())))

/** The feed as Atom 1.0 (RFC 4287). It says nothing of when it was made: the same entries give the same text. */
export function atomOf(entries: Entry[], { title, language, listing, self, baseUrl }: FeedHead): string {
  const feed = new Feed({
    id: stableId(listing),
    title: xmlText(title),
    link: baseUrl + listing,
    feed: baseUrl + self,
    updated: updatedOf(entries),
    generator: false,
  })
  for (const entry of entries) feed.addItem(itemOf(entry, baseUrl))
  const languages = entries.map((entry) => entry.language)
  return feed
    .atom1()
    .replace('<feed ', `<feed xml:lang="${language}" `)
    .replaceAll('<entry>', () => `<entry xml:lang="${languages.shift() ?? language}">`)
}

/** Titles and summaries go as HTML, so escaping leaves no tag in them, be it one of HTML or `<entry>`. */
function itemOf(
  { key, path, title, summary, author, categories, updated, published }: Entry,
  baseUrl: string,
) {
  return {
    id: stableId(key),
    link: baseUrl + path,
    title: htmlText(title),
    description: summary.map((paragraph) => `<p dir="auto">${htmlText(paragraph)}</p>`).join(''),
    author: [{ name: xmlText(author) }],
    category: categories.map(({ term, label }) => ({ term, name: label })),
    date: updated,
    published,
  }
}

const htmlText = (text: string): string => Handlebars.escapeExpression(xmlText(text))

/** Characters that XML has no way to write, halves of pairs among them, are left out. */
const xmlText = (text: string): string =>
  text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
