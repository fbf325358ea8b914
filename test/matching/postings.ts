import type { Need } from '../../server/needs/need.ts'
import type { Offer } from '../../server/offers/offer.ts'
import type { PostingContent } from '../../server/postings/posting.ts'

export const now = new Date('2026-03-01T12:00:00Z')

const content: PostingContent = {
  title: 'Untitled',
  description: '',
  language: 'en',
  contributionTypes: ['in-kind-goods'],
  sdgs: [3],
  sdgTargets: [],
  countries: ['KEN'],
  regions: [],
}
const record = {
  organisationId: 'organisation',
  revision: 1,
  createdAt: new Date('2026-02-01T00:00:00Z'),
  updatedAt: new Date('2026-02-01T00:00:00Z'),
  publishedAt: new Date('2026-02-01T00:00:00Z'),
  withdrawnAt: null,
}
let made = 0

export function anOffer(fields: Partial<Offer> = {}): Offer {
  const own = { reservedAt: null, fulfilledAt: null, screening: null, decision: null }
  return { ...content, ...record, ...own, id: `offer-${++made}`, side: 'offer', ...fields }
}

export function aNeed(fields: Partial<Need> = {}): Need {
  return {
    ...content,
    ...record,
    partlyMetAt: null,
    metAt: null,
    id: `need-${++made}`,
    side: 'need',
    ...fields,
  }
}
