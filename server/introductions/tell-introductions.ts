import type { AccountStore } from '../accounts/account-store.ts'
import type { Match, MatchSide } from '../matching/match.ts'
import { peopleOfSide } from '../matching/people-of-side.ts'
import type { Event } from '../notifications/notification.ts'
import type { Notify } from '../notifications/notify.ts'
import { otherSide } from './introduction.ts'

type Kind = Extract<Event, { occasion: string }>['kind']

interface Telling {
  accounts: AccountStore
  notify: Notify
}

/** One side's act, told to the people of the other. */
export async function tellOtherSide(
  kind: Kind,
  match: Match,
  { by, occasion }: { by: MatchSide; occasion: string },
  services: Telling,
  now: Date,
): Promise<void> {
  await tell(
    kind,
    match,
    occasion,
    await peopleOfSide(match, otherSide(by), services.accounts),
    services,
    now,
  )
}

export async function tellBothSides(
  kind: Kind,
  match: Match,
  occasion: string,
  services: Telling,
  now: Date,
): Promise<void> {
  const people = await Promise.all(
    (['offer', 'need'] as const).map((side) => peopleOfSide(match, side, services.accounts)),
  )
  await tell(kind, match, occasion, people.flat(), services, now)
}

async function tell(
  kind: Kind,
  { id: matchId, offerId, needId }: Match,
  occasion: string,
  people: { id: string }[],
  { notify }: Telling,
  now: Date,
): Promise<void> {
  const accountIds = people.map(({ id }) => id)
  await notify({ kind, occasion, matchId, offerId, needId, accountIds }, now)
}
