import type { Account } from '../accounts/account.ts'
import { matchesFor, type SeenMatch } from '../matching/match-access.ts'
import { haveMet, type MatchSide } from '../matching/match.ts'
import { notFoundProblem } from '../web/problem.ts'

/** An introduction as one of its people sees it. */
export type Introduction = SeenMatch & { side: MatchSide }

type Stores = Parameters<typeof matchesFor>[1]

/**
 * Introductions as an account may look them up: those of the sides that it speaks for, from the moment when both
 * agreed to them. Staff see the match, and never what the two sides write.
 */
export function introductionsFor(account: Account, stores: Stores, now: Date) {
  const own = matchesFor(account, stores, now)
  const isMember = account.roles.includes('member')
  return {
    async find(id: string): Promise<Introduction> {
      const seen = await own.findOwn(id)
      if (!haveMet(seen.match)) throw notFoundProblem()
      return seen
    },

    /** Those in which something happened last come first. */
    async list(): Promise<Introduction[]> {
      const met = isMember ? (await own.listMet()).filter(({ side }) => side !== null) : []
      return (met as Introduction[]).sort((a, b) => lastMoment(b) - lastMoment(a))
    },
  }
}

function lastMoment({ match: { interest, talk, ending, agreement } }: Introduction): number {
  const words = [interest.offer, interest.need, talk, ending, agreement, agreement?.confirmed]
  return Math.max(...words.map((word) => word?.at.getTime() ?? 0))
}
