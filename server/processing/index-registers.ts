import type { Clock } from '../connections/clock.ts'
import type { Log } from '../connections/log.ts'
import type { IndexKind } from '../indexing/index-kind.ts'
import type { Indexing } from '../indexing/keep-indexes.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import type { PartnershipStore } from '../partnerships/partnership-store.ts'
import { organisationsOf } from '../partnerships/partnership.ts'
import type { PublicOrganisations } from '../partnerships/public-organisations.ts'
import type { ClaimedRecords, DueWorkStore } from '../records/due-work.ts'
import { problemIn } from '../records/problem-in.ts'
import { registerKinds } from './register-kinds.ts'

export interface RegisterServices {
  organisations: OrganisationStore
  partnerships: PartnershipStore
  publicOrganisations: PublicOrganisations
  indexing: Pick<Indexing, 'write'>
  clock: Clock
  log: Log
}

const batch = 100

/** Brings the search entries of organisations and partnerships that are due up to date; returns of how many. */
export async function indexRegisters(services: RegisterServices): Promise<number> {
  const [organisationKind, partnershipKind] = registerKinds(services) as [IndexKind, IndexKind]
  const { organisations, partnerships } = services
  const recorded = await indexDue(partnershipKind, partnerships.work, services, lookAtPartners)
  const listed = await indexDue(organisationKind, organisations.work, services, noteListing)
  return recorded + listed
}

async function indexDue(
  kind: IndexKind,
  work: DueWorkStore,
  services: RegisterServices,
  prepare: (claimed: ClaimedRecords, services: RegisterServices) => Promise<void>,
): Promise<number> {
  const { indexing, clock, log } = services
  const claimed = await work.claim(clock.now(), batch)
  const ids = claimed.records.map(({ id }) => id)
  if (ids.length === 0) return 0
  try {
    await prepare(claimed, services)
    const entries = await kind.documentsOf(ids)
    const held = new Set(entries.map(({ id }) => id))
    const { confirmed } = await indexing.write(
      kind.uid,
      entries,
      ids.filter((id) => !held.has(id)),
    )
    await confirmed
    await work.finish(claimed, clock.now())
  } catch (error) {
    log.warn({ err: error, index: kind.uid }, 'entries could not be indexed and are tried again later')
    await work.postpone(claimed, clock.now(), problemIn(error))
  }
  return ids.length
}

/** A partnership makes its company one that everybody may find. */
async function lookAtPartners(claimed: ClaimedRecords, services: RegisterServices): Promise<void> {
  const { organisations, partnerships, clock } = services
  const found = await partnerships.findMany(claimed.records.map(({ id }) => id))
  await organisations.work.markDue(found.flatMap(organisationsOf), clock.now())
}

/** Writes on each record whether and until when the index lists it, unless it changed meanwhile. */
async function noteListing(claimed: ClaimedRecords, services: RegisterServices): Promise<void> {
  const { organisations, publicOrganisations } = services
  for (const organisation of await organisations.findMany(claimed.records.map(({ id }) => id))) {
    const listedUntil = await publicOrganisations.listedUntil(organisation)
    await organisations.work.record(claimed, organisation.id, { listedUntil })
  }
}
