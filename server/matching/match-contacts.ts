import type { Account } from '../accounts/account.ts'
import type { AccountStore } from '../accounts/account-store.ts'
import type { SeenMatch } from './match-access.ts'
import type { MatchSide } from './match.ts'
import { peopleOfSide } from './people-of-side.ts'

interface Contact {
  name: string
  email: string
  organisation: string
}

/**
 * The people of both sides, those who showed the interest first. Nobody until both sides agreed to the
 * introduction or once it has ended, and never for somebody who speaks for neither.
 */
export async function contactsOf(
  { match, status, side }: SeenMatch,
  accounts: Pick<AccountStore, 'findMany' | 'membersOf'>,
): Promise<Record<MatchSide, Contact[]> | null> {
  if ((status !== 'introduced' && status !== 'partnership') || !side) return null
  const of = async (one: MatchSide): Promise<Contact[]> =>
    (await peopleOfSide(match, one, accounts)).map(toContact)
  return { offer: await of('offer'), need: await of('need') }
}

const toContact = ({ name, email, organisation }: Account): Contact => ({
  name,
  email,
  organisation: organisation.name,
})
