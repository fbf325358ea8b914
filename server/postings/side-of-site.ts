import type { Meilisearch } from 'meilisearch'
import type { Account } from '../accounts/account.ts'
import type { Clock } from '../connections/clock.ts'
import type { PublicNames } from '../organisations/named-among.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import type { AuditStore } from '../records/audit-store.ts'
import type { Desk } from './post.ts'
import type { newPosting } from './posting-acts.ts'
import type { Posting, Side } from './posting.ts'
import type { postingStore } from './posting-store.ts'

/** What the pages of offers and of needs share asks for; each side gives its own. */
export interface SideOfSite<P extends Posting> {
  side: Side
  /** to post on this side at all */
  permission: 'postOffers' | 'postNeeds'
  /** states that everybody may list */
  listed: readonly string[]
  store: Pick<ReturnType<typeof postingStore<P>>, 'findMany' | 'ofOrganisations' | 'newest'>
  desk: Desk<P>
  organisations: Pick<OrganisationStore, 'findMany'>
  publicOrganisations: PublicNames
  audits: Pick<AuditStore, 'of'>
  search: Meilisearch
  clock: Clock
  /** brings entries of an index that may not be shown to what the database says */
  mendIndex(uid: string, ids: string[]): void
  complete(posting: ReturnType<typeof newPosting>): P
  statusOf(posting: P, now: Date): string
  findOwn(account: Account, id: string): Promise<P>
  /** own or, for staff, any */
  findInside(account: Account, id: string): Promise<P>
}

/** What all sides are made from. */
export interface SideServices {
  organisations: OrganisationStore
  publicOrganisations: PublicNames
  audits: AuditStore
  search: Meilisearch
  clock: Clock
  processing: { wake(): void }
  mendIndex(uid: string, ids: string[]): void
}
