import type { SeenMatch } from '../../server/matching/match-access.ts'
import type { Match, MatchStatus, Word } from '../../server/matching/match.ts'
import { aNeed, anOffer } from './postings.ts'

export const parties = { offer: 'acme', need: 'unicef' }
export const nameOf = (id: string): string => ({ acme: 'Acme Cold Chain', unicef: 'UNICEF' })[id] ?? ''

export const ada: Word = { accountId: 'ada', name: 'Ada', at: new Date('2026-03-02T08:00:00Z') }
export const hanna: Word = { accountId: 'hanna', name: 'Hanna', at: new Date('2026-03-03T08:00:00Z') }

/** A match of Acme's offer with UNICEF's need as one of them sees it. */
export function seen(
  status: MatchStatus,
  side: SeenMatch['side'],
  said: Partial<Pick<Match, 'interest' | 'dismissal' | 'score'>> = {},
): SeenMatch {
  const offer = anOffer({ organisationId: 'acme', title: 'Fifty refrigerators' })
  const need = aNeed({ organisationId: 'unicef', title: 'Refrigerators for Turkana' })
  const match: Match = {
    ...{ id: 'match', offerId: offer.id, needId: need.id, parties, score: 80, factors: [] },
    createdAt: new Date('2026-03-01T08:00:00Z'),
    ...{ interest: {}, dismissal: {} },
    ...said,
  }
  return { match, offer, need, status, side }
}
