import type { Account } from '../accounts/account.ts'
import { entityOf } from '../accounts/permission.ts'
import type { AccountStore } from '../accounts/account-store.ts'
import type { Match, MatchSide } from './match.ts'

/**
 * The people of one side of an introduction, whoever showed the interest first: the members of the organisation that
 * posted, and those of the office or headquarters of the same entity that spoke for it. Who has left is not among them.
 */
export async function peopleOfSide(
  { interest, parties }: Pick<Match, 'interest' | 'parties'>,
  side: MatchSide,
  accounts: Pick<AccountStore, 'findMany' | 'membersOf'>,
): Promise<Account[]> {
  const posters = await accounts.membersOf([parties[side]])
  const speakerId = interest[side]?.accountId
  const [speaker] = await accounts.findMany(speakerId ? [speakerId] : [])
  if (!speaker || !speaksFor(speaker, parties[side], posters)) return posters
  const colleagues = await accounts.membersOf([speaker.organisation.id])
  const others = [...posters, ...colleagues].filter(({ id }) => id !== speaker.id)
  return [speaker, ...new Map(others.map((person) => [person.id, person])).values()]
}

function speaksFor({ organisation, roles }: Account, party: string, posters: Account[]): boolean {
  if (!roles.includes('member')) return false
  const entities = [party, ...posters.map((poster) => entityOf(poster.organisation))]
  return organisation.id === party || entities.includes(entityOf(organisation))
}
