import type { TFunction } from 'i18next'
import { z } from 'zod'
import type { SeenMatch } from '../matching/match-access.ts'
import { factorNames, matchStatuses, type MatchSide } from '../matching/match.ts'
import { sentence } from '../matching/sentence.ts'

const reference = z.object({ id: z.string(), title: z.string() })

/** A match as the API tells it. */
export const matchAnswer = z.object({
  id: z.string(),
  offer: reference,
  need: reference,
  score: z.int().min(0).max(100),
  factors: z.array(
    z.object({ factor: z.enum(factorNames), points: z.number(), of: z.number(), text: z.string() }),
  ),
  status: z.enum(matchStatuses),
  by: z.enum(['offer', 'need']).optional(),
  reason: z.string().optional(),
  partnershipId: z.string().optional(),
  createdAt: z.iso.datetime(),
})

export function matchJson({ match, offer, need, status }: SeenMatch, t: TFunction, language: string) {
  const { id, score, factors, interest, dismissal, ending, agreement, createdAt } = match
  return {
    id,
    offer: { id: offer.id, title: offer.title },
    need: { id: need.id, title: need.title },
    score,
    factors: factors.map(({ factor, points, of, message }) => ({
      factor,
      points,
      of,
      text: sentence(message, t, language),
    })),
    status,
    ...(status === 'interest' && { by: sideIn(interest) }),
    ...(status === 'dismissed' && { by: sideIn(dismissal), reason: dismissal[sideIn(dismissal)]?.reason }),
    ...(status === 'ended' && { by: ending?.side, reason: ending?.reason }),
    ...(status === 'partnership' && { partnershipId: agreement?.partnershipId }),
    createdAt,
  }
}

const sideIn = (words: Partial<Record<MatchSide, unknown>>): MatchSide => (words.offer ? 'offer' : 'need')
