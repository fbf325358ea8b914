import type { Offer } from '../offers/offer.ts'
import type { Organisation } from '../organisations/organisation.ts'

/** Imported lists of names; `version` changes with any entry. */
export interface Watchlist {
  version: string
  entries: {
    id: string
    /** the list's own name, e.g. that of the issuing body */
    list: string
    names: string[]
    /** ISO 8601 day */
    listedOn?: string
  }[]
}

/** All that the checks may know besides the offer and its company. */
export interface ScreeningContext {
  now: Date
  /** the same company's offers that are open now */
  openOffers: Pick<
    Offer,
    'id' | 'title' | 'description' | 'language' | 'createdAt' | 'contributionTypes' | 'countries' | 'regions'
  >[]
  /** the entities and offices */
  organisations: Organisation[]
  watchlist: Watchlist
  /** what people decided about this company's likeness to listed entries */
  decidedHits: { entryId: string; same: boolean }[]
}
