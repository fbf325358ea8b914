import type { AccountStore } from '../accounts/account-store.ts'
import type { NeedStore } from '../needs/need-store.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'

interface Followers {
  organisations: OrganisationStore
  accounts: AccountStore
  offers: OfferStore
  needs: NeedStore
}

/** An organisation's people and postings follow whether it is active now, whichever act asked for it. */
export async function followStanding(id: string, services: Followers, now: Date): Promise<void> {
  const { organisations, accounts, offers, needs } = services
  const organisation = await organisations.find(id)
  if (organisation?.deactivatedAt) await accounts.endAllOf(id)
  for (const store of [offers, needs])
    await (organisation?.deactivatedAt ? store.suspendOf(id, now) : store.restoreOf(id, now))
}
