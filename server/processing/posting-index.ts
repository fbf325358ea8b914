import type { IndexEntry, IndexKind } from '../indexing/index-kind.ts'
import { isPublic, needStatus, type Need } from '../needs/need.ts'
import type { NeedStore } from '../needs/need-store.ts'
import { isDistributable, type Offer } from '../offers/offer.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import { POSTING_DOCUMENT_VERSION, toIndexDocument } from '../postings/index-document.ts'
import { needsSettings } from '../../search-config/needs.ts'
import { offersSettings } from '../../search-config/offers.ts'
import { loadPosters, type Posters } from './parties.ts'
import type { StepServices } from './step-services.ts'

interface PostingServices extends Pick<StepServices, 'organisations'> {
  offers: OfferStore
  needs: NeedStore
}

/** What is to be in the indexes of postings never depends on the clock: each query asks whether the time is up. */
const beforeEveryEnd = new Date(0)

const belongs = (posting: Offer | Need): boolean =>
  posting.side === 'offer' ? isDistributable(posting, beforeEveryEnd) : isPublic(posting, beforeEveryEnd)

/** The indexes `offers` and `needs`. */
export function postingKinds({ offers, needs, organisations }: PostingServices): IndexKind[] {
  return [
    {
      ...postingKind(offers, organisations),
      uid: 'offers',
      settings: offersSettings,
      held: () => offers.countDistributable(),
    },
    {
      ...postingKind(needs, organisations),
      uid: 'needs',
      settings: needsSettings,
      held: () => needs.countPublished(),
    },
  ]
}

function postingKind(store: OfferStore | NeedStore, organisations: PostingServices['organisations']) {
  const entriesOf = async (postings: (Offer | Need)[]): Promise<IndexEntry[]> => {
    const posters = await loadPosters(
      postings.map((posting) => ({ posting })),
      { organisations },
    )
    return postings.filter(belongs).map((posting) => documentOf(posting, posters))
  }
  return {
    version: POSTING_DOCUMENT_VERSION,
    async *documents() {
      for await (const postings of store.published()) yield entriesOf(postings)
    },
    documentsOf: async (ids: string[]) => entriesOf(await store.findMany(ids)),
    touchedSince: store.touchedSince,
    markDue: store.markDue,
    hurry: store.hurry,
    waiting: () => store.backlog(),
  }
}

/**
 * Sends what may be shown to its index and takes the rest out of it. `confirmed` resolves when the search server
 * has done both and fails if it could not.
 */
export async function indexPostings(
  uid: 'offers' | 'needs',
  postings: (Offer | Need)[],
  posters: Posters,
  { indexing }: StepServices,
): Promise<{ confirmed: Promise<void> }> {
  const entries = postings.filter(belongs).map((posting) => documentOf(posting, posters))
  const hidden = postings.filter((posting) => !belongs(posting)).map(({ id }) => id)
  return indexing.write(uid, entries, hidden)
}

function documentOf(posting: Offer | Need, { nameOf, entityOf }: Posters): IndexEntry {
  return toIndexDocument(posting, {
    organisationName: nameOf(posting.organisationId),
    entityId: entityOf(posting.organisationId),
    state: posting.side === 'need' ? needStatus(posting, beforeEveryEnd) : 'open',
    barredFor: posting.side === 'offer' ? (posting.screening?.barredFor ?? []) : [],
  })
}
