import type { Posting } from '../../server/postings/posting.ts'

/** A published posting as the stores give it. */
export const postingRecord = (changes: Partial<Posting> = {}): Posting => ({
  id: 'p1',
  side: 'offer',
  organisationId: 'acme',
  revision: 1,
  createdAt: new Date('2026-11-01T08:00:00Z'),
  updatedAt: new Date('2026-11-01T08:00:00Z'),
  publishedAt: new Date('2026-11-01T08:00:00Z'),
  withdrawnAt: null,
  title: 'Fifty hand pumps',
  description: 'Fifty hand pumps for village wells.',
  language: 'en',
  contributionTypes: ['in-kind-goods'],
  sdgs: [6],
  sdgTargets: [],
  countries: ['KEN'],
  regions: [],
  ...changes,
})
