import type { PostingContent, Side, Source } from '../../server/postings/posting.ts'

/** A UN entity as a source writes it; known ones are found by their acronym. */
export interface EntityName {
  acronym: string
  name: string
}

/** Who posts an imported line. */
export type Poster =
  | { kind: 'company'; name: string; description: string }
  | ({ kind: 'entity' } & EntityName)
  | { kind: 'office'; entity: EntityName; country: { alpha3: string; name: string } }

/** What the organisation is called. */
export const posterName = (poster: Poster): string =>
  poster.kind === 'office' ? `${poster.entity.acronym} ${poster.country.name} Country Office` : poster.name

/** All that a line says of a posting. */
export interface AdaptedPosting extends PostingContent {
  side: Side
  source: Source
  /** when it was first made known, as far as the source tells */
  createdAt: Date
  /** needs only: nothing is missing any more */
  metAt?: Date
}

export interface Adapted {
  posting: AdaptedPosting
  poster: Poster
}

/** Why a line can't become a posting, in a few words. */
export interface Rejected {
  reason: string
}

/** Makes a posting of one parsed line; pure. */
export type Adapt = (record: unknown) => Adapted | Rejected
